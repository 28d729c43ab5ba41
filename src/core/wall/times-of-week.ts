import { twoDigits } from "../cells/day.ts";
import { halfWidth } from "../cells/plaintext.ts";
import { isClock } from "./instant.ts";

const dash = "(?:至|到|[-–—―~∼〜])";
const parting = /[、，,;；]|\s+/;

const sets: ReadonlyMap<string, string> = new Map([
  ["每天", "1234567"],
  ["天天", "1234567"],
  ["工作日", "12345"],
  ["周末", "67"],
  ["双休日", "67"],
]);

/** Read 星期 as "12345", Monday is 1; null where it cannot be read. */
export function readWeekdays(text: string): string | null {
  const plain = halfWidth(text).replace(new RegExp(`\\s*(${dash})\\s*`, "g"), "$1");
  const days = new Set<number>();
  for (const part of plain.split(parting).filter((one) => one !== "")) {
    const bare = part.replace(/星期|礼拜|周(?!末)/g, "");
    const set = sets.get(part) ?? sets.get(bare);
    const range = new RegExp(`^([一二三四五六日天1-7])${dash}([一二三四五六日天1-7])$`).exec(bare);
    if (set) for (const day of set) days.add(Number(day));
    else if (range) for (const day of between(numberOf(range[1]), numberOf(range[2]))) days.add(day);
    else if (/^(?:[一二三四五六日天]+|[1-7]+)$/.test(bare)) for (const day of bare) days.add(numberOf(day));
    else return null;
  }
  return days.size === 0 ? null : [...days].toSorted((a, b) => a - b).join("");
}

function numberOf(day = ""): number {
  return day === "天" ? 7 : "一二三四五六日".indexOf(day) + 1 || Number(day);
}

function between(first: number, last: number): number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 7) + 1);
}

const time = "(\\d{1,2})(?::(\\d{2})|[点时](?:(\\d{1,2})分?|整)?)";
const stretch = new RegExp(`^${time}${dash}${time}$`);

/** Read 时段 as "08:30-12:00、14:00-17:30"; null where it cannot be read. */
export function readHours(text: string): string | null {
  const plain = halfWidth(text).replace(new RegExp(`\\s*(${dash}|[:点时分])\\s*`, "g"), "$1");
  const read = plain
    .split(parting)
    .filter((one) => one !== "")
    .map((part) => {
      const found = stretch.exec(part);
      if (!found) return null;
      const at = (i: number) => [Number(found[i]), Number(found[i + 1] ?? found[i + 2] ?? 0)] as const;
      const [from, to] = [at(1), at(4)];
      const isSound = isClock(...from) && isClock(...to) && from[0] < 24 && String(from) !== String(to);
      return isSound ? [from, to].map((one) => one.map(twoDigits).join(":")).join("-") : null;
    });
  return read.length === 0 || read.includes(null) ? null : read.join("、");
}

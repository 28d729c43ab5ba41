import { day, localOf, type Zone } from "../hours.ts";
import { lengthOf } from "./length.ts";

/** Why nothing newer than what stands on the wall could be had, and since when. */
export interface Silence {
  readonly kind: "unreachable" | "unusable" | "refused";
  readonly since: number; // the last contact; for what was refused, the first refusal
}

/** What the wall knows of its own age. */
export interface Age {
  readonly silence: Silence | null;
  readonly builtAt: string; // "2026-01-15T09:00:00+08:00"
  readonly nextUpdate: string; // as the office wrote it, e.g. "2027-01-31 前"; "" if it did not
}

/** How old it is in days; whatever is 0 is not worth a word. */
export interface Staleness {
  readonly level: "fresh" | "grey" | "amber";
  readonly kind: Silence["kind"];
  readonly silent: number;
  readonly overdue: number;
  readonly built: string; // "1 月 15 日"
  readonly due: string; // "4 月 10 日"; "" if none is known
}

/** Days of silence from which the wall says so, and from which it says so in amber; an update that is overdue is amber at once. */
const thresholds = { grey: 1, amber: 7 };

/** Tell how stale the wall is. A machine whose clock stands before the build knows nothing of that. */
export function stalenessOf(now: number, { silence, builtAt, nextUpdate }: Age, zone: Zone): Staleness {
  const built = Date.parse(builtAt);
  const last = lastDay(nextUpdate);
  const isSane = now >= built - day;
  const silent = isSane && silence ? Math.max(0, Math.floor((now - silence.since) / day)) : 0;
  const today = Math.floor(localOf(now, zone) / day);
  const overdue = isSane && last !== null ? Math.max(0, today - last) : 0;
  const year = new Date(localOf(now, zone)).getUTCFullYear();
  return {
    level: silent >= thresholds.amber || overdue > 0 ? "amber" : silent >= thresholds.grey ? "grey" : "fresh",
    kind: silence?.kind ?? "unreachable",
    silent,
    overdue,
    built: sayDay(localOf(built, zone), year),
    due: last === null ? "" : sayDay(last * day, year),
  };
}

/** Find the last day that a wording such as "2027-01-31 前" or "2027-01" allows, in days of the local calendar. */
function lastDay(text: string): number | null {
  const [, year, month, date] = /(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text) ?? [];
  if (year === undefined || month === undefined) return null;
  const at =
    date === undefined
      ? Date.UTC(Number(year), Number(month), 0)
      : Date.UTC(Number(year), Number(month) - 1, Number(date));
  return at / day;
}

/** Write a day as 1 月 15 日, with the year where it is not this one. */
function sayDay(local: number, year: number): string {
  const at = new Date(local);
  const own = at.getUTCFullYear();
  return `${own === year ? "" : `${own} 年 `}${at.getUTCMonth() + 1} 月 ${at.getUTCDate()} 日`;
}

/** Sizes of the foot's lines in u: what is stale is said larger. */
const sizes = { first: 4.3, other: 3.3 };

/**
 * Say it in the foot's three lines, `room` u long: what is stale first; then what else must be said, and what usually stands
 * there (数据截至, which is never left out, and a remark, which is where it does not fit). Fewer words where there is less room.
 */
export function sayStale(
  stale: Staleness,
  room: number,
  [asOf, remark]: readonly [string, string],
): [string, string, string] {
  const isSilent = stale.silent >= thresholds.grey;
  const shown = [`显示的是 ${stale.built}发布的内容`, `显示 ${stale.built}发布的内容`];
  const first = isSilent ? silenceWords(stale) : overdueWords(stale);
  const whole = `${first[0]}，${shown[0]}`;
  const isWhole = isSilent && lengthOf(whole) * sizes.first <= room;
  const lines = [
    isWhole
      ? whole
      : (first.find((text) => lengthOf(text) * sizes.first <= room) ?? first[first.length - 1] ?? ""),
    "",
    "",
  ] as [string, string, string];
  const add = (texts: readonly string[], last: 1 | 2) => {
    for (const text of texts.filter((one) => one !== "")) {
      for (let n = 1; n <= last; n++) {
        const longer = lines[n] === "" ? text : `${lines[n]}，${text}`;
        if (lengthOf(longer) * sizes.other > room) continue;
        lines[n as 1 | 2] = longer;
        return;
      }
    }
  };
  if (isSilent && stale.overdue > 0) add(overdueWords(stale), 2);
  add([asOf], 2);
  if (isSilent && !isWhole) add(shown, 2);
  if (isSilent && stale.overdue === 0 && stale.due !== "") add([`下次应更新 ${stale.due}`], 1);
  add([remark], 1);
  return lines;
}

/** Say how long nothing came, the full words first. */
function silenceWords({ kind, silent }: Staleness): string[] {
  if (kind === "unreachable") return [`已 ${silent} 天未能连接发布服务器`, `已 ${silent} 天连不上服务器`];
  if (kind === "refused") return [`新发布的内容已 ${silent} 天未通过校验`, `新版 ${silent} 天未过校验`];
  return [`已 ${silent} 天未能从发布服务器取得内容`, `已 ${silent} 天取不到内容`];
}

/** Say that an update that was announced did not come. */
function overdueWords({ due, overdue }: Staleness): string[] {
  return [`应在 ${due}前更新，已过 ${overdue} 天`, `应更新日已过 ${overdue} 天`];
}

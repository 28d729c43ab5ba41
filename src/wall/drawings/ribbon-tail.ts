import { type Ink, stroke } from "../ink.ts";
import type { Tenure } from "../tenure.ts";
import { columnOf, measure, setColumn, setText } from "../type.ts";
import type { Place } from "./ribbon-years.ts";

/** Outline what a title has still to run after the as-of day, and say to when. */
export function drawTail({ until }: Tenure, { top, bottom, u, years, big }: Place): Ink[] {
  if (until === null) return [];
  const [from, to] = [years.end + 0.55 * u, years.end + years.tail];
  const edge = (y: number) =>
    stroke(`M${from} ${y}H${to}`, "mark", 0.3 * u, { "stroke-dasharray": `${1.4 * u} ${u}` });
  const edges = [edge(top + 0.15 * u), edge(bottom - 0.15 * u)];
  const lines = until === "" ? ["未设期限"] : ["有效期至", until];
  const size = 3.3 * u * big;
  if (lines.every((line) => measure(line, size, "sans") <= to - from - 2 * u)) {
    const y = (i: number) => (i === 0 ? top + 1.7 * u + size * 0.98 : bottom - 3.6 * u * big);
    return [
      ...edges,
      ...lines.map((text, i) => setText(text, { x: from + 1.4 * u, y: y(i), size, colour: "mute" })),
    ];
  }
  const choices = until === "" ? ["未设期限"] : [`至${inHan(until)}`, "仍有效"];
  const column = choices.find((text) => columnOf(text).length * 3.5 * u <= bottom - top - u);
  if (column === undefined) return edges;
  const tall = columnOf(column).length * 3.5 * u;
  return [
    ...edges,
    setColumn(column, { x: (from + to) / 2, y: (top + bottom - tall) / 2, size: 3.3 * u, colour: "mute" }),
  ];
}

/** Write a day's month as it is set downwards: 二〇二六年六月. */
function inHan(day: string): string {
  const digits = [...day.slice(0, 4)].map((digit) => "〇一二三四五六七八九"[Number(digit)] ?? "").join("");
  return `${digits}年${months[Number(day.slice(5, 7)) - 1]}月`;
}

const months = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

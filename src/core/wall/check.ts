import { stripBlank } from "../cells/plaintext.ts";
import { type Issue, issue } from "../cells/reading.ts";
import type { Note } from "../checks/cell-finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { When } from "./entry.ts";
import { readWall, type WallRow } from "./read.ts";
import { readingSeconds, room, widthOf } from "./room.ts";
import { daysBetween, isNever, isOver, meet } from "./span.ts";

/** Longer than this nothing takes the wall over without a signature. */
const mostUrgentDays = 3;

type Found = readonly [column: string, issue: Issue];

/** Check wall.csv beyond its single cells: what no wall could show, would show wrongly, or no longer. */
export function checkWall(rows: Rows, now: string): Note[] {
  const all = readWall(rows, now);
  return all.flatMap((one, i) => {
    const before = all.slice(0, i);
    const inTimes = one.notes.length > 0 ? [] : checkTimes(rows, one, now);
    const inWords = one.entry.kind === "figures" ? checkOwn(rows, one) : checkWords(rows, one);
    const own = [...inTimes, ...inWords].map(([column, found]) => ({ row: one.row, column, issue: found }));
    return [...one.notes, ...own, ...findRepeat(rows, one, before), ...findRival(rows, one, before, now)];
  });
}

/** What is wrong with when a row is shown; one thing at a time. */
function checkTimes(rows: Rows, { row, entry: { kind, when } }: WallRow, now: string): Found[] {
  const { from, to, weekdays, urgent } = when;
  const text = originalAt(rows, row, "止");
  if (urgent && to === null) return stripBlank(text) === "" ? [["止", issue("WALL-04", {})]] : [];
  if (to === null) return [];
  if (from !== null && to <= from) {
    return [["止", issue("WALL-03", { text, textFrom: originalAt(rows, row, "起") })]];
  }
  if (isNever(when)) return [[weekdays === null ? "时段" : "星期", issue("WALL-14", {})]];
  if (isOver(when, now)) return [["止", issue("WALL-12", { textTo: text, isOwn: kind === "figures" })]];
  const days = daysBetween(from ?? `${now}T00:00`, to);
  return urgent && days > mostUrgentDays ? [["止", issue("WALL-13", { days })]] : [];
}

/** Words that a scene of the wall's own has no place for. */
function checkOwn(rows: Rows, { row, name }: WallRow): Found[] {
  return ["标题", "文字"].flatMap((column): Found[] => {
    if (name === "" || textAt(rows, row, column) === "") return [];
    return [[column, issue("WALL-09", { scene: name, column, text: originalAt(rows, row, column) })]];
  });
}

/** Whether a clerk's words are there, fit the picture, and stay long enough to be read. */
function checkWords(rows: Rows, { row, name, entry: { title, lines } }: WallRow): Found[] {
  const text = (column: string) => originalAt(rows, row, column);
  const found: Found[] = [];
  const width = widthOf(title);
  if (stripBlank(text("标题")) === "") found.push(["标题", issue("WALL-01", { scene: name })]);
  if (width > room.title) {
    found.push([
      "标题",
      issue("WALL-07", {
        column: "标题",
        text: text("标题"),
        width,
        most: room.title,
        lines: 1,
        mostLines: 1,
      }),
    ]);
  }
  const taken = lines.reduce((sum, line) => sum + Math.ceil(widthOf(line) / room.line), 0);
  if (taken > room.lines) {
    const facts = { column: "文字", text: text("文字"), width: widthOf(lines.join("")), most: room.line };
    found.push(["文字", issue("WALL-07", { ...facts, lines: taken, mostLines: room.lines })]);
  }
  const needed = readingSeconds(title + lines.join(""));
  const seconds = Number(textAt(rows, row, "秒数"));
  if (seconds > 0 && seconds < needed) found.push(["秒数", issue("WALL-08", { seconds, needed })]);
  return found;
}

/** WALL-10: a scene of the wall's own that has its row already. */
function findRepeat(rows: Rows, { row, name, entry }: WallRow, before: readonly WallRow[]): Note[] {
  const first = before.find((other) => other.name === name);
  if (!first || entry.kind !== "figures" || name === "") return [];
  const facts = { scene: name, row: rows.row[first.row] ?? 0 };
  const related = [placeAt(rows, first.row, "场景")];
  return [{ row, column: "场景", issue: issue("WALL-10", facts), related }];
}

/** WALL-11: a row that is urgent while another is; of several the first is named. */
function findRival(rows: Rows, { row, entry }: WallRow, before: readonly WallRow[], now: string): Note[] {
  const isUrgent = ({ urgent, to }: When) => urgent && to !== null; // else WALL-04
  if (!isUrgent(entry.when)) return [];
  const first = before.find(({ entry: { when } }) => isUrgent(when) && meet(entry.when, when, now));
  if (!first) return [];
  const related = [placeAt(rows, first.row, "优先级")];
  return [{ row, column: "优先级", issue: issue("WALL-11", { row: rows.row[first.row] ?? 0 }), related }];
}

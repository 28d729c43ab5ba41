import { type Issue, issue } from "../cells/reading.ts";
import type { Note } from "../checks/cell-finding.ts";
import { fieldsOf } from "../declared/dataset.ts";
import { indices, originalAt, type Rows, textAt } from "../rows.ts";
import type { WallEntry } from "./entry.ts";
import { readInstant } from "./instant.ts";
import { linesOf, readingSeconds } from "./room.ts";
import { clerkScenes, sceneNames } from "./scenes.ts";
import { isOver } from "./span.ts";
import { readHours, readWeekdays } from "./times-of-week.ts";

/** A row of wall.csv as far as it could be read, and which of its cells could not. */
export interface WallRow {
  readonly row: number; // among the rows
  readonly name: string; // 场景
  readonly entry: WallEntry;
  readonly notes: readonly Note[];
}

/** List what is on the wall from a day on; a scene of the wall's own that is over stays listed, for it is not to be shown. */
export function listWall(rows: Rows | undefined, day: string): WallEntry[] {
  const entries = rows ? readWall(rows, day).map(({ entry }) => entry) : [];
  return entries.filter(({ kind, when }) => kind === "figures" || !isOver(when, day));
}

/** Read the rows of wall.csv. */
export function readWall(rows: Rows, now: string): WallRow[] {
  return indices(rows).map((row) => readRow(rows, row, now));
}

function readRow(rows: Rows, row: number, now: string): WallRow {
  const notes: Note[] = [];
  const at = (column: string) => textAt(rows, row, column);
  const read = (column: string, reader: (text: string, original: string) => string | Issue) => {
    const found = at(column) === "" ? null : reader(at(column), originalAt(rows, row, column));
    if (found === null || typeof found === "string") return found;
    notes.push({ row, column, issue: found });
    return null;
  };
  const instant = (column: string) => {
    const field = fieldsOf(rows.dataset).find(({ name }) => name === column);
    return field ? read(column, (_, original) => readInstant(original, field, now)) : null;
  };
  const name = at("场景");
  const kind = clerkScenes.get(name) ?? "figures";
  const isOwn = kind === "figures";
  const title = isOwn ? "" : at("标题");
  const lines = isOwn ? [] : linesOf(at("文字"));
  const least = isOwn ? 0 : readingSeconds(title + lines.join(""));
  const entry: WallEntry = {
    kind,
    scene: isOwn ? (sceneNames.get(name) ?? "") : `${kind}-${rows.row[row]}`,
    title,
    lines,
    seconds: at("秒数") === "" ? null : Math.max(least, Number(at("秒数"))),
    when: {
      from: instant("起"),
      to: instant("止"),
      weekdays: read(
        "星期",
        (text) => readWeekdays(text) ?? issue("WALL-05", { text, isDate: isDate(text) }),
      ),
      hours: read(
        "时段",
        (text) => readHours(text) ?? issue("WALL-06", { text: originalAt(rows, row, "时段") }),
      ),
      urgent: at("优先级") === "紧急",
    },
  };
  return { row, name, entry, notes };
}

/** 1-5, as Excel shows it once it took it for a day. */
function isDate(text: string): boolean {
  return /[年月]|\d[-/]\d+[-/]\d|[A-Za-z]{3}/.test(text);
}

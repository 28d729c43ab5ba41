import type { Figure } from "../figure.ts";
import { type Finding, filePlace, finding, type Signature } from "../finding.ts";
import { type Astray, type History, historyFinder, readHistories } from "./history.ts";
import { cellsOf, sayCells } from "./places.ts";
import type { Release } from "./release.ts";
import { followRows, type Unexplained, type Untrue } from "./revise.ts";
import { type RevisionRow, revisionRow } from "./revisions.ts";
import { findSubtractions } from "./subtract.ts";

/** What the figures of an edition are held against. */
export interface Published {
  readonly releases: readonly Release[]; // the earliest first
  readonly rows: readonly RevisionRow[];
}

/**
 * Hold the figures of the public edition against all that was released: a change without its row (BIZ-15), rows that are not true
 * (REV-), and what both editions together would give away (SDC-05). Figures of which an error stands in what they read are left
 * out: what is wrong with them is said already.
 */
export function checkReleases(
  { releases, rows }: Published,
  figures: readonly Figure[],
  inRows: readonly Finding[],
): Finding[] {
  const errors = inRows.filter(({ level }) => level === "E");
  if (errors.some(({ file }) => shared.test(file))) return [];
  const unsound = new Set(errors.map(({ file }) => file.split("/")[0] ?? ""));
  const sound = figures.filter(({ datasets }) => !datasets.some((id) => unsound.has(id)));
  const spared = new Set(figures.filter((figure) => !sound.includes(figure)).map((one) => one.indicator.id));
  const histories = readHistories(releases, figures);
  const find = historyFinder(histories);
  const own = Map.groupBy(rows, find);
  const findings: Finding[] = [];
  for (const [of, astray] of own) {
    if (typeof of === "string") findings.push(...astray.map((row) => sayAstray(row, of, find)));
  }
  for (const history of histories.values()) {
    if (spared.has(history.indicator) || (errors.length > 0 && !history.now)) continue;
    findings.push(...judge(history, own.get(history) ?? []));
  }
  return [...findings, ...findSubtractions(releases, sound)];
}

/** What every figure rests on. */
const shared = /^(?:units|coverage|breaks|datasets|indicators|releases)\/|^(?:site\.json|revisions\.csv)$/;

function sayAstray(row: RevisionRow, part: Astray, find: ReturnType<typeof historyFinder>): Finding {
  const { indicator, series, year, places } = row;
  const text = { indicator, series, year: String(year) }[part];
  const total = find({ ...row, series: "" });
  const title = typeof total === "string" ? indicator : total.title;
  return finding("REV-01", places[part], { part, text, indicator: title });
}

function judge(history: History, rows: readonly RevisionRow[]): Finding[] {
  return followRows(history, rows).flatMap((result) => {
    if (result.kind === "unexplained") return sayUnexplained(history, result);
    if (result.kind !== "explained") return sayUntrue(history, result);
    if (result.old === result.new) return []; // changed, and changed back
    const [row] = result.rows.slice(-1);
    const signature = row && { by: "修订记录", date: row.date, reason: row.reason, review: null };
    const change = { ...result, kind: "unexplained", until: result.until } as const;
    return sayUnexplained(history, change, signature);
  });
}

function named(history: History) {
  const { title, series, seriesTitle, year } = history;
  return { title, series: series === "total" ? "" : seriesTitle, year };
}

function sayUnexplained(history: History, change: Unexplained, signature?: Signature): Finding {
  const { since, until, old } = change;
  const places = until === null ? cellsOf(history.now) : [];
  const [place = filePlace(`releases/${until ?? since}.json`), ...related] = places;
  const facts = {
    ...named(history),
    old: withUnit(old, history),
    new: withUnit(change.new, history),
    since,
    until,
    cells: sayCells(places),
    isExplained: signature !== undefined,
    row: rowOf(history, change),
  };
  const found = finding("BIZ-15", place, facts, { related });
  return signature ? { ...found, signature } : found;
}

/** Write the row that explains a change; 原因 and 日期 are those of another row, or left to fill in. */
function rowOf(
  { indicator, series, seriesName, year }: History,
  values: { readonly old: string; readonly new: string },
  of: Partial<RevisionRow> = {},
): string {
  const { reason = "", date = "" } = of;
  return revisionRow(
    { indicator, year, series: series === "total" ? "" : seriesName },
    { old: values.old, new: values.new, reason, date },
  );
}

function sayUntrue(history: History, { kind, row, said, right, until }: Untrue): Finding {
  const facts = { ...named(history), row: right ? rowOf(history, right, row) : "" };
  if (kind === "idle") return finding("REV-04", row.places.indicator, { ...facts, said });
  if (kind === "new") return finding("REV-03", row.places.new, { ...facts, text: row.new, said, until });
  return finding("REV-02", row.places.old, { ...facts, text: row.old, said });
}

/** Write what was said with its unit, if it is a number. */
function withUnit(said: string, { unit }: Pick<History, "unit">): string {
  return /^-?\d/.test(said) ? `${said}${unit === "%" ? "" : " "}${unit}` : said;
}

import type { Sign } from "../charts/signs.ts";
import { latestPoint, mainSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint, Site } from "../core/site.ts";
import { isAbsent } from "../core/state.ts";
import { formatValue, formatYears } from "../core/words/format.ts";
import { roundingNote } from "../core/words/headline.ts";
import { decimalsOf } from "../core/words/target.ts";
import { absenceText, joinGaps } from "./gaps.ts";

/** A note to a card; it is numbered where the chart has a mark for it. */
export interface Note {
  readonly text: string;
  readonly marks: readonly Omit<Sign, "sign">[];
}

/** What pages say where a total differs from its parts by no more than rounding. */
export const roundedTotals = "部分数据因四舍五入，合计与分项之和略有出入，未作机械调整。";

const unmarked = (text: string): Note => ({ text, marks: [] });

/** Charts that carry no numbers of notes, and what is said only of values and not of them. */
const unsigned: ReadonlySet<PublishedFigure["chart"]> = new Set(["changes", "budget", "cadence"]);
const ofOutturn: ReadonlySet<PublishedFigure["chart"]> = new Set(["changes", "budget"]);

/** Write a card's notes: what is absent and why, breaks, other scopes, unfinished years, targets, what happened, dates of a ratio's parts. */
export function notesOf(
  figures: readonly PublishedFigure[],
  site: Pick<Site, "gaps" | "timeline"> & Partial<Pick<Site, "rounded">>,
  events = false,
): Note[] {
  const notes = figures.flatMap((figure) => {
    const name = figures.length > 1 ? figure.title : "";
    const points = mainSeries(figure)?.points ?? [];
    const named = (note: Note): Note => ({ ...note, text: name === "" ? note.text : `${name} ${note.text}` });
    return [
      ...absencesOf(figure, site).map(named),
      ...breaksOf(figure, points).map(named),
      ...scopesOf(figure, points),
      ...partialsOf(points),
      unmarked(figure.chart === "budget" ? "" : (roundingNote(figure) ?? "")),
      ...(ofOutturn.has(figure.chart)
        ? []
        : [...targetNotes(figure).map(named), ...datesOf(figure), unmarked(figure.note)]),
    ];
  });
  const years = new Set(
    figures.flatMap((figure) => mainSeries(figure)?.points.map(({ year }) => year) ?? []),
  );
  const happened = events ? site.timeline.filter(({ date }) => years.has(yearOf(date))) : [];
  const isRounded = figures.some(({ datasets }) => datasets.some((id) => site.rounded?.includes(id)));
  const all = [
    ...notes,
    ...happened.map(({ date, title, note }): Note => {
      const said = note === "" ? "" : `：${note}`;
      return { text: `${date} ${title}${said}。`, marks: [{ year: yearOf(date), at: "value" }] };
    }),
    unmarked(figures.some((figure) => figure.notCounted) ? "不含未公开项。" : ""),
    unmarked(isRounded ? roundedTotals : ""),
  ];
  const isUnsigned = figures.some(({ chart }) => unsigned.has(chart));
  const shown = isUnsigned ? all.map(({ text }) => unmarked(text)) : all;
  return shown.filter(({ text }, i) => text !== "" && shown.findIndex((other) => other.text === text) === i);
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function absencesOf(figure: PublishedFigure, site: Pick<Site, "gaps">): Note[] {
  const gaps = site.gaps.filter((gap) => gap.figure === figure.id && gap.reason !== "");
  return joinGaps(gaps).map((gap) => {
    const starts = gap.years.filter((year) => !gap.years.includes(year - 1)); // one mark a run of years
    return { text: absenceText(gap), marks: starts.map((year) => ({ year, at: "value" })) };
  });
}

function breaksOf(figure: PublishedFigure, points: readonly PublishedPoint[]): Note[] {
  const years = new Set(points.map(({ year }) => year));
  return figure.breaks
    .filter(({ year }) => years.has(year))
    .map(({ year, date, kind, note, comparable }) => ({
      text: `${date} ${kind}${note === "" ? "" : `：${note}`}；前后${comparable ? "仍可" : "不能"}直接相比。`,
      marks: years.has(year - 1) ? [{ year, at: "break" }] : [],
    }));
}

function scopesOf(figure: PublishedFigure, points: readonly PublishedPoint[]): Note[] {
  const others = points.filter(
    (point) => point.break && point.scope !== null && point.scope !== figure.scope,
  );
  return [...Map.groupBy(others, ({ scope }) => scope)].map(([scope, those]) =>
    unmarked(`${formatYears(those.map(({ year }) => year))}只有${scope}口径，与其他年份不能直接相比。`),
  );
}

function partialsOf(points: readonly PublishedPoint[]): Note[] {
  const partial = points.filter((point) => point.partial && !isAbsent(point.state));
  const known = partial.filter((point) => point.until === null).map((point) => point.year);
  return [
    ...partial.flatMap(({ year, until }) =>
      until === null ? [] : [unmarked(`${year} 年未满，截至 ${until}，不与其他年份相比。`)],
    ),
    ...(known.length > 0 ? [unmarked(`${formatYears(known)}只有部分数据，不与其他年份相比。`)] : []),
  ];
}

/** Name the targets set for a figure, those of one value, direction and source together. */
export function targetNotes(figure: PublishedFigure): Note[] {
  const alike = Map.groupBy(figure.targets, ({ value, direction, source }) =>
    [value, direction, source].join("|"),
  );
  return [...alike.values()].flatMap((same) => {
    const [target] = same;
    if (!target) return [];
    const amount = formatValue(target.value, { unit: figure.unit, decimals: decimalsOf(target) });
    const bound = target.direction === "up" ? "不低于" : "不高于";
    return [
      unmarked(`目标：${formatYears(same.map(({ year }) => year))}${bound} ${amount}（${target.source}）。`),
    ];
  });
}

/** Print both dates on which a ratio's parts were counted, as of its latest year. */
function datesOf(figure: PublishedFigure): Note[] {
  const { measure } = figure;
  const dates = latestPoint(mainSeries(figure))?.dates;
  if (measure.kind !== "ratio" || !dates) return [];
  return [
    unmarked(
      `时点：${measure.numerator.column} ${dates.numerator}，${measure.denominator.column} ${dates.denominator}。`,
    ),
  ];
}

/** A note with its number; "" where the chart has no mark for it. */
export interface NumberedNote extends Note {
  readonly sign: string;
}

/** Number the notes of a page's cards, once through the page; beyond ㊿ none has a number. */
export function numberNotes(cards: readonly (readonly Note[])[]): NumberedNote[][] {
  let count = 0;
  return cards.map((notes) =>
    notes.map((note) => ({ ...note, sign: note.marks.length === 0 ? "" : circled(++count) })),
  );
}

function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x245f + number);
  if (number <= 35) return String.fromCodePoint(0x3250 + number - 20);
  return number <= 50 ? String.fromCodePoint(0x32b0 + number - 35) : "";
}

/** List the marks that a card's chart has to carry for its notes. */
export function signsOf(notes: readonly NumberedNote[]): Sign[] {
  return notes.flatMap(({ sign, marks }) => (sign === "" ? [] : marks.map((mark) => ({ ...mark, sign }))));
}

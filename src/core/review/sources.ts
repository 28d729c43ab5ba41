import type { Figure, Point, Series } from "../figure.ts";
import type { Place } from "../finding.ts";
import type { Workings } from "../pipeline.ts";
import type { Rows } from "../rows.ts";
import type { PublishedFigure, Site } from "../site.ts";
import { stateNames } from "../state.ts";
import { formatValue } from "../words/format.ts";
import { findBasis } from "./basis.ts";
import { comparedLines } from "./compared-lines.ts";
import { FeedIndex } from "./feed-index.ts";
import { type Line, line } from "./line.ts";
import { countOf } from "./number-terms.ts";
import { CellRegister, type SourceCell } from "./register.ts";
import { type Spot, seriesPrefixes, seriesTitle, sourcesPath, unitPrefix } from "./spot.ts";
import { makeValue } from "./value-line.ts";

/** One value of a figure, how it is made, and the cells it rests on. */
export interface SourcedPoint {
  readonly year: number;
  readonly mark: string;
  readonly text: string; // as shown, or the word for its absence
  readonly value: number | null;
  readonly state: string; // in words
  readonly lines: readonly Line[];
  readonly cells: readonly number[]; // ids
  readonly more: number; // cells beyond those listed
}

export interface SourcedSeries {
  readonly title: string;
  readonly points: readonly SourcedPoint[];
}

/** A page of one figure's sources: the bureau's series, or its units'. */
export interface SourcePage {
  readonly path: string;
  readonly figure: string; // id
  readonly title: string;
  readonly ofUnits: boolean;
  readonly series: readonly SourcedSeries[];
  readonly cells: readonly SourceCell[];
}

/** Every page of sources, where each series' values stand, and what a cell feeds. */
export interface Sources {
  readonly pages: readonly SourcePage[];
  /** By id, id/series and id@unit: the address that becomes a value's with its year at the end. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** Find what a cell feeds; a row, where `cell` is null. */
  readonly feeds: (file: string, row: number, cell: string | null) => readonly Spot[];
  readonly disagreeing: readonly Spot[]; // values that their cells do not give
}

/** So many cells of one value are listed; they may be a million. */
const mostCells = 200;

/** Trace every figure of an edition to its cells: how each value is made, from which cells, and what else each of them feeds; `asked` are the rows of which that will be asked. */
export function traceSources(
  { material, figures, units }: Workings,
  site: Site,
  asked: Iterable<Pick<Place, "file" | "row">>,
): Sources {
  const register = new CellRegister(material.units);
  const basis = findBasis(material.rows);
  const index = new FeedIndex(asked);
  const prefixes: Record<string, string> = {};
  const disagreeing: Spot[] = [];

  const tracePoint = (
    point: Point,
    figure: Figure,
    { points }: Pick<Series, "points">,
    title: string,
    prefix: string,
  ): SourcedPoint => {
    const { indicator } = figure;
    const addressOf = (year: number) => `${prefix}${year}`;
    const spot: Spot = { title, year: point.year, address: addressOf(point.year) };
    const ids = new Set<number>();
    const cell = (rows: Rows, row: number, column: string) => {
      index.add(rows, row, column, spot);
      const id = register.add(rows, row, column, spot);
      ids.add(id);
      return `#c${id}`;
    };
    const sets = [...point.cells, ...basis(point, figure)];
    const listed = takeFirst(sets, mostCells);
    for (const set of sets) for (const row of set.indices) index.add(set.rows, row, set.column, spot);
    for (const set of listed) for (const row of set.indices) cell(set.rows, row, set.column);
    const lines: Line[] = [];
    if (point.value !== null) {
      const { words, formula } = makeValue(point, figure, cell);
      lines.push(line(title, words, formula, point.value, indicator.unit));
    }
    lines.push(...comparedLines(point, { figure, points, addressOf }, cell));
    if (lines.some(({ agrees }) => !agrees)) disagreeing.push(spot);
    return {
      year: point.year,
      mark: spot.address.split("#")[1] ?? "",
      text: point.value === null ? stateNames[point.state] : formatValue(point.value, indicator),
      value: point.value,
      state: stateNames[point.state] + (point.partial ? "，不完整" : ""),
      lines,
      cells: [...ids],
      more: countOf(sets) - countOf(listed),
    };
  };

  const ofBureau = figures.map((figure): SourcePage => {
    const published = site.figures.find(({ id }) => id === figure.indicator.id) as PublishedFigure;
    const { id, title } = published;
    const own = seriesPrefixes(published);
    const series = figure.series.map((one) => {
      const prefix = own.get(one.key) ?? "";
      prefixes[`${id}/${one.key}`] = prefix;
      const name = seriesTitle(figure, one.key);
      return {
        title: name,
        points: one.points.map((point) => tracePoint(point, figure, one, name, prefix)),
      };
    });
    prefixes[id] = `${sourcesPath(id)}#y`;
    return { path: sourcesPath(id), figure: id, title, ofUnits: false, series, cells: [] };
  });
  const ofUnits = figures.flatMap(({ indicator: { id, title } }): SourcePage[] => {
    const series = units.flatMap(({ code, name, figures: own }, place) => {
      const figure = own.find(({ indicator }) => indicator.id === id);
      const [total] = figure?.series ?? [];
      if (!figure || !total) return [];
      const prefix = unitPrefix(id, place);
      prefixes[`${id}@${code}`] = prefix;
      const said = `${name}${title}`;
      return [
        { title: said, points: total.points.map((point) => tracePoint(point, figure, total, said, prefix)) },
      ];
    });
    if (series.length === 0) return [];
    return [{ path: sourcesPath(id, true), figure: id, title, ofUnits: true, series, cells: [] }];
  });
  const pages = [...ofBureau, ...ofUnits].map((page) => {
    const ids = new Set(page.series.flatMap(({ points }) => points.flatMap(({ cells }) => cells)));
    return { ...page, cells: [...ids].map((id) => register.get(id)).sort(byPlace) };
  });
  return { pages, prefixes, feeds: (...at) => index.find(...at), disagreeing };
}

/** Keep the first rows of some sets, so many in all. */
function takeFirst(sets: readonly Point["cells"][number][], most: number): typeof sets {
  let left = most;
  return sets.map((set) => {
    const indices = set.indices.slice(0, left);
    left -= indices.length;
    return { ...set, indices };
  });
}

function byPlace(a: SourceCell, b: SourceCell): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.id - b.id;
}

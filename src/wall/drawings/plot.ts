import { isSevered } from "../../core/figures/comparison.ts";
import { latestPoint, mainSeries } from "../../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../../core/site.ts";
import { judgeTarget } from "../../core/words/target.ts";
import type { Area } from "../format.ts";
import { dot, type Ink, line, rect, short, stroke } from "../ink.ts";
import {
  drawAbsences,
  drawCeiling,
  drawFirst,
  drawTargets,
  drawYears,
  placeFirst,
  type Spot,
} from "./plot-words.ts";

/** A figure's years as drawn, and where its last year ends. */
export interface Plot {
  readonly ink: Ink;
  readonly mark: Ink; // what is drawn in cinnabar: the last year
  readonly axis: number; // y of the ground line
  readonly firstTop: number | null; // of what stands above the years of the left half
  readonly end: { readonly x: number; readonly y: number } | null; // of the last year's value
}

/** List the years that are drawn: up to the latest finished one; years before the first value only where they are the fewer. */
export function plottedPoints(figure: PublishedFigure): readonly PublishedPoint[] {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  if (!series || !latest) return [];
  const points = series.points.slice(0, series.points.indexOf(latest) + 1);
  const first = points.findIndex(({ value }) => value !== null);
  return first > 0 && first > points.length - first ? points.slice(first) : points;
}

/** Draw a figure's years from zero: as a line on stems, or as columns; absences as words in the place of the mark. */
export function drawPlot(figure: PublishedFigure, area: Area, u: number): Plot {
  const points = plottedPoints(figure);
  const isShare = figure.unit === "%";
  const targets = figure.targets.filter(({ year }) => points.some((point) => point.year === year));
  const highest = Math.max(0, ...points.map(({ value }) => value ?? 0), ...targets.map(({ value }) => value));
  const hasCeiling = isShare && highest > 50 && highest <= 100;
  const axis = area.y + area.height - 5 * u;
  const ceiling = area.y + (hasCeiling ? 4.6 : 7) * u;
  const inset = 3.7 * u;
  const step = points.length > 1 ? (area.width - 2 * inset) / (points.length - 1) : 0;
  const x = (i: number) => (points.length > 1 ? area.x + inset + i * step : area.x + area.width / 2);
  const y = (value: number) =>
    axis - (Math.max(0, value) / (hasCeiling ? 100 : highest || 1)) * (axis - ceiling);
  const spots = points.map(({ value }, i): Spot | null => (value === null ? null : [x(i), y(value)]));
  const last = points.length - 1;
  const end = spots[last] ?? null;
  const isColumns = figure.chart === "columns" || figure.chart === "stack";
  const first = judgeTarget(figure, mainSeries(figure))?.first ?? false;
  const drawn = isColumns
    ? drawColumns(spots, Math.min(step * 0.62, 9 * u) || 9 * u, axis)
    : drawLine(spots, segmentsOf(figure, points), points, { axis, u, first });
  const place = { x, y, step, spots, area, u, axis, isColumns };
  const firstValue = placeFirst(figure, points, place);
  const left = spots.flatMap((spot) => (spot && spot[0] < area.x + area.width / 2 ? [spot[1]] : []));
  return {
    axis,
    firstTop: hasCeiling ? area.y : left.length > 0 ? Math.min(...left) - 6 * u : null,
    end: end && { x: end[0], y: end[1] },
    ink: [
      hasCeiling
        ? rect(area.x, ceiling - 0.09 * u, area.width, 0.19 * u, "line") +
          drawCeiling(ceiling, firstValue, points, place)
        : "",
      drawn.ink,
      rect(area.x, axis - 0.14 * u, area.width, 0.28 * u, "t1"),
      drawYears(points, x, axis + 4.2 * u, step, u),
      drawAbsences(points, x, axis, step, u),
      drawTargets(figure, points, place),
      drawFirst(firstValue, u),
    ].join(""),
    mark: drawn.mark,
  };
}

/** Cut the years into stretches that may be joined: no year absent, no break that forbids comparing, one scope. */
export function segmentsOf(figure: PublishedFigure, points: readonly PublishedPoint[]): number[][] {
  const segments: number[][] = [];
  points.forEach((point, i) => {
    if (point.value === null) return;
    const before = points[i - 1];
    const joins =
      before?.value != null &&
      before.scope === point.scope &&
      !isSevered(figure.breaks, before.year, point.year);
    if (joins) segments.at(-1)?.push(i);
    else segments.push([i]);
  });
  return segments;
}

interface Inks {
  readonly ink: Ink;
  readonly mark: Ink;
}

interface Line {
  readonly axis: number;
  readonly u: number;
  readonly first: boolean; // the last step crosses the target
}

function drawLine(
  spots: readonly (Spot | null)[],
  segments: readonly (readonly number[])[],
  points: readonly PublishedPoint[],
  { axis, u, first }: Line,
): Inks {
  const last = spots.length - 1;
  const at = (i: number): Spot => spots[i] ?? [0, 0];
  const stems = spots.flatMap((spot, i) =>
    spot && i < last ? [`M${short(spot[0])} ${short(axis)}V${short(spot[1])}`] : [],
  );
  const crosses = first && spots[last - 1] && spots[last];
  const paths = segments
    .map((segment) => line((crosses ? segment.filter((i) => i < last) : segment).map(at)))
    .filter((d) => d.includes("L"));
  const alone = segments.map(([i = 0]) => i).filter((i) => i < last);
  const partial = points.flatMap((point, i) => (point.partial && spots[i] && i < last ? [i] : []));
  const end = spots[last];
  return {
    ink: [
      stems.length > 0 ? stroke(stems.join(""), "t1", 0.28 * u) : "",
      paths.length > 0 ? stroke(paths.join(""), "t3", 0.74 * u, { "stroke-linejoin": "round" }) : "",
      ...alone.map((i) => dot(at(i)[0], at(i)[1], 0.96 * u, "t3")),
      ...partial.map((i) => dot(at(i)[0], at(i)[1], 0.5 * u, "ground")),
    ].join(""),
    mark: end
      ? [
          stroke(`M${short(end[0])} ${short(axis)}V${short(end[1])}`, "mark", 0.28 * u),
          crosses ? stroke(line([at(last - 1), end]), "mark", 0.93 * u) : "",
          dot(end[0], end[1], 1.5 * u, "mark"),
        ].join("")
      : "",
  };
}

function drawColumns(spots: readonly (Spot | null)[], width: number, axis: number): Inks {
  const column = (spot: Spot | null | undefined, colour: string) =>
    spot ? rect(Math.round(spot[0] - width / 2), spot[1], Math.round(width), axis - spot[1], colour) : "";
  return {
    ink: spots
      .slice(0, -1)
      .map((spot) => column(spot, "t2"))
      .join(""),
    mark: column(spots.at(-1), "mark"),
  };
}

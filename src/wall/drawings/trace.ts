import { mainSeries } from "../../core/figures/latest.ts";
import type { PublishedFigure } from "../../core/site.ts";
import type { Area } from "../format.ts";
import { dot, type Ink, line, rect, shape, short, stroke } from "../ink.ts";
import { setText } from "../type.ts";
import { segmentsOf } from "./plot.ts";

/** The years that several lines have in common. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** List a figure's finished years. */
export function finishedYears({ series }: PublishedFigure): number[] {
  return series.flatMap(({ points }) => points.flatMap(({ year, until }) => (until === null ? [year] : [])));
}

/** Draw a figure's years as a bare line from zero, its last year as a dot; absent years part it. */
export function drawTrace(
  figure: PublishedFigure,
  area: Area,
  { first, last }: Span,
  colour: string,
  u: number,
): Ink {
  const points = (mainSeries(figure)?.points ?? []).filter(({ until }) => until === null);
  const highest = Math.max(...points.map(({ value }) => value ?? 0)) || 1;
  const [inset, r] = [3.7 * u, 1.2 * u];
  const x = (year: number) =>
    area.x + inset + ((year - first) / (last - first || 1)) * (area.width - 2 * inset);
  const y = (value: number) => area.y + r + (1 - Math.max(0, value) / highest) * (area.height - 2 * r);
  const at = (i: number): [number, number] => [x(points[i]?.year ?? first), y(points[i]?.value ?? 0)];
  const segments = segmentsOf(figure, points);
  const paths = segments.filter(({ length }) => length > 1).map((segment) => line(segment.map(at)));
  const end = points.length - 1;
  const alone = segments.filter(({ length }) => length === 1).flat();
  const ground = area.y + area.height;
  const under = segments.map((segment) => {
    const [from, to] = [at(segment[0] ?? 0)[0], at(segment.at(-1) ?? 0)[0]];
    return `${line(segment.map(at))}L${short(to)} ${short(ground)}H${short(from)}Z`;
  });
  return [
    shape(under.join(""), "card"),
    rect(area.x + inset, ground - 0.1 * u, area.width - 2 * inset, 0.2 * u, "line"),
    paths.length > 0 ? stroke(paths.join(""), "t3", 0.6 * u, { "stroke-linejoin": "round" }) : "",
    ...alone.filter((i) => i < end).map((i) => dot(...at(i), 0.7 * u, "t3")),
    points[end]?.value == null ? "" : dot(...at(end), r, colour),
  ].join("");
}

/** Name the first and the last year below the lines. */
export function drawTraceYears({ x, width }: Area, y: number, { first, last }: Span, u: number): Ink {
  const year = (value: number, centre: number) =>
    setText(String(value), { x: centre, y, size: 3.3 * u, colour: "mute", anchor: "middle" });
  return year(first, x + 3.7 * u) + (last > first ? year(last, x + width - 3.7 * u) : "");
}

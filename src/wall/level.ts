import { isDrawable, latestPoint, mainSeries } from "../core/figures/latest.ts";
import type { PublishedDataset, PublishedFigure, PublishedPoint } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import { onYearBefore } from "../core/words/contrast.ts";
import { describeYears } from "../core/words/description.ts";
import { formatDirection, formatNumber } from "../core/words/format.ts";
import { drawDots } from "./drawings/dots.ts";
import { plottedPoints } from "./drawings/plot.ts";
import type { Row } from "./drawings/rows.ts";
import { drawStanding, type Standing } from "./drawings/standing.ts";
import { drawTable } from "./drawings/years.ts";
import type { Format } from "./format.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { Surroundings } from "./scene.ts";

/** Say what a reader of a figure must know, for the foot: its scope, years that are absent or counted otherwise, its sources. */
export function remarksOf(figure: PublishedFigure, datasets: readonly PublishedDataset[]): string[] {
  const sources = datasets.filter(({ id, present }) => present && figure.datasets.includes(id));
  return [
    ...(figure.scope === null ? [] : [`口径：${figure.scope}`]),
    ...describeYears(figure, plottedPoints(figure)).filter((text) => text !== ""),
    ...(sources.length === 0 ? [] : [`来源：${sources.map(({ title }) => title).join("、")}`]),
  ];
}

/** Say what a figure measures, the fullest first. */
export function measuresOf({ title, unit, measure }: PublishedFigure): string[] {
  const counted = unit === "%" ? "" : `，${unit}`;
  const by =
    measure.kind === "ratio"
      ? [`${title}：${measure.numerator.column} ÷ ${measure.denominator.column}${counted}`]
      : [];
  return [...by, title + counted, title];
}

/** Picture any figure: its years, ending in its latest number; null where there is nothing to draw. */
export function figurePicture(figure: PublishedFigure, around: Surroundings): Picture | null {
  const { datasets } = around.site;
  const standing = standingOf(figure, datasets);
  if (!standing) return null;
  const saying = {
    measures: measuresOf(figure),
    remarks: remarksOf(figure, datasets),
    titleAt: (format: Format) => (format.id === "triple" ? ("panel" as const) : ("top" as const)),
  };
  return pictureOf(figure, around, saying, (areas, format) => drawStanding(standing, areas, format));
}

function standingOf(figure: PublishedFigure, datasets: readonly PublishedDataset[]): Standing | null {
  const latest = latestPoint(mainSeries(figure));
  if (!latest || !isDrawable(figure)) return null;
  const change = onYearBefore(figure, latest);
  const direction = latest.change === null ? "" : formatDirection(latest.change, figure);
  const [verb = "", ...amount] = change.split(" ");
  const pieces = amount.length === 0 ? [] : [verb, `${direction} ${amount.join(" ")}`.trim()];
  return {
    figure,
    number: latest.value === null ? stateNames[latest.state] : formatNumber(latest.value, figure.decimals),
    unit: latest.value === null ? "" : figure.unit,
    rows: quotientOf(figure, latest, datasets) ?? comparedWith(figure, latest),
    change: change === "" ? [] : [`${direction} ${change}`.trim(), ...pieces],
    field: fieldOf(figure, latest, datasets),
  };
}

/** Name the unit in which both parts of a ratio are counted, and its column's decimals; null where they differ. */
function unitOfParts({ measure }: PublishedFigure, datasets: readonly PublishedDataset[]): string | null {
  if (measure.kind !== "ratio") return null;
  const [a, b] = [measure.numerator, measure.denominator].map(
    ({ dataset, column }) =>
      datasets.find(({ id }) => id === dataset)?.fields.find(({ name }) => name === column)?.unit ?? "",
  );
  return a === b && a ? a : null;
}

function quotientOf(
  figure: PublishedFigure,
  { parts }: PublishedPoint,
  datasets: readonly PublishedDataset[],
): [Row, Row] | null {
  const { measure } = figure;
  if (measure.kind !== "ratio" || parts?.numerator == null || parts.denominator === null) return null;
  const row = (value: number, { dataset, column }: typeof measure.numerator): Row => {
    const field = datasets.find(({ id }) => id === dataset)?.fields.find(({ name }) => name === column);
    return { number: formatNumber(value, field?.decimals ?? 0), words: column };
  };
  return [row(parts.numerator, measure.numerator), row(parts.denominator, measure.denominator)];
}

/** Set a year beside the one before it and the base year, where these are known. */
function comparedWith(figure: PublishedFigure, latest: PublishedPoint): [Row, Row | null] | null {
  const points = mainSeries(figure)?.points ?? [];
  const rows = [latest.year - 1, figure.baseYear].flatMap((year): Row[] => {
    const point = points.find((one) => one.year === year);
    if (point?.value == null || year >= latest.year) return [];
    return [{ number: formatNumber(point.value, figure.decimals), words: `${figure.unit}，${year} 年` }];
  });
  const [first, second] = rows;
  return first ? [first, first.words === second?.words ? null : (second ?? null)] : null;
}

/** Choose what fills a strip's last panel: one dot a person for a share of persons; else the years as a table. */
function fieldOf(
  figure: PublishedFigure,
  { parts }: PublishedPoint,
  datasets: readonly PublishedDataset[],
): Standing["field"] {
  const unit = unitOfParts(figure, datasets);
  const [part, whole] = [parts?.numerator, parts?.denominator];
  if (figure.unit === "%" && unit !== null && part != null && whole != null && part <= whole && whole >= 20) {
    const { per } = drawDots(part, whole, { x: 0, y: 0, width: 1000, height: 400 }, 10);
    const left = formatNumber(whole - part, 0);
    return {
      caption: `每点 ${per} ${unit}，空心的是距 100% 还差的 ${left} ${unit}`,
      draw: (area, u) => drawDots(part, whole, area, u).ink,
    };
  }
  return { caption: `${figure.title}逐年数，${figure.unit}`, draw: (area, u) => drawTable(figure, area, u) };
}

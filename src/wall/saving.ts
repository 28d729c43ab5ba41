import { Decimal } from "../core/figures/decimal.ts";
import { latestPoint, mainSeries } from "../core/figures/latest.ts";
import { isMoney } from "../core/figures/money.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import { readCount } from "../core/words/claim.ts";
import { isWhole } from "../core/words/comparable.ts";
import { onYearBefore } from "../core/words/contrast.ts";
import { formatChange, formatDirection, formatNumber } from "../core/words/format.ts";
import { drawSaving } from "./drawings/saving-bars.ts";
import { measuresOf, remarksOf } from "./level.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { Surroundings } from "./scene.ts";

/** A year as a bar beside the base year's. */
export interface Bar {
  readonly year: number;
  readonly value: number | null; // null: its word stands in the bar's place
  readonly text: string; // the value, or why there is none
  readonly note: string; // what must be known of it; "" for nothing
  readonly counted: boolean; // its distance from the base year is part of what was saved
  readonly risen: number; // what it rose by on the year before; 0 where it did not
}

/** What became of an amount since a base year, and what was saved by it. */
export interface Saving {
  readonly bars: readonly Bar[]; // finished years from the base year on
  readonly base: number;
  readonly latest: number; // the year that the great figure is of
  readonly share: string; // the latest value in percent of the base year's
  readonly caption: string; // 2025 年相当于 2012 年的
  readonly brief: string; // 相当于 2012 年的
  readonly unit: string;
  readonly change: string; // ▼ 比上年减少 10.3%
  /** Σ(base − value) over the years counted: what the blank is in area; null where a year exceeded the base. */
  readonly blank: { readonly amount: number; readonly words: readonly [said: string, amount: string] } | null;
}

/** Picture an amount that fell below its base year's as bars, the blank beside them being what was saved; null where it did not fall, or nothing can be compared. */
export function savingPicture(figure: PublishedFigure, around: Surroundings): Picture | null {
  const saving = figure.chart === "index" ? savingOf(figure) : null;
  if (!saving) return null;
  const how = isMoney(figure.unit) ? "少花数" : "减少数";
  const rule = saving.blank ? [`${how}按 ${figure.baseYear} 年水平计`] : [];
  const saying = {
    measures: measuresOf(figure),
    remarks: [...rule, ...remarksOf(figure, around.site.datasets)],
  };
  return pictureOf(figure, around, saying, (areas, format) => drawSaving(saving, areas, format));
}

/** Compare a figure's years with its base year; null where its latest finished year cannot be, or is not below it. */
export function savingOf(figure: PublishedFigure): Saving | null {
  const { baseYear, unit, decimals } = figure;
  const points = mainSeries(figure)?.points ?? [];
  const base = points.find(({ year }) => year === baseYear);
  const latest = latestPoint(mainSeries(figure));
  if (!base || !latest || !isWhole(base) || !isWhole(latest) || unit === "%") return null;
  if (latest.base === null || latest.chained || latest.value >= base.value) return null;
  const bars = points
    .filter(({ year, until }) => year >= baseYear && until === null)
    .map((point) => barOf(point, points, figure));
  const counted = bars.filter((bar) => bar.counted);
  const amount = counted.reduce((sum, { value }) => sum.plus(base.value).minus(String(value)), Decimal(0));
  const isBelow = counted.every(({ value }) => (value ?? 0) <= base.value);
  const passed = bars.filter(({ year }) => year > baseYear && year <= latest.year).length;
  const years = `${passed > counted.length ? "有数的" : ""}${counted.length < 100 ? readCount(counted.length) : ` ${counted.length} `}年`;
  const share = (latest.value / base.value) * 100;
  const direction = latest.change === null ? "" : formatDirection(latest.change, figure);
  return {
    bars,
    base: base.value,
    latest: latest.year,
    share: formatNumber(share, share < 10 ? 1 : 0),
    caption: `${latest.year} 年相当于 ${baseYear} 年的`,
    brief: `相当于 ${baseYear} 年的`,
    unit,
    change: `${direction} ${onYearBefore(figure, latest)}`.trim(),
    blank: isBelow
      ? {
          amount: amount.toNumber(),
          words: [
            `这片空白，是${years}${isMoney(unit) ? "少花的" : "累计减少的"}`,
            `${formatNumber(amount.toNumber(), decimals)} ${unit}`,
          ],
        }
      : null,
  };
}

function barOf(point: PublishedPoint, points: readonly PublishedPoint[], figure: PublishedFigure): Bar {
  const { year, value, change } = point;
  const before = points.find((one) => one.year === year - 1)?.value ?? null;
  const isCounted = year > figure.baseYear && isWhole(point) && point.base !== null && !point.chained;
  const rose =
    change !== null && formatDirection(change, figure) === "▲" && before !== null && value !== null;
  const rate = point.state === "rate-only" && change !== null ? `：${formatChange(change, figure)}` : "";
  const scope = point.scope === figure.scope || point.scope === null ? "" : `${point.scope}口径`;
  const partial = point.partial ? "不完整" : "";
  return {
    year,
    value,
    text: value === null ? stateNames[point.state] + rate : formatNumber(value, figure.decimals),
    note: [scope, partial].filter((one) => one !== "").join("，"),
    counted: isCounted,
    risen: rose && year > figure.baseYear ? Math.max(0, value - before) : 0,
  };
}

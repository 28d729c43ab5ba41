import { latestPoint, mainSeries, partSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../site.ts";
import { comparableYears, isExtreme, isWhole, type WholePoint } from "./comparable.ts";
import { isFew, leastMultiple, onYearBefore, sinceBase } from "./contrast.ts";
import { formatDirection, formatValue, formatYears } from "./format.ts";
import { nameDoubling, nameFraction } from "./fraction.ts";
import { findRun, type Run } from "./run.ts";
import { decimalsOf, formatStanding, judgeTarget } from "./target.ts";

/** Something true to say of a figure's latest finished year, and how much it tells. */
export interface Claim {
  readonly weight: number;
  readonly text: string; // a sentence
  readonly said: string; // what it says, beside the figure's name and level: 首次超过目标 85%, 连续四年增长
}

/** How much each kind of claim tells. */
export const weights = {
  targetFirst: 7, // a target met for the first time
  targetMissed: 6,
  run: 5, // at least three changes of one direction in a row, ending now
  proportion: 4.5, // a fraction, a doubling, a multiple of the base year: it says how much
  extreme: 4, // the highest or lowest of at least five comparable years in a row
  targetMet: 3.5,
  base: 2, // a large change since the base year
  change: 1, // the change on the year before
} as const;

export const shortestRun = 3;
const fewestYears = 5;
/** Since the base year, this is large: percent, or 百分点. */
const large = { "%": 20, 百分点: 10, "": 0 } as const;

/** List what may be said of a figure's latest finished year, the most telling first; empty where it has no whole value. */
export function claimsOf(figure: PublishedFigure): Claim[] {
  const claims = [targetClaim, runClaim, extremeClaim, baseClaim, changeClaim].flatMap(
    (rule) => rule(figure) ?? [],
  );
  return claims.toSorted((a, b) => b.weight - a.weight);
}

/** Name a figure in its latest finished year; the year goes unsaid where it is the last there is. */
function subject(figure: PublishedFigure, latest: PublishedPoint): string {
  const isLast = mainSeries(figure)?.points.at(-1) === latest;
  return isLast ? figure.title : `${latest.year} 年${figure.title}`;
}

/** Say the level of a year: 2025 年会议 60 次; with at least as many decimals as what it stands beside. */
function level(figure: PublishedFigure, latest: WholePoint, decimals = 0): string {
  const shown = { ...figure, decimals: Math.max(figure.decimals, decimals) };
  return `${latest.year} 年${figure.title} ${formatValue(latest.value, shown)}`;
}

function targetClaim(figure: PublishedFigure): Claim | null {
  const series = mainSeries(figure);
  const standing = judgeTarget(figure, series);
  const latest = comparableYears(figure, series).at(-1);
  if (!standing || !latest) return null;
  const said = formatStanding(standing, figure);
  if (standing.first) return { weight: weights.targetFirst, text: `${subject(figure, latest)}${said}`, said };
  const weight = standing.met ? weights.targetMet : weights.targetMissed;
  return { weight, text: `${level(figure, latest, decimalsOf(standing.target))}，${said}`, said };
}

const numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** Write a count below a hundred as it is read: 两, 四, 十一, 二十. */
export function readCount(count: number): string {
  if (count === 2) return "两";
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? numerals[tens] : ""}${tens > 0 ? "十" : ""}${numerals[ones]}`;
}

/** Say a run: 连续四年增长; of a trend, whose indicator may be a share, 连续四年上升. */
export function formatRun({ side, length }: Run, figure: PublishedFigure): string {
  const [up, down] = { 百分点: ["提高", "降低"], "%": ["增长", "减少"], "": ["上升", "下降"] }[
    figure.changeUnit
  ];
  return `连续${length < 100 ? readCount(length) : ` ${length} `}年${side === 1 ? up : down}`;
}

/** Find the run that ends with a figure's latest finished year, if it is long enough to speak of. */
export function runOf(figure: PublishedFigure): Run | null {
  const run = findRun(figure, comparableYears(figure, mainSeries(figure)));
  return run && run.length >= shortestRun ? run : null;
}

function runClaim(figure: PublishedFigure): Claim | null {
  const latest = comparableYears(figure, mainSeries(figure)).at(-1);
  const run = runOf(figure);
  if (!latest || !run) return null;
  const reached = `${run.side === 1 ? "达到" : "降到"} ${formatValue(latest.value, figure)}`;
  const said = formatRun(run, figure);
  const text = `${figure.title}${said}，${latest.year} 年${reached}`;
  return { weight: weights.run + run.length / 100, text, said };
}

/** Choose the word for an extreme: what is counted is 最多 or 最少, what is measured 最高 or 最低. */
export function extremeWord(figure: PublishedFigure, side: 1 | -1): string {
  const counted =
    /^[项次件场届人个]/.test(figure.unit) && !/^(ratio|mean|cadence)$/.test(figure.measure.kind);
  const [high, low] = counted ? ["最多", "最少"] : ["最高", "最低"];
  return side === 1 ? high : low;
}

function extremeClaim(figure: PublishedFigure): Claim | null {
  const { decimals } = figure;
  const years = comparableYears(figure, mainSeries(figure));
  const latest = years.at(-1);
  if (!latest) return null;
  const since = (first: WholePoint | undefined, side: 1 | -1) =>
    `为 ${first?.year} 年以来${extremeWord(figure, side)}`;
  const claim = (weight: number, said: string) => ({
    weight,
    text: `${level(figure, latest)}，${said}`,
    said,
  });
  const side = ([1, -1] as const).find((one) => isExtreme(latest, years, one, decimals));
  if (side && years.length >= fewestYears)
    return claim(weights.extreme + years.length / 1000, since(years[0], side));
  // Only the first part may speak for the whole: of many parts one is always at its highest.
  const [part] = partSeries(figure);
  const ofPart = comparableYears(figure, part);
  const last = ofPart.at(-1);
  if (!part || last?.year !== latest.year || ofPart.length < fewestYears) return null;
  if (!isExtreme(last, ofPart, 1, decimals)) return null;
  return claim(weights.extreme, `${part.title} ${formatValue(last.value, figure)}${since(ofPart[0], 1)}`);
}

/**
 * Say what went against a change since the base year: the latest change if that did, else the years that did
 * (，2023 年曾回升); nothing where there are more than two.
 */
function against(figure: PublishedFigure, latest: PublishedPoint, side: "▲" | "▼"): string {
  const points = mainSeries(figure)?.points ?? [];
  const years = points.flatMap(({ year, change }) => {
    if (change === null || year <= figure.baseYear || year > latest.year) return [];
    const direction = formatDirection(change, figure);
    return direction === "" || direction === side ? [] : [year];
  });
  const now = onYearBefore(figure, latest);
  if (years.at(-1) === latest.year) return now === "" ? "" : `，${now}`;
  if (years.length === 0 || years.length > 2) return "";
  return `，${formatYears(years)}曾${side === "▼" ? "回升" : "回落"}`;
}

function baseClaim(figure: PublishedFigure): Claim | null {
  const { baseYear, decimals, changeUnit } = figure;
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  const base = series?.points.find(({ year }) => year === baseYear);
  if (!latest || !base || latest.base === null) return null;
  const side = formatDirection(latest.base, figure, latest.chained);
  const said = sinceBase(figure, latest);
  if (side === "" || said === "") return null;
  const end = against(figure, latest, side);
  const claim = (weight: number, text: string) => ({
    weight,
    text: `${subject(figure, latest)}${text}${end}`,
    said: text + end,
  });
  if (changeUnit === "%" && isWhole(latest) && isWhole(base)) {
    if (latest.value === 0 || isFew(figure, base.value)) return null;
    const fraction = nameFraction(latest.value, base.value, decimals);
    if (fraction) return claim(weights.proportion, `降到 ${baseYear} 年的${fraction}`);
    const doubling = nameDoubling(latest.value, base.value, decimals);
    if (doubling) return claim(weights.proportion, `比 ${baseYear} 年${doubling}`);
    if (latest.value / base.value >= leastMultiple) return claim(weights.proportion, said);
  }
  return Math.abs(latest.base) >= large[changeUnit] ? claim(weights.base, said) : null;
}

function changeClaim(figure: PublishedFigure): Claim | null {
  const latest = comparableYears(figure, mainSeries(figure)).at(-1);
  const change = latest ? onYearBefore(figure, latest) : "";
  return latest && change !== ""
    ? { weight: weights.change, text: `${level(figure, latest)}，${change}`, said: change }
    : null;
}

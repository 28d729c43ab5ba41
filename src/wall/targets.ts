import { mainSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, Site } from "../core/site.ts";
import { readCount } from "../core/words/claim.ts";
import { formatNumber, formatValue } from "../core/words/format.ts";
import { headline } from "../core/words/headline.ts";
import { decimalsOf, judgeTarget } from "../core/words/target.ts";
import { drawGoals } from "./drawings/goals.ts";
import { framed, type Subject, stage } from "./frame.ts";
import { makeScene, type Scene, type Surroundings } from "./scene.ts";

/** A target, and how the latest finished year stands to it. */
export interface Goal {
  readonly name: string;
  readonly year: number;
  readonly value: string;
  readonly bound: string; // 不低于 85%
  readonly upward: boolean; // the higher the better
  readonly met: boolean;
  readonly apart: string; // 高出 4.8 个百分点
  readonly share: number | null; // value ÷ target; null where that says nothing
  readonly figure: PublishedFigure;
}

/** Make the scene of the targets set for the latest year: those missed first; null where there are none. */
export function targetsScene({ site, marks, names, codeOf }: Surroundings): Scene | null {
  const goals = goalsOf(site);
  const [first] = goals;
  if (!first) return null;
  const years = new Set(goals.map(({ year }) => year));
  const page = `${first.figure.topic}/index.html`;
  const sources = [
    ...new Set(
      goals
        .flatMap(({ figure, year }) => figure.targets.filter((one) => one.year === year))
        .map(({ source }) => source),
    ),
  ];
  const subject: Subject = {
    topic: "目标",
    measures: [years.size === 1 ? `${first.year} 年完成情况` : "最近一年完成情况"],
    headline: headlineOf(goals),
    names,
    says: [
      `数据截至 ${site.asOf}`,
      sources
        .filter((source) => source !== "")
        .map((source, i) => (i === 0 ? `目标依据：${source}` : source)),
    ],
    marks,
    code: codeOf(page),
  };
  return makeScene({
    id: "targets",
    title: "目标",
    kind: "figures",
    headline: subject.headline,
    when: null,
    page,
    draw: (format) => {
      const set = stage(format, subject, format.layout === "strip" ? "panel" : "top");
      return framed(format, subject, set, drawGoals(goals, set.areas, format));
    },
  });
}

/** Judge every figure that has a target for its latest finished year; those missed first. */
export function goalsOf({ figures }: Pick<Site, "figures">): Goal[] {
  const goals = figures.flatMap((figure): Goal[] => {
    const standing = judgeTarget(figure, mainSeries(figure));
    if (!standing) return [];
    const { target, value, met } = standing;
    const decimals = Math.max(figure.decimals, decimalsOf(target));
    const upward = target.direction === "up";
    const amount = formatNumber(Math.abs(value - target.value), decimals);
    const size = `${amount} ${figure.unit === "%" ? "个百分点" : figure.unit}`;
    const word = met ? (upward ? "高出" : "低了") : upward ? "还差" : "超出";
    return [
      {
        name: figure.title,
        year: target.year,
        value: formatValue(value, figure),
        bound: `${upward ? "不低于" : "不高于"} ${formatValue(target.value, { ...figure, decimals: decimalsOf(target) })}`,
        upward,
        met,
        apart: Number(amount) === 0 ? (met ? "正好达到" : "只差一点") : `${word} ${size}`,
        share: target.value > 0 && value >= 0 ? value / target.value : null,
        figure,
      },
    ];
  });
  return [...goals.filter(({ met }) => !met), ...goals.filter(({ met }) => met)];
}

/** From how many targets missed on they are only counted. */
const mostNamed = 2;

/** Say how many targets were met, and which were not. */
function headlineOf(goals: readonly Goal[]): string {
  const [only] = goals;
  if (only && goals.length === 1) return headline(only.figure);
  const count = (number: number) => (number < 100 ? readCount(number) : ` ${number} `);
  const missed = goals.filter(({ met }) => !met);
  const all = `${count(goals.length)}项目标`;
  if (missed.length === 0) return `${all}都已达到`;
  if (missed.length === goals.length) return `${all}都没有达到`;
  const named =
    missed.length <= mostNamed ? missed.map(({ name }) => name).join("、") : `${count(missed.length)}项`;
  return `${all}达到${count(goals.length - missed.length)}项，${named}没有达到`;
}

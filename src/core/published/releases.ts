import { type Release, type ReleasedPoint, writeRelease } from "../releases/release.ts";
import { withdrawnText } from "../releases/statement.ts";
import { stateNames } from "../state.ts";
import { number, word, writeCsv } from "./csv.ts";

const header = [
  "指标",
  "序列",
  "年度",
  "数值",
  "单位",
  "状态",
  "口径",
  "分子",
  "分母",
  "比上年",
  "比基年",
  "数据性质",
];

/** Write a release as CSV, all indicators below one another, with the columns of theirs; what was taken out says so. */
export function releaseCsv({ indicators, sample }: Release): string {
  const records = indicators.flatMap(({ title, unit, series }) =>
    series.flatMap((one) =>
      one.points.map((point) => [
        word(title),
        word(one.title),
        number(point.year),
        number(point.value),
        word(unit),
        word(stateOf(point)),
        word(point.scope ?? ""),
        number(point.parts?.numerator),
        number(point.parts?.denominator),
        number(point.change),
        number(point.base),
        word(sample ? "示例数据" : "正式数据"),
      ]),
    ),
  );
  return writeCsv(header, records);
}

function stateOf({ state, value, partial, withdrawn }: ReleasedPoint): string {
  if (withdrawn) return `${withdrawnText}（${withdrawn.date}：${withdrawn.reason}）`;
  return stateNames[state] + (partial && value !== null ? "，不完整" : "");
}

/** Give the downloads of all releases, path and text; the JSON is the file of the data folder. */
export function releaseDownloads(releases: readonly Release[]): (readonly [path: string, text: string])[] {
  return releases.flatMap((release) => [
    [`data/releases/${release.date}.csv`, releaseCsv(release)] as const,
    [`data/releases/${release.date}.json`, writeRelease(release)] as const,
  ]);
}

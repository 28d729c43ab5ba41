import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildSite } from "../../src/core/pipeline.ts";
import type { PublishedFigure, PublishedSeries } from "../../src/core/site.ts";
import { describe as describeFigure } from "../../src/core/words/description.ts";
import { findings, headline, roundingNote } from "../../src/core/words/headline.ts";
import { load, projectData } from "../../src/load.ts";
import { unfounded } from "./claim-oracle.ts";
import { type Generated, generated, type Raw, tell } from "./generated-figures.ts";

/** Find the figure of a shape with a title. */
function figureOf(shape: string, title: string): Generated {
  const found = generated.find((one) => one.shape === shape && one.figure.title === title);
  if (!found) throw new Error(`no figure: ${shape} ${title}`);
  return found;
}

describe("two hundred generated figures", () => {
  it("are said as in the list that was read through", async () => {
    const lines = generated.map((one, i) => {
      const note = roundingNote(one.figure);
      const said = [`▶ ${headline(one.figure)}`, `◇ ${describeFigure(one.figure)}`];
      return `${i + 1}. ${tell(one, note ? [...said, `注 ${note}`] : said)}`;
    });
    expect(lines).toHaveLength(200);
    await expect(`${lines.join("\n\n")}\n`).toMatchFileSnapshot("../fixtures/headlines.txt");
  });

  it("claim nothing that their years do not bear out", () => {
    const claims = generated.flatMap((one) =>
      [...findings(one.figure), describeFigure(one.figure)].flatMap((text) =>
        unfounded(one, text).map((clause) => `${one.shape} ${text}: ${clause}`),
      ),
    );
    expect(claims).toEqual([]);
  });
});

/** Take a published figure back to what is known of each of its years. */
function rawOf(figure: PublishedFigure): Generated {
  const years = ({ points }: PublishedSeries) =>
    points.map(({ year, value, state, partial, until, scope, change }, i): Raw => {
      const direct = value !== null && points[i - 1]?.value !== null;
      return { year, value, state, partial, until, scope, rate: direct ? null : change };
    });
  const parts = new Map(figure.series.map((series) => [series.key, years(series)]));
  return { shape: figure.id, figure, raw: parts.get("total") ?? [], parts };
}

describe("the headlines of whole sites", () => {
  const sites = join(import.meta.dirname, "../fixtures/sites");
  it.each([projectData, join(sites, "imo"), join(sites, "sangong"), join(sites, "titles")])(
    "hold in %s",
    (folder) => {
      const { site } = buildSite(load(folder, "public", "2026-03-01"));
      const spoken = (site?.figures ?? []).filter(
        ({ measure, series }) =>
          !["streak", "trend"].includes(measure.kind) &&
          series.some(({ points }) => points.some(({ value }) => value !== null)),
      );
      expect(spoken).not.toEqual([]);
      for (const figure of spoken) {
        const { datasets } = site ?? { datasets: [] };
        const [dataset] = datasets.filter(({ id }) => figure.datasets[0] === id);
        const at = dataset?.header.indexOf("开始日期") ?? -1;
        const days = dataset?.records.flatMap((record) => record[at] ?? []) ?? [];
        for (const text of [...findings(figure), describeFigure(figure)]) {
          expect(unfounded({ ...rawOf(figure), days }, text), text).toEqual([]);
        }
      }
    },
  );
});

describe("unfounded(figure, text)", () => {
  it.each([
    ["中间缺年", "注册志愿者占比", "注册志愿者占比连续三年提高"], // 2023 is withheld
    ["数据不完整", "公务接待费", "公务接待费连续十年增长"], // 2022 is partial
    ["断点", "公务接待费", "公务接待费连续十年增长"], // broken in 2020
    ["断点", "公务接待费", "公务接待费比 2012 年增长 69.4%"],
    ["与前高并列", "会议", "2025 年会议 118 次，为 2012 年以来最多"],
    ["首年没有", "公务接待费", "2025 年公务接待费 102.31 万元，为 2012 年以来最高"],
    ["近于翻番", "会议", "会议比 2012 年约翻一番"], // 96.6 %
    ["近于翻番", "服务总时长", "服务总时长比 2012 年翻一番"], // only 约
    ["近于几分之几", "会议", "会议降到 2012 年的约三分之一"], // 32.2 %
    ["近于几分之几", "公务接待费", "公务接待费降到 2012 年的三分之二"], // only 约
    ["上升", "注册志愿者占比", "注册志愿者占比比 2012 年增长 60.2%"], // 百分点
    ["下降", "会议", "2025 年会议 47 次，比上年减少 −7.8%"],
    ["末年没有", "注册志愿者占比", "2025 年注册志愿者占比降低"],
    ["末年未满", "会议", "2025 年会议 121 次，比上年减少 46.5%"],
    ["仅有增减率", "会议", "会议比 2012 年减少 60.0%"], // chained: 约
    ["首次达到目标", "参赛人次", "参赛人次首次降到目标 7 人次以内"], // 2024 is missing
    ["首次达到目标", "举办竞赛", "举办竞赛首次达到目标 9 项"], // in 2024 already
    ["中间缺年", "注册志愿者占比", "注册志愿者占比：2012—2025 年有数"], // 2023 is withheld
    ["下降", "会议", "会议：只有 2025 年有数"],
    ["下降", "会议", "最长间隔 131 天"], // nothing dated is known of it
    ["下降", "会议", "会议逐年减少"],
    ["下降", "会议", "会议因厉行节约减少"],
  ])("refuses of %s %s: %s", (shape, title, text) => {
    expect(unfounded(figureOf(shape, title), text)).not.toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { type Dataset, datasetSchema } from "../../../src/core/declared/dataset.ts";
import { compilePattern, sayPattern } from "../../../src/core/intake/pattern.ts";

const field = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  audience: "public",
  ...more,
});
const dataset: Dataset = {
  id: "quarters",
  ...datasetSchema.parse({
    title: "季度数据",
    description: "",
    audience: "public",
    kind: "state",
    internalRows: "withheld",
    schema: {
      fields: [
        field("年度", "year"),
        field("季度", "string", { constraints: { enum: ["一", "二", "三", "四"] } }),
        field("指标", "string"),
        field("类别", "string", { constraints: { enum: ["当季值", "累计值"] } }),
        field("起", "date"),
        field("止", "date"),
      ],
      primaryKey: ["年度"],
    },
  }),
};

const match = (pattern: string, text: string) => {
  const found = compilePattern(pattern, dataset).match(text);
  return found && Object.fromEntries(found);
};

describe("compilePattern(text, dataset)", () => {
  it.each([
    ["{年度}年", "2018年", { 年度: "2018" }],
    ["{年度}年", " ２０１８年 ", { 年度: "２０１８" }],
    ["{年度}年第{季度}季度", "2022年第一季度", { 年度: "2022", 季度: "一" }],
    ["{指标}{类别}(亿元)", "国内生产总值当季值（亿元）", { 指标: "国内生产总值", 类别: "当季值" }],
    ["指标：{指标}", "指标: 会议", { 指标: "会议" }],
    ["{起}~{止}", "2012-12～2017-10", { 起: "2012-12", 止: "2017-10" }],
    ["注：{}", "注：第一行\n第二行", {}],
    ["时间：{}", "时间：", {}],
    ["", "  ", {}],
  ])("takes from %j and %j the columns it names, as written", (pattern, text, columns) => {
    expect(match(pattern, text)).toEqual(columns);
  });

  it.each([
    ["{年度}年", "去年"],
    ["{年度}年", "2018"],
    ["{年度}年", "截至2018年"],
    ["{年度}年第{季度}季度", "2022年上半年"],
    ["{指标}{类别}(亿元)", "国内生产总值同比(亿元)"],
    ["{起}~{止}", "2014"],
    ["(亿元).*", "亿元"],
    ["", "标题"],
  ])("does not fit %j on %j", (pattern, text) => {
    expect(match(pattern, text)).toBeNull();
  });

  it("tells a text that differs by its unit alone", () => {
    const pattern = compilePattern("{指标}{类别}(亿元)", dataset);
    expect(pattern.otherUnit("产值当季值（万元）")).toEqual({ given: "万元", wanted: "亿元" });
    expect(pattern.otherUnit("产值当季值(亿元)")).toBeNull();
    expect(pattern.otherUnit("产值同比(万元)")).toBeNull();
    expect(compilePattern("{年度}年", dataset).otherUnit("2018年(万元)")).toBeNull();
  });
});

describe("sayPattern(text)", () => {
  it("shows what stands in the holes", () => {
    expect(sayPattern("指标：{指标}(亿元)，{}")).toBe("指标：〔指标〕(亿元)，…");
  });
});

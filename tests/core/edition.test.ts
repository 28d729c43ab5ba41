import { describe, expect, it } from "vitest";
import { selectEdition } from "../../src/core/edition.ts";
import { originalAt, type Rows, stateAt, textAt } from "../../src/core/rows.ts";
import { readRows, units } from "./read-rows.ts";

const now = "2026-03-01";

function select(exports: Readonly<Record<string, string>>, edition: "public" | "internal" = "public") {
  const { rows, findings } = readRows({ "units/units.csv": units, ...exports });
  expect(findings.filter((found) => found.level === "E")).toEqual([]);
  return selectEdition(rows, edition, now);
}

function rowsOf(selection: { rows: ReadonlyMap<string, Rows> }, id: string): Rows {
  const rows = selection.rows.get(id);
  if (!rows) throw new Error(`no rows: ${id}`);
  return rows;
}

const volunteers = {
  "volunteers/2018.csv": [
    "时点,单位,口径,备案注册人数,活跃人数,公开属性,发布时间,备注",
    "2018-12-31,某省某局,全局,235,131,,,年报",
    "2018-12-31,办公室,全局,19,未统计,内部,,不宜公开",
    "2018-12-31,信访处,全局,11,4,公开,2026-03-02,明天公布",
    "2017-12-31,信访处,全局,10,4,公开,2026-03-01,今天公布",
  ].join("\n"),
};

describe('selectEdition(rows, "public", now) on a data set keyed by unit and time', () => {
  const rows = rowsOf(select(volunteers), "volunteers");

  it("keeps an internal row's place and key, with its figures withheld and all else emptied", () => {
    expect(rows.length).toBe(4);
    expect(["时点", "单位", "口径"].map((name) => textAt(rows, 1, name))).toEqual([
      "2018-12-31",
      "0101",
      "全局",
    ]);
    expect(["备案注册人数", "活跃人数", "当年服务时长"].map((name) => stateAt(rows, 1, name))).toEqual([
      "withheld",
      "withheld",
      "withheld",
    ]);
    for (const name of ["备案注册人数", "活跃人数", "公开属性", "备注"]) {
      expect(textAt(rows, 1, name) + originalAt(rows, 1, name)).toBe("");
    }
  });

  it("holds a row back until its 发布时间", () => {
    expect(stateAt(rows, 2, "备案注册人数")).toBe("not-due");
    expect(textAt(rows, 2, "备注")).toBe("");
    expect(textAt(rows, 3, "备案注册人数")).toBe("10");
  });

  it("leaves public rows as they are", () => {
    expect(textAt(rows, 0, "备案注册人数")).toBe("235");
    expect(textAt(rows, 0, "备注")).toBe("年报");
  });

  it("hides 上年数 and 增减率 where they give a hidden year away", () => {
    const header = "年度,单位,口径,项目,计量单位,本年数,上年数,增减率,公开属性";
    const austerity = rowsOf(
      select({
        "austerity/a.csv": [
          header,
          "2017,某省某局,全局,会议,次,80,,,内部",
          "2018,某省某局,全局,会议,次,76,80,-5.0,",
          "2018,某省某局,全局,文件,件,250,257,-2.7,",
          "2019,某省某局,全局,会议,次,,,-9.2,",
          "2017,办公室,全局,会议,次,80,,,内部",
          "2018,办公室,全局,会议,次,,,-5.0,",
        ].join("\n"),
      }),
      "austerity",
    );
    const shown = (row: number) => ["本年数", "上年数", "增减率"].map((name) => textAt(austerity, row, name));
    expect(shown(1)).toEqual(["76", "", ""]);
    expect(stateAt(austerity, 1, "上年数")).toBe("withheld");
    expect(shown(2)).toEqual(["250", "257", "-2.7"]);
    expect(shown(3)).toEqual(["", "", "-9.2"]);
    expect(stateAt(austerity, 3, "本年数")).toBe("rate-only");
    expect(shown(5)).toEqual(["", "", ""]);
    expect(stateAt(austerity, 5, "本年数")).toBe("withheld");
  });
});

describe('selectEdition(rows, "public", now) on honours', () => {
  const honors = {
    "honors/2018.csv": [
      "荣誉编号,名称,级别,类型,获得单位,获得者,命名日期,前身荣誉编号,公开属性",
      "H1,省级先进个人,省级,个人,办公室,张示例,2018-01-10,,",
      "H2,省级先进个人,省级,个人,办公室,李示例,2018-01-10,,内部",
      "H3,省级文明单位,省级,集体,某省某局,,2018-01-10,H2,",
    ].join("\n"),
    "honor-events/e.csv": "荣誉编号,日期,事件\nH1,2019-01-10,复查合格\nH2,2019-01-10,撤销\n",
  };
  const selection = select(honors);

  it("leaves internal rows out, says so, and takes along what cannot stand without them", () => {
    const rows = rowsOf(selection, "honors");
    expect([0, 1].map((row) => textAt(rows, row, "荣誉编号"))).toEqual(["H1", "H3"]);
    expect(rows.length).toBe(2);
    expect(rowsOf(selection, "honor-events").length).toBe(1);
    expect([...selection.notCounted].toSorted()).toEqual(["honor-events", "honors"]);
    expect(selection.leftOut.get("honors")).toEqual(new Set([2018]));
    expect(selection.hiddenYears.size).toBe(0);
  });

  it("goes on knowing what coverage says, without its words, where that row is internal", () => {
    const coverage = "数据集,年度,状态,备注,公开属性\nhonors,2018,部分,内情,内部\n";
    const rows = rowsOf(select({ ...honors, "coverage/c.csv": coverage }), "coverage");
    expect([textAt(rows, 0, "状态"), textAt(rows, 0, "备注")]).toEqual(["部分", ""]);
  });

  it("cuts optional references to rows that are left out", () => {
    expect(textAt(rowsOf(selection, "honors"), 1, "前身荣誉编号")).toBe("");
  });

  it("drops internal columns, from the description too", () => {
    const rows = rowsOf(selection, "honors");
    expect(rows.columns.has("获得者")).toBe(false);
    expect(rows.dataset.schema.fields.some((field) => field.name === "获得者")).toBe(false);
    expect(rows.positions[0]?.has("获得者")).toBe(false);
  });

  it("shows everything in the internal edition", () => {
    const all = select(honors, "internal");
    expect(rowsOf(all, "honors").length).toBe(3);
    expect(textAt(rowsOf(all, "honors"), 1, "获得者")).toBe("李示例");
    expect(all.notCounted.size).toBe(0);
  });

  it("withholds a year's counts where the data set does not leave rows out", () => {
    const { rows } = readRows({ "units/units.csv": units, "honors/2018.csv": honors["honors/2018.csv"] });
    const set = rowsOf({ rows }, "honors");
    const dataset = { ...set.dataset, internalRows: "withheld" as const };
    const selected = selectEdition(new Map([["honors", { ...set, dataset }]]), "public", now);
    expect(selected.hiddenYears.get("honors")).toEqual(new Map([[2018, "withheld"]]));
    expect(rowsOf(selected, "honors").length).toBe(3);
    expect(textAt(rowsOf(selected, "honors"), 1, "名称")).toBe("");
    expect(selected.notCounted.size).toBe(0);
  });

  it("drops internal data sets", () => {
    const { rows } = readRows({ "units/units.csv": units });
    const set = rowsOf({ rows }, "units");
    const secret = { ...set, dataset: { ...set.dataset, audience: "internal" as const } };
    expect(selectEdition(new Map([["units", secret]]), "public", now).rows.size).toBe(0);
  });
});

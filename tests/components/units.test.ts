import { describe, expect, it } from "vitest";
import {
  changeCell,
  changeFinding,
  figuresByUnit,
  levelFindings,
  unitRows,
  unitsWithout,
} from "../../src/components/units.ts";
import type { PublishedDataset, PublishedPoint, UnitFigures } from "../../src/core/site.ts";
import { figure, point } from "./figure.ts";

const whole = figure([point(2024, { value: 80 }), point(2025, { value: 90 })]);
const target = { year: 2025, value: 85, direction: "up" as const, source: "考核办法" };

function unit(name: string, ...points: PublishedPoint[]): UnitFigures {
  return { code: name, name, figures: [{ id: "volunteer-ratio", scope: "全局", points }] };
}

const rowsOf = (...points: Partial<PublishedPoint>[]) =>
  unitRows(
    whole,
    points.map((more, i) => unit(`单位${i}`, point(2025, more))),
    2025,
  );

describe("unitRows(figure, units, year)", () => {
  it("ranks by value, keeps those without a value at the end, and leaves out who was no longer in use", () => {
    const units = [
      unit("甲", point(2025, { state: "withheld" })),
      unit("乙", point(2024, { value: 70 }), point(2025, { value: 60 })),
      unit("丙", point(2025, { value: 75 })),
      { code: "丁", name: "丁", figures: [] },
      unit("戊", point(2024, { value: 99 })),
    ];
    const rows = unitRows(whole, units, 2025);
    expect(rows.map((row) => row.unit.name)).toEqual(["丙", "乙", "甲"]);
    expect(rows[1]?.before?.value).toBe(70);
  });
});

describe("levelFindings(figure, rows, year)", () => {
  it("counts the units that meet the year's target", () => {
    const aimed = { ...whole, targets: [target] };
    expect(levelFindings(aimed, rowsOf({ value: 85 }, { value: 84.9 }, { value: 99 }), 2025)[0]).toBe(
      "2 个单位的注册志愿者占比达到目标 85%，1 个没有达到",
    );
    expect(levelFindings(aimed, rowsOf({ value: 85 }, { value: 99 }), 2025)[0]).toBe(
      "有数的 2 个单位注册志愿者占比都达到目标 85%",
    );
    expect(levelFindings(aimed, rowsOf({ value: 1 }, { value: 2 }), 2025)[0]).toBe(
      "有数的 2 个单位注册志愿者占比都没有达到目标 85%",
    );
  });

  it("says from where to where the units reach without a target", () => {
    expect(levelFindings(whole, rowsOf({ value: 61.14 }, { value: 75 }), 2025)[0]).toBe(
      "2025 年各单位注册志愿者占比从 61.1% 到 75.0%",
    );
    expect(
      levelFindings(whole, rowsOf({ value: 61.14 }, { value: 75 }, { state: "withheld" }), 2025)[0],
    ).toBe("2025 年有数的 2 个单位注册志愿者占比从 61.1% 到 75.0%");
    expect(levelFindings(whole, rowsOf({ value: 75.01 }, { value: 75 }), 2025)[0]).toBe(
      "2025 年各单位注册志愿者占比都是 75.0%",
    );
  });

  it("then says how many stand above the whole, as displayed", () => {
    const above = (...values: number[]) =>
      levelFindings(whole, rowsOf(...values.map((value) => ({ value }))), 2025).at(-1);
    expect(above(90.04, 90.05, 99, 60)).toBe("2 个单位的注册志愿者占比高于全局的 90.0%，2 个不高于");
    expect(above(60, 90)).toBe("有数的 2 个单位注册志愿者占比都不高于全局的 90.0%");
    expect(above(95, 96)).toBe("有数的 2 个单位注册志愿者占比都高于全局的 90.0%");
  });

  it("says nothing of values that are not there or not whole", () => {
    const rows = rowsOf({ state: "withheld" }, { value: 3, partial: true });
    expect(levelFindings(whole, rows, 2025)).toEqual(["2025 年没有单位公布完整的注册志愿者占比"]);
  });
});

describe("changeFinding(figure, rows)", () => {
  it("counts rises, falls and what rounds to nothing", () => {
    expect(
      changeFinding(whole, rowsOf({ change: 2 }, { change: -1 }, { change: 0.04 }, { change: null })),
    ).toBe("能与上年相比的 3 个单位的注册志愿者占比，1 个比上年提高，1 个比上年降低，1 个与上年基本持平");
    expect(changeFinding(whole, rowsOf({ change: 2 }, { change: 3 }))).toBe(
      "2 个单位的注册志愿者占比都比上年提高",
    );
    expect(changeFinding({ ...whole, changeUnit: "%" }, rowsOf({ change: -2 }))).toBe(
      "1 个单位的注册志愿者占比都比上年减少",
    );
  });
});

describe("changeCell(row, figure)", () => {
  it("writes a sign, and a dash where there is no change", () => {
    const cells = rowsOf(
      { value: 9, change: 1.25 },
      { value: 8, change: -1 },
      { value: 7, change: 0.04 },
      { value: 6 },
    );
    expect(cells.map((row) => changeCell(row, whole))).toEqual(["+1.3", "−1.0", "0.0", "—"]);
  });
});

describe("figuresByUnit(site, topic)", () => {
  it("lists the topic's figures of which any unit has a value", () => {
    const figures = [whole, figure([], { id: "other" })];
    const units = [unit("甲", point(2025, { state: "withheld" })), unit("乙", point(2025, { value: 0 }))];
    expect(figuresByUnit({ figures, units }, "volunteers").map(({ id }) => id)).toEqual(["volunteer-ratio"]);
    expect(figuresByUnit({ figures, units }, "honors")).toEqual([]);
    expect(figuresByUnit({ figures, units: units.slice(0, 1) }, "volunteers")).toEqual([]);
  });
});

describe("unitsWithout(site, rows, year)", () => {
  it("names registered units in use that have no figure", () => {
    const register: PublishedDataset = {
      id: "units",
      title: "单位",
      description: "",
      owner: "",
      fields: [],
      primaryKey: [],
      present: true,
      files: [],
      origins: [],
      header: ["单位编码", "单位名称", "上级编码", "启用日期", "停用日期"],
      records: [
        ["01", "局", "", "", ""],
        ["单位0", "办公室", "01", "", ""],
        ["02", "督查处", "01", "", ""],
        ["03", "旧处", "01", "", "2019-06-30"],
        ["04", "新处", "01", "2026-01-01", ""],
      ],
    };
    expect(unitsWithout({ datasets: [register] }, rowsOf({ value: 1 }), 2025)).toEqual(["督查处"]);
  });
});

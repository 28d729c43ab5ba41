import { describe, expect, it } from "vitest";
import { selectEdition } from "../../../src/core/edition.ts";
import { listSecrets } from "../../../src/core/published/secrets.ts";
import { bureau, datasets } from "../bureau.ts";

describe("listSecrets(all, shown, datasets, indicators)", () => {
  const { rows } = bureau({
    honors: [
      "荣誉编号,名称,级别,类型,获得单位,获得者,命名日期,公开属性,备注",
      "A1,省级先进个人,省级,个人,01,王建国,2024-05-01,,",
      "A2,不公开的表彰,国家级,个人,01,李雷,2024-06-01,内部,涉及办案",
      "A3,省级先进个人,省级,个人,01,王建国,2024-07-01,内部,公开的话",
      "A4,省级文明单位,省级,集体,01,,2024-08-01,,公开的话",
    ],
    volunteers: [
      "时点,单位,口径,备案注册人数,当年服务时长,公开属性",
      "2024-12-31,01,全局,8675,96543.21,内部",
      "2024-12-31,0101,全局,120,100000.5,",
    ],
  });
  const shown = selectEdition(rows, "public", "2026-03-01").rows;
  const { texts, headers } = listSecrets(rows, shown, datasets, []);

  it("lists persons' names and what stands in hidden rows", () => {
    expect(texts.get("王建国")).toEqual({ of: "荣誉的“获得者”", isName: true, isNumber: false });
    expect(texts.get("李雷")?.isName).toBe(true);
    expect([...texts.keys()]).toEqual(expect.arrayContaining(["不公开的表彰", "涉及办案"]));
    expect(texts.get("96543.21")?.isNumber).toBe(true);
  });

  it("leaves out what may be shown elsewhere, and what is too short to be recognised", () => {
    for (const text of ["省级先进个人", "公开的话", "国家级", "100000.5", "8675", "2024-06-01", "A2"]) {
      expect(texts.has(text)).toBe(false);
    }
  });

  it("names the columns that may not be shown", () => {
    expect([...headers]).toEqual([["honors", new Set(["获得者"])]]);
  });
});

import { describe, expect, it } from "vitest";
import { readTitles } from "../../../src/core/figures/titles.ts";
import { bureau } from "../bureau.ts";

describe("readTitles(material, sources)", () => {
  const material = bureau({
    honors: [
      "荣誉编号,名称,届次,级别,类型,获得单位,授予单位,文号,命名日期,有效期至,前身荣誉编号",
      "H1,文明处室,第一届,市级,集体,0101,市文明委,〔2018〕1 号,2018-05-01,2021-04-30,",
      "H2,文明单位,第二届,省级,集体,0101,省文明委,〔2021〕2 号,2021-05-01,,H1",
      "H3,青年文明号,,市级,集体,01,团市委,,2019-05-01,,",
    ],
    "honor-events": ["荣誉编号,日期,事件", "H1,2019-03-01,黄牌", "H3,2024-06-01,撤销"],
  });
  const titles = readTitles(material, { dataset: "honors", events: "honor-events", where: {} });

  it("gives a title its predecessors' namings and events", () => {
    expect(titles[0]).toMatchObject({
      key: "文明单位@0101",
      name: "文明单位",
      unit: "一处",
      level: "省级",
      kind: "集体",
      held: true,
      years: 8, // the ends of 2018 to 2025
      terms: 2,
      events: [{ date: "2019-03-01", event: "黄牌", honor: "H1" }],
    });
    expect(titles[0]?.namings).toEqual([
      {
        id: "H1",
        term: "第一届",
        awarded: "2018-05-01",
        from: "2018-05-01",
        to: "2021-04-30",
        ended: null,
        granter: "市文明委",
        document: "〔2018〕1 号",
        predecessor: "",
      },
      {
        id: "H2",
        term: "第二届",
        awarded: "2021-05-01",
        from: "2021-05-01",
        to: null,
        ended: null,
        granter: "省文明委",
        document: "〔2021〕2 号",
        predecessor: "H1",
      },
    ]);
  });
  it("says what ended a title", () => {
    expect(titles[1]).toMatchObject({ key: "青年文明号", held: false, years: 0, terms: 0 });
    expect(titles[1]?.namings[0]?.ended).toEqual({ date: "2024-06-01", event: "撤销" });
  });
});

import { describe, expect, it } from "vitest";
import { redact } from "../../../src/core/checks/redact.ts";
import { applySignoffs, signoffRow } from "../../../src/core/checks/signoffs.ts";
import { severity } from "../../../src/core/finding.ts";
import { say } from "../../../src/core/message.ts";
import { saySigned } from "../../../src/core/words/finding-line.ts";
import { datasets, inputsOf, readRows, units } from "../read-rows.ts";

function printed(exports: Readonly<Record<string, string>>, signoffs?: string): string[] {
  const all = { "units/units.csv": units, ...exports };
  const { findings, rows, totals } = readRows(all, signoffs);
  const of = { rows, totals, datasets, exports: inputsOf(all).exports, now: "2026-03-01" };
  return redact(findings, of).map((found) => `${say(found).message} ${JSON.stringify(found.subject)}`);
}

const hidden = "原文已隐藏（内部数据）";
const header = "时点,单位,口径,备案注册人数,公开属性,发布时间\n";

describe("redact(findings, of)", () => {
  it("quotes notes below a table, unless the table has internal columns", () => {
    const [note] = printed({ "volunteers/2024.csv": `${header}2024-12-31,01,全局,8,,\n注：截至年底,,,,,\n` });
    expect(note).toContain("注：截至年底");
    const honours =
      "荣誉编号,名称,级别,类型,获得单位,获得者,命名日期\n1,能手,省级,个人,01,张三,2024-03-05\n注：李四另报,,,,,,\n";
    expect(printed({ "honors/2024.csv": honours }).join("")).not.toContain("李四");
  });

  it("says nothing of a sum in which something internal takes part", () => {
    const rows = (shown: string) =>
      `时点,单位,口径,备案注册人数,公开属性\n2024-12-31,0101,全局,12,\n2024-12-31,01,全局,8,${shown}\n2024-12-31,合计,全局,27,\n`;
    const sums = (text: string) =>
      printed({ "volunteers/2024.csv": text }).filter((line) => line.includes("明细之和"));
    expect(sums(rows(""))).toHaveLength(2);
    for (const line of sums(rows("内部"))) expect(line).not.toMatch(/27|20|15|\b7\b/);
  });

  it("quotes public cells", () => {
    const [message] = printed({ "volunteers/a.csv": `${header}2018-12-31,机密处,全局,12,,\n` });
    expect(message).toContain("机密处");
  });

  it.each([
    ["an internal row", "2018-12-31,机密处,全局,12,内部,\n"],
    ["a row whose 发布时间 has not come", "2018-12-31,机密处,全局,12,,2026-03-02\n"],
  ])("hides what stands in %s", (_, row) => {
    const [message, ...others] = printed({ "volunteers/a.csv": header + row });
    expect(others).toEqual([]);
    expect(message).toContain(hidden);
    expect(message).not.toContain("机密处");
  });

  it("says how long a hidden text is and which character is odd, where that helps", () => {
    const [message] = printed({ "volunteers/a.csv": `${header}2018-12-31,01,全局,"12，34",内部,\n` });
    expect(message).toContain("原文已隐藏（内部数据）：长度 5，第 3 个字符是“，”");
    expect(message).not.toMatch(/12|34/);
  });

  it.each(["2018-13-01", "96543.217"])(
    "gives away nothing of %s, which is written as it should be",
    (cell) => {
      const row = cell.startsWith("2018") ? `${cell},01,全局,12` : `2018-12-31,01,全局,${cell}`;
      const messages = printed({ "volunteers/a.csv": `${header}${row},内部,\n` });
      expect(messages.join()).toContain(hidden);
      expect(messages.join()).not.toContain("长度");
      expect(messages.join()).not.toContain(cell);
    },
  );

  it("hides an internal row's figure in the finding of another row", () => {
    const rows = "2017-12-31,01,全局,4711,内部,\n2018-12-31,01,全局,120,,\n";
    const messages = printed({ "volunteers/a.csv": header + rows });
    expect(messages).toHaveLength(1);
    expect(messages.join()).not.toContain("4711");
  });

  it("hides all figures of a comparison in which an internal one takes part", () => {
    const people = "时点,单位,口径,备案注册人数,活跃人数,公开属性\n";
    const shown = "年度,单位,口径,项目,计量单位,本年数,公开属性\n";
    const sum = `${shown}2018,01,全局,公务用车购置费,万元,47.11,内部\n2018,01,全局,公务用车运行费,万元,20.00,\n2018,01,全局,公务用车购置及运行费,万元,99.99,\n`;
    const above = `${people}2018-12-31,01,全局,4711,4712,内部\n`;
    const [inSum, inRow] = [printed({ "austerity/a.csv": sum }), printed({ "volunteers/a.csv": above })];
    expect(inSum).toHaveLength(1);
    expect(inSum.join()).not.toMatch(/47\.11|67\.11|32\.88|99\.99/);
    expect(inRow).toHaveLength(1);
    expect(inRow.join()).not.toMatch(/471/);
  });

  it.each([
    ["that it is 0", "2017-12-31,01,全局,40,30,\n2018-12-31,01,全局,0,0,内部\n"],
    ["that it is the same as a public one", "2017-12-31,01,全局,40,30,内部\n2018-12-31,01,全局,40,30,\n"],
    ["that it is a hundredth", "2017-12-31,01,全局,40,30,内部\n2018-12-31,01,全局,4000,31,\n"],
  ])("does not say of an internal figure %s, and stops all the same", (_, figures) => {
    const all = {
      "units/units.csv": units,
      "volunteers/a.csv": `时点,单位,口径,备案注册人数,活跃人数,公开属性\n${figures}`,
    };
    const { findings, rows, totals } = readRows(all);
    const told = redact(findings, {
      rows,
      totals,
      datasets,
      exports: inputsOf(all).exports,
      now: "2026-03-01",
    });
    expect(told.map((found) => [found.code, severity(found), signoffRow(found)?.includes(hidden)])).toEqual([
      ["SEC-08", "error", true],
    ]);
  });

  it("hides an internal column of a public row, and the key and value to be signed", () => {
    const text =
      "荣誉编号,名称,级别,类型,获得单位,获得者,命名日期\nH1,先进个人,省级,个人,01,=张示例,2018-01-10\n";
    const messages = printed({ "honors/a.csv": text });
    expect(messages).toHaveLength(1);
    expect(messages.join()).not.toContain("张示例");
  });

  it("hides all that is quoted of an unreadable file that speaks of internal rows", () => {
    const text = `${header}2018-12-31,01,全局,12,内部,\n2018-12-31,"机密处"x,全局,12,内部,\n`;
    expect(printed({ "volunteers/a.csv": text }).join()).not.toContain("机密处");
  });

  it("quotes a row that could not be read where no row of the file can be internal", () => {
    const torn = (header: string, end: string) =>
      printed({
        "headcount/2024.csv": `时点,单位,口径,在岗职工数${header}\n2024-12-31,01,全局,1,234${end}\n`,
      }).join();
    expect(torn("", "")).toContain("1,234");
    expect(torn("", ",内部")).not.toContain("1,234"); // its header may be what is missing
    expect(torn(",公开属性", ",公开")).not.toContain("1,234");
    expect(torn(",发布时间", ",2024-12-31")).not.toContain("1,234");
  });

  it("hides who signed for what is internal, and why; for what is public it says both", () => {
    const rows = (shown: string) => `${header}2017-12-31,01,全局,120,,\n2018-12-31,01,全局,260,${shown},\n`;
    const signoffs =
      "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\nBIZ-09,volunteers,2018-12-31|某省某局|全局,备案注册人数,260,张某某,2019-01-20,并入了三个处,2020-01-01\n";
    const said = (shown: string) => {
      const all = { "units/units.csv": units, "volunteers/a.csv": rows(shown) };
      const { findings, rows: read, totals, signoffs: own } = readRows(all, signoffs);
      const of = { rows: read, totals, datasets, exports: inputsOf(all).exports, now: "2026-03-01" };
      const signed = applySignoffs(findings, own, "2026-03-01");
      return redact(signed, of)
        .map((found) => say(found).message + saySigned(found))
        .join("\n");
    };
    expect(said("")).toContain("张某某 于 2019-01-20 签认：并入了三个处");
    expect(said("内部")).toContain("（2019-01-20 已签认）");
    expect(said("内部")).not.toMatch(/张某某|并入/);
  });

  it("hides what sign-offs quote", () => {
    const signoffs =
      "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\nBIZ-09,volunteers,=机密处,列,1,甲,2019-01-10,乙,\n";
    const messages = printed({}, signoffs);
    expect(messages).toHaveLength(1);
    expect(messages.join()).not.toContain("机密处");
  });
});

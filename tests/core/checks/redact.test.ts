import { describe, expect, it } from "vitest";
import { redact } from "../../../src/core/checks/redact.ts";
import { say } from "../../../src/core/message.ts";
import { datasets, inputsOf, readRows, units } from "../read-rows.ts";

function printed(exports: Readonly<Record<string, string>>, signoffs?: string): string[] {
  const all = { "units/units.csv": units, ...exports };
  const { findings, rows } = readRows(all, signoffs);
  const of = { rows, datasets, exports: inputsOf(all).exports, now: "2026-03-01" };
  return redact(findings, of).map((found) => `${say(found).message} ${JSON.stringify(found.subject)}`);
}

const hidden = "（内部内容，已隐藏）";
const header = "时点,单位,口径,备案注册人数,公开属性,发布时间\n";

describe("redact(findings, of)", () => {
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

  it("hides an internal row's figure in the finding of another row", () => {
    const rows = "2017-12-31,01,全局,4711,内部,\n2018-12-31,01,全局,120,,\n";
    const messages = printed({ "volunteers/a.csv": header + rows });
    expect(messages).toHaveLength(1);
    expect(messages.join()).not.toContain("4711");
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

  it("hides what sign-offs quote", () => {
    const signoffs =
      "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\nBIZ-09,volunteers,=机密处,列,1,甲,2019-01-10,乙,\n";
    const messages = printed({}, signoffs);
    expect(messages).toHaveLength(1);
    expect(messages.join()).not.toContain("机密处");
  });
});

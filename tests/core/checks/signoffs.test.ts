import { describe, expect, it } from "vitest";
import { checkIdleSignoffs } from "../../../src/core/checks/idle-signoffs.ts";
import { applySignoffs, signoffRow } from "../../../src/core/checks/signoffs.ts";
import type { Edition } from "../../../src/core/edition.ts";
import { type Finding, filePlace, finding, severity } from "../../../src/core/finding.ts";
import { say } from "../../../src/core/message.ts";
import { readRows, units } from "../read-rows.ts";

const now = "2026-03-01";
const exports = {
  "units/units.csv": units,
  "volunteers/a.csv": "时点,单位,口径,备案注册人数\n2017-12-31,01,全局,120\n2018-12-31,某省某局,全局,260\n",
};
const header = "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\n";
const exact = "BIZ-09,volunteers,2018-12-31|某省某局|全局,备案注册人数,260,机关党委,2019-01-10,整体备案";

function signed(signoffs: string): readonly Finding[] {
  const validated = readRows(exports, header + signoffs);
  return applySignoffs(validated.findings, validated.signoffs, now);
}

describe("applySignoffs(findings, signoffs, now)", () => {
  it("turns exactly the finding it names into a note", () => {
    const [jump, ...others] = signed(`${exact},2027-01-31\n`);
    expect(others).toEqual([]);
    expect(jump && severity(jump)).toBe("note");
    expect(jump?.signature).toEqual({
      by: "机关党委",
      date: "2019-01-10",
      reason: "整体备案",
      review: "2027-01-31",
    });
  });

  it.each([
    ["another rule", exact.replace("BIZ-09", "BIZ-10")],
    ["another key", exact.replace("某省某局", "办公室")],
    ["another column", exact.replace("备案注册人数", "活跃人数")],
    ["another value", exact.replace("260", "261")],
  ])("does not take a sign-off for %s", (_, row) => {
    expect(signed(`${row},\n`).map(severity)).toEqual(["error"]);
  });

  it("warns of a passed 复核期 and lets it hold", () => {
    const found = signed(`${exact},2026-02-28\n`);
    expect(found.map((one) => [one.code, severity(one), one.cell])).toEqual([
      ["BIZ-09", "note", "D3"],
      ["SIGN-01", "warning", "I2"],
    ]);
  });

  it("does not sign an error", () => {
    const error = finding("FILE-01", filePlace("volunteers/b.csv"), {});
    const subject = { dataset: "volunteers", key: "volunteers/b.csv", column: "", value: "" };
    const signature = { by: "甲", date: "2026-01-01", reason: "乙", review: null };
    const [at] = [filePlace("signoffs.csv")];
    const places = { row: at, key: at, value: at, review: at };
    const [kept] = applySignoffs(
      [{ ...error, subject }],
      [{ code: "FILE-01", subject, signature, places }],
      now,
    );
    expect(kept?.signature).toBeNull();
  });
});

describe("signoffRow(finding)", () => {
  it("writes the row to paste, which then signs the finding", () => {
    const [jump] = readRows(exports).findings;
    const row = jump ? signoffRow(jump) : null;
    expect(row).toBe("BIZ-09,volunteers,2018-12-31|某省某局|全局,备案注册人数,260,,,,");
    const filled = row?.replace(",,,,", ",机关党委,2019-01-10,整体备案,");
    expect(signed(`${filled}\n`).map(severity)).toEqual(["note"]);
  });

  it("quotes what a CSV cell cannot hold bare", () => {
    const place = filePlace("a.csv");
    const subject = { dataset: "volunteers", key: 'a"b', column: "列", value: "1,234" };
    const found = finding("DATE-13", place, { title: "甲", year: 2018 }, { subject });
    expect(signoffRow(found)).toBe('DATE-13,volunteers,"a""b",列,"1,234",,,,');
  });

  it("is null where nobody can sign", () => {
    expect(signoffRow(finding("FILE-01", filePlace("a.csv"), {}))).toBeNull();
  });
});

describe("checkIdleSignoffs(findings, signoffs, setting)", () => {
  const idle = (signoffs: string, edition: Edition, more: Readonly<Record<string, string>> = {}) => {
    const {
      findings,
      rows,
      units: dictionary,
      ...read
    } = readRows({ ...exports, ...more }, header + signoffs);
    return checkIdleSignoffs(findings, read.signoffs, { rows, units: dictionary, edition });
  };

  it("says what stands there now", () => {
    const [found] = idle(`${exact.replace("260", "250")},\n`, "internal");
    expect(found && say(found).message).toBe(
      "“2018-12-31|某省某局|全局”的“备案注册人数”签认的是“250”，现在是“260”，这条签认不再有效。",
    );
    const [gone] = idle(`${exact.replace("2018", "2017")},\n`, "internal");
    expect(gone && say(gone).message).toBe(
      "检查没有在“2017-12-31|某省某局|全局”的“备案注册人数”发现 BIZ-09，那一格现在是“120”，这条签认不起作用。",
    );
  });

  it("is silent about what only the public edition looks for, in the internal one", () => {
    const small = `${exact.replace("BIZ-09", "SDC-07")},\n`;
    expect(idle(small, "internal")).toEqual([]);
    expect(idle(small, "public").map(({ code }) => code)).toEqual(["SIGN-03"]);
  });

  it("is silent about data that could not be read whole", () => {
    const torn = { "volunteers/b.csv": "时点,单位,口径,备案注册人数\n2016-12-31,01,全局\n" };
    const other = `${exact.replace("2018", "2016")},\n`;
    expect(idle(other, "internal").map(({ code }) => code)).toEqual(["SIGN-03"]);
    expect(idle(other, "internal", torn)).toEqual([]);
  });

  it("is silent about a sign-off that signs something", () => {
    expect(idle(`${exact},\n`, "internal")).toEqual([]);
  });
});

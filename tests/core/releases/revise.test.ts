import { describe, expect, it } from "vitest";
import type { Point } from "../../../src/core/figure.ts";
import type { History } from "../../../src/core/releases/history.ts";
import type { ReleasedPoint } from "../../../src/core/releases/release.ts";
import { followRows } from "../../../src/core/releases/revise.ts";
import type { RevisionRow } from "../../../src/core/releases/revisions.ts";
import { isSaid, isTakenBack, type Stated } from "../../../src/core/releases/statement.ts";

type Said = number | Partial<Stated>;

const stated = (said: Said): Stated => ({
  value: typeof said === "number" ? said : null,
  state: typeof said === "number" ? "final" : "missing",
  change: null,
  until: null,
  ...(typeof said === "number" ? {} : said),
});

/** A figure that was released as this, one release after another, and is this now. */
function historyOf(released: readonly Said[], now: Said): History {
  return {
    indicator: "x",
    title: "某数",
    series: "total",
    seriesTitle: "合计",
    seriesName: "合计",
    year: 2019,
    unit: "次",
    decimals: 0,
    stages: released.map((said, i) => ({ date: `202${i}-01-15`, point: stated(said) as ReleasedPoint })),
    now: stated(now) as Point,
  };
}

const row = (old: string, now: string) => ({ old, new: now }) as RevisionRow;
const outcome = (history: History, rows: readonly RevisionRow[]) =>
  followRows(history, rows).map((one) =>
    one.kind === "explained" || one.kind === "unexplained"
      ? `${one.kind} ${one.old}→${one.new}`
      : `${one.kind} ${one.row.old}→${one.row.new}`,
  );

describe("isTakenBack(before, after)", () => {
  const cases: [why: string, before: Said, after: Said | undefined, isTaken: boolean][] = [
    ["the same number", 120, 120, false],
    ["another number", 120, 125, true],
    ["another in its last digit", 0.1 + 0.2, 0.3, true],
    ["a number that is provisional no more", { value: 120, state: "provisional" }, 120, false],
    ["a provisional number that is another", { value: 120, state: "provisional" }, 121, true],
    ["a number that is gone", 120, undefined, true],
    ["a number that is withheld now", 120, { state: "withheld" }, true],
    ["未统计 that has a number", { state: "not-collected" }, 3, true],
    ["小数值不公布 that has a number", { state: "suppressed" }, 3, true],
    ["缺 that has a number", { state: "missing" }, 3, false],
    ["未到期 that has a number", { state: "not-due" }, 3, false],
    ["a year that was not over", { value: 40, state: "final", until: "2021-06-30" }, 101, false],
    [
      "增减率 that is another",
      { state: "rate-only", change: -20 },
      { state: "rate-only", change: -25 },
      true,
    ],
    ["增减率 that has its number", { state: "rate-only", change: -20 }, 96, false],
  ];
  it.each(cases)("knows %s", (_, before, after, isTaken) => {
    expect(isTakenBack(stated(before), after === undefined ? undefined : stated(after))).toBe(isTaken);
  });

  it("lets what was withdrawn stay away, and not come back", () => {
    const withdrawn = { ...stated({ state: "withheld" }), withdrawn: { date: "2021-02-01", reason: "。" } };
    expect(isTakenBack(withdrawn, stated({ state: "withheld" }))).toBe(false);
    expect(isTakenBack(withdrawn, stated(120))).toBe(true);
  });
});

describe("isSaid(cell, said)", () => {
  it("takes what a table program leaves of a long number, and nothing shorter", () => {
    expect(isSaid("41.8439716312057", "41.843971631205676")).toBe(true); // 15 digits
    expect(isSaid("41.84397163", "41.843971631205676")).toBe(false);
    expect(isSaid("41.8", "41.843971631205676")).toBe(false);
  });

  it("reads wide digits, and words as they are", () => {
    expect(isSaid(" １２０ ", "120")).toBe(true);
    expect(isSaid("未公开", "未公开")).toBe(true);
    expect(isSaid("", "0")).toBe(false);
  });
});

describe("followRows(history, rows)", () => {
  it("wants a row for a change, and no other", () => {
    expect(outcome(historyOf([120], 120), [])).toEqual([]);
    expect(outcome(historyOf([120], 125), [])).toEqual(["unexplained 120→125"]);
    expect(outcome(historyOf([120], 125), [row("120", "125")])).toEqual(["explained 120→125"]);
  });

  it("follows several rows from one to the next, and back again", () => {
    expect(outcome(historyOf([120], 125), [row("120", "123"), row("123", "125")])).toEqual([
      "explained 120→125",
    ]);
    expect(outcome(historyOf([120], 120), [row("120", "125"), row("125", "120")])).toEqual([
      "explained 120→120",
    ]);
  });

  it("wants rows between releases as well as after the last", () => {
    expect(outcome(historyOf([120, 125], 130), [row("125", "130")])).toEqual([
      "unexplained 120→125",
      "explained 125→130",
    ]);
    expect(outcome(historyOf([120, 125], 130), [row("120", "125"), row("125", "130")])).toEqual([
      "explained 120→125",
      "explained 125→130",
    ]);
  });

  it("finds rows that are not true", () => {
    expect(outcome(historyOf([120], 125), [row("102", "125")])).toEqual(["old 102→125"]);
    expect(outcome(historyOf([120], 125), [row("120", "152")])).toEqual(["new 120→152"]);
    expect(outcome(historyOf([120], 120), [row("120", "125")])).toEqual(["idle 120→125"]);
    expect(outcome(historyOf([120], 125), [row("120", "125"), row("120", "125")])).toEqual([
      "explained 120→125",
      "old 120→125",
    ]);
  });
});

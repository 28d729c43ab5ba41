import { describe, expect, it } from "vitest";
import { ledgerOf, recentEntries, statusOf } from "../../src/components/ledger.ts";
import { findRibbon, ribbonFinding, ribbonKeys, standing } from "../../src/components/ribbon.ts";
import type { Naming, Title } from "../../src/core/figure.ts";
import { figure, point, series } from "./figure.ts";

const naming = (id: string, from: string, to: string | null, more: Partial<Naming> = {}): Naming => ({
  id,
  term: "",
  awarded: from,
  from,
  to,
  ended: null,
  granter: "",
  document: "",
  predecessor: "",
  ...more,
});

const title = (key: string, namings: Naming[], more: Partial<Title> = {}): Title => ({
  key,
  name: key.split("@")[0] ?? key,
  unit: "某省某局",
  level: "省级",
  kind: "集体",
  namings,
  events: [],
  held: true,
  years: 1,
  terms: 1,
  ...more,
});

const often = title("标兵", [naming("H1", "2014-01-01", "2016-12-31"), naming("H2", "2017-01-01", null)]);
const once = title("先锋号@01", [naming("H3", "2015-01-01", null)]);
const person = title(
  "能手@02",
  [naming("H4", "2015-01-01", null), naming("H5", "2016-01-01", null), naming("H6", "2017-01-01", null)],
  { kind: "个人" },
);
const streaks = figure([], {
  measure: { kind: "streak", dataset: "honors", events: "honor-events", where: {} },
  series: ["标兵", "先锋号@01", "能手@02"].map((key) => series(key, [point(2025, { value: 3 })])),
});

describe("findRibbon(figures, titles, count)", () => {
  it("takes the titles with most to tell, never a person's", () => {
    const ribbon = findRibbon([streaks], [once, person, often], 1);
    expect(ribbon?.titles.map((one) => one.key)).toEqual(["标兵"]);
    expect(ribbon?.figure.series.map((one) => one.key)).toEqual(["标兵"]);
  });
  it("keeps the titles in their own order", () => {
    const ribbon = findRibbon([streaks], [once, often], 2);
    expect(ribbon?.titles.map((one) => one.key)).toEqual(["先锋号@01", "标兵"]);
  });
  it("gives null where there are no streaks", () => {
    expect(findRibbon([figure([point(2025, { value: 1 })])], [often], 4)).toBeNull();
  });
});

describe("standing(titles)", () => {
  it("counts titles and those that stand", () => {
    expect(standing([often, { ...once, held: false }])).toBe("2 项称号，1 项仍然有效");
    expect(standing([often, once])).toBe("2 项称号，全部仍然有效");
  });
});

describe("ribbonFinding(ribbon, said, all)", () => {
  const kept = (key: string, terms: number, years: number) => title(key, [], { terms, years });
  const titles = [
    kept("标兵", 4, 12),
    kept("单位", 2, 6),
    kept("窗口@05", 4, 11),
    kept("青年@04", 4, 8),
    once,
  ];
  const ribbon = {
    titles,
    figure: figure([], { series: titles.map(({ key }) => series(key, [])) }),
  };
  it("names the whole bureau's titles first, then those kept longest, two at most", () => {
    expect(ribbonFinding(ribbon, [], titles)).toBe("标兵连续 4 届，单位连续 2 届");
  });
  it("leaves out what the page has said", () => {
    expect(ribbonFinding(ribbon, ["标兵连续 4 届（12 年）"], titles)).toBe("单位连续 2 届，窗口@05连续 4 届");
  });
  it("never calls a title kept that has lapsed", () => {
    const lapsed = { ...ribbon, titles: [{ ...kept("标兵", 4, 12), held: false }, kept("单位", 2, 6)] };
    expect(ribbonFinding(lapsed, [], titles)).toBe("单位连续 2 届");
  });
  it("says how many stand where none was named twice running", () => {
    expect(ribbonFinding({ ...ribbon, titles: [once] }, [], [once])).toBe("1 项称号，全部仍然有效");
  });
});

describe("ribbonKeys(titles)", () => {
  it("explains only the signs that occur", () => {
    expect(ribbonKeys([{ ...once, held: false }])).toEqual([]);
    expect(ribbonKeys([often])).toEqual(["断缝：重新命名", "尖端空框：截至日后仍有效"]);
  });
});

describe("statusOf(title, naming, day)", () => {
  it("tells a naming that stands from one that ran out or was taken", () => {
    const [first, second] = often.namings as [Naming, Naming];
    expect(statusOf(often, first, "2025-12-31")).toBe("到期");
    expect(statusOf(often, second, "2025-12-31")).toBe("有效");
    const ended = naming("H7", "2016-01-01", null, { ended: { date: "2019-06-01", event: "撤销" } });
    expect(statusOf(often, ended, "2025-12-31")).toBe("撤销");
  });
  it("counts the last day of validity", () => {
    expect(statusOf(often, naming("H8", "2022-01-01", "2025-12-31"), "2025-12-31")).toBe("有效");
  });
  it("shows a yellow card until it is lifted", () => {
    const carded = { ...once, events: [{ date: "2022-08-10", event: "黄牌", honor: "H3" }] };
    const [only] = carded.namings as [Naming];
    expect(statusOf(carded, only, "2022-12-31")).toBe("黄牌");
    const lifted = {
      ...carded,
      events: [...carded.events, { date: "2023-03-01", event: "恢复", honor: "H3" }],
    };
    expect(statusOf(lifted, only, "2023-12-31")).toBe("有效");
  });
});

describe("recentEntries(entries, count)", () => {
  it("keeps the latest and every one whose standing has changed", () => {
    const revoked = title("巾帼岗", [
      naming("H9", "2013-03-08", null, { ended: { date: "2019-06-12", event: "撤销" } }),
    ]);
    const entries = ledgerOf([often, revoked, once], "2025-12-31");
    expect(recentEntries(entries, 1).map((entry) => entry.naming.id)).toEqual(["H2", "H9"]);
  });
});

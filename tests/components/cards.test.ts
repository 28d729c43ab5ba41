import { describe, expect, it } from "vitest";
import { planCards, withViews } from "../../src/components/cards.ts";
import { settingsSchema } from "../../src/core/declared/settings.ts";
import type { PublishedFigure } from "../../src/core/site.ts";
import { headline } from "../../src/core/words/headline.ts";
import { figure, point } from "./figure.ts";

const site = { settings: settingsSchema.parse({ overview: ["fees"] }) };
const counts = { unit: "次", decimals: 0, changeUnit: "%", chart: "index" } as const;

/** A figure that stood at `from` in 2012 and stands at `to` in 2025. */
function fallen(id: string, title: string, from: number, to: number, more: object = {}) {
  const base = (to / from - 1) * 100;
  const points = [point(2012, { value: from, base: 0 }), point(2024, { value: to + 2 })];
  const change = (-2 / (to + 2)) * 100;
  return figure([...points, point(2025, { value: to, base, change })], { ...counts, id, title, ...more });
}

const meetings = fallen("meetings", "会议", 120, 60);
const fees = fallen("fees", "接待费", 100, 27);

describe("withViews(groups)", () => {
  it("lets a figure's further charts follow its group, and asks for none that would be empty", () => {
    const asking: PublishedFigure = { ...fees, also: ["changes", "budget"] };
    const charts = withViews([[meetings, asking], [meetings]]).map((group) =>
      group.map(({ chart }) => chart),
    );
    expect(charts).toEqual([["index", "index"], ["changes"], ["index"]]); // it has changes, but no budget
  });
});

describe("planCards(groups, site, headlines, lead)", () => {
  it("lets the figure that leads the page speak, else the one that opens the site, else the first", () => {
    const speakers = (lead?: typeof fees) =>
      planCards([[meetings, fees]], site, [], lead).map(({ speaker }) => speaker.id);
    expect(speakers(meetings)).toEqual(["meetings"]);
    expect(speakers()).toEqual(["fees"]);
    const [plan] = planCards([[meetings, { ...meetings, id: "other" }]], site, []);
    expect(plan?.speaker.id).toBe("meetings");
  });
  it("says of figures that share a chart what they have in common", () => {
    expect(planCards([[meetings, fees]], site, [])[0]?.finding).toBe("两项都低于 2012 年，接待费降得最多");
  });
  it("says no sentence that the page's headline or an earlier card has said", () => {
    expect(headline(meetings)).toBe("会议降到 2012 年的一半"); // 60 of 120
    const said = planCards([[meetings], [meetings]], site, [headline(meetings)]);
    expect(said.map(({ finding }) => finding)).toEqual([
      "2025 年会议 60 次，比上年减少 3.2%", // 2 of 62
      "会议：2012、2024—2025 年有数",
    ]);
  });
  it("has something left to say of a single year", () => {
    const one = figure([point(2025, { value: 60 })], { ...counts, title: "会议" });
    const [plan] = planCards([[one]], site, [headline(one)]);
    expect(headline(one)).toBe("2025 年会议 60 次");
    expect(plan?.finding).toBe("会议：只有 2025 年有数");
  });
  it("gives each card of a figure an address of its own", () => {
    const asking: PublishedFigure = { ...fees, also: ["changes"] };
    expect(planCards(withViews([[asking]]), site, []).map(({ id }) => id)).toEqual(["fees", "fees-changes"]);
  });
});

import { describe, expect, it } from "vitest";
import type { PublishedFigure, Target } from "../../src/core/site.ts";
import { drawGoals } from "../../src/wall/drawings/goals.ts";
import { type Format, formatsAt } from "../../src/wall/format.ts";
import type { Surroundings } from "../../src/wall/scene.ts";
import { goalsOf, targetsScene } from "../../src/wall/targets.ts";
import { pointOf, streaksOf } from "./titles.ts";

const format = (id: string) => formatsAt().find((one) => one.id === id) as Format;
const area = { x: 96, y: 240, width: 1728, height: 610 };

function figureOf(
  title: string,
  value: number | null,
  target: number,
  direction: Target["direction"] = "up",
  unit = "%",
): PublishedFigure {
  return {
    ...streaksOf(2025, {}),
    id: title,
    title,
    topic: "volunteers",
    unit,
    decimals: 1,
    chart: "line",
    changeUnit: unit === "%" ? "百分点" : "%",
    measure: { kind: "sum", dataset: "volunteers", column: "人数", where: {} },
    series: [
      {
        key: "total",
        title: "",
        points: [pointOf(2025, { value, state: value === null ? "missing" : "final" })],
      },
    ],
    targets: [{ year: 2025, value: target, direction, source: "考核办法" }],
  };
}

const met = figureOf("志愿者占比", 89.8, 85);
const missed = figureOf("服务时长", 23.5, 25, "up", "小时");
const within = figureOf("接待费", 22.5, 28, "down", "万元");
const above = figureOf("会议", 66, 60, "down", "次");
const all = [met, missed, within, above];

describe("goalsOf", () => {
  it("says how far a value is from its target, each in its direction; those missed first", () => {
    expect(
      goalsOf({ figures: all }).map(({ name, value, bound, met: isMet, apart }) => [
        name,
        value,
        bound,
        isMet,
        apart,
      ]),
    ).toEqual([
      ["服务时长", "23.5 小时", "不低于 25 小时", false, "还差 1.5 小时"],
      ["会议", "66.0 次", "不高于 60 次", false, "超出 6.0 次"],
      ["志愿者占比", "89.8%", "不低于 85%", true, "高出 4.8 个百分点"],
      ["接待费", "22.5 万元", "不高于 28 万元", true, "低了 5.5 万元"],
    ]);
  });

  it("judges nothing that is not there", () => {
    expect(goalsOf({ figures: [figureOf("志愿者占比", null, 85)] })).toEqual([]);
  });
});

describe("targetsScene", () => {
  const headlineOf = (figures: readonly PublishedFigure[]) =>
    targetsScene({
      site: { figures, asOf: "2025-12-31" },
      marks: [],
      names: [],
      codeOf: () => null,
    } as unknown as Surroundings)?.headline;

  it("says how many targets were met, and which were not", () => {
    expect(headlineOf([met, within])).toBe("两项目标都已达到");
    expect(headlineOf([missed, above])).toBe("两项目标都没有达到");
    expect(headlineOf(all.slice(0, 3))).toBe("三项目标达到两项，服务时长没有达到");
    expect(headlineOf([met])).toBe("2025 年志愿者占比 89.8%，超过目标 85%");
    expect(headlineOf([])).toBeUndefined();
  });
});

describe("drawGoals", () => {
  const barsOf = (figures: readonly PublishedFigure[]) => {
    const ink = drawGoals(goalsOf({ figures }), [area], format("wide")).drawing;
    const rects = [...ink.matchAll(/<rect class="(\w+)" x="([\d.]+)"[^>]*width="([\d.]+)"/g)].slice(1); // the first is the rail
    return rects.map(([, colour, x, width]) => ({
      colour,
      from: Number(x) - area.x,
      width: Number(width),
    }));
  };

  it("runs a bar over the target's line by as much as the value passes it", () => {
    const [bar, over] = barsOf([met]);
    expect([bar?.colour, over?.colour]).toEqual(["t2", "mark"]);
    expect(((bar?.width ?? 0) + (over?.width ?? 0)) / (bar?.width ?? 1)).toBeCloseTo(89.8 / 85, 2);
  });

  it("ends a bar short of the line where a value is short of it, and leaves what stayed free blank", () => {
    const [bar, blank] = barsOf([within]);
    expect([bar?.colour, blank?.colour]).toEqual(["t2", "card"]);
    expect((bar?.width ?? 0) / ((bar?.width ?? 0) + (blank?.width ?? 0))).toBeCloseTo(22.5 / 28, 2);
    expect(barsOf([missed]).map(({ colour }) => colour)).toEqual(["t2"]);
  });

  it("shows in ink what is too much", () => {
    expect(barsOf([above]).map(({ colour }) => colour)).toEqual(["t2", "ink"]);
  });

  it("keeps a bar within its rail however far a value passes its target", () => {
    const bars = barsOf([figureOf("时长", 9000, 25)]);
    expect(Math.max(...bars.map(({ from, width }) => from + width))).toBeLessThanOrEqual(area.width);
  });

  it("says how many targets found no room", () => {
    const many = Array.from({ length: 30 }, (_, i) => figureOf(`指标${i}`, 90, 85));
    const ink = drawGoals(goalsOf({ figures: many }), [area], format("wide")).drawing;
    const shown = [...ink.matchAll(/>指标<\/text>/g)].length;
    expect(shown).toBeGreaterThan(2);
    expect(ink.replace(/<[^>]*>/g, "")).toContain(`另有${30 - shown}项目标，都已达到`);
  });
});

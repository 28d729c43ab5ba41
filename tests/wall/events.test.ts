import { describe, expect, it } from "vitest";
import { scrollOf } from "../../src/wall/drawings/scroll.ts";
import { drawScrolls } from "../../src/wall/drawings/scrolls.ts";
import { eventsOf, eventsScene, type YearOfEvents } from "../../src/wall/events.ts";
import { type Format, formatsAt } from "../../src/wall/format.ts";
import type { Surroundings } from "../../src/wall/scene.ts";
import { eventOf, titleOf } from "./titles.ts";

const wide = formatsAt().find(({ id }) => id === "wide") as Format;
const area = { x: 96, y: 240, width: 1728, height: 610 };
const entry = (date: string, title: string) => ({ date, title, note: "" });
const wordsOf = (ink: string) => [...ink.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word);

const national = titleOf("全国文明单位", [["第七届", "2025-05-23", null]], { level: "国家级" });
const units = titleOf("省级文明窗口", [["", "2025-05-20", null]], {
  key: "省级文明窗口@0109",
  unit: "窗口服务处",
});
const minor = titleOf("市级平安单位", [["", "2025-01-26", null]], {
  key: "市级平安单位@0104",
  unit: "办公室",
  level: "市级",
});
const person = titleOf("全国先进工作者", [["", "2025-05-01", null]], { level: "国家级", kind: "个人" });
const examined = titleOf("市级文明单位", [["", "2020-01-01", null]], {
  level: "市级",
  events: [eventOf("2025-10-09", "复查合格")],
});
const titles = [national, person, units, examined, minor];

const siteOf = (timeline: readonly ReturnType<typeof entry>[], of = titles, asOf = "2025-12-31") => ({
  timeline,
  titles: of,
  asOf,
});

describe("eventsOf", () => {
  it("gathers what the timeline holds, the titles given, and what became of the bureau's own", () => {
    const found = eventsOf(
      siteOf([entry("2025-03-05", "修订实施细则"), entry("2024-06-01", "入驻大厅")]),
    ) as YearOfEvents;
    expect(found.year).toBe(2025);
    expect(found.events.map(({ month, text, unit }) => [month, text, unit])).toEqual([
      [3, "修订实施细则", ""],
      [5, "获全国文明单位", ""],
      [10, "市级文明单位复查合格", ""],
      [5, "获省级文明窗口", "窗口服务处"],
    ]);
  });

  it("names no person, and no small title of a unit", () => {
    const texts = eventsOf(siteOf([]))
      ?.events.map(({ text }) => text)
      .join("");
    expect(texts).not.toMatch(/先进工作者|平安单位/);
  });

  it("goes back to the last year in which something happened", () => {
    const found = eventsOf(
      siteOf([entry("2019-07-01", "并入机关服务中心"), entry("2016-09-01", "入驻大厅")], []),
    ) as YearOfEvents;
    expect([found.year, found.events.length]).toEqual([2019, 1]);
    expect(eventsOf(siteOf([], []))).toBeNull();
  });

  it("knows the theme of a year by its name, of the next year first", () => {
    const found = eventsOf(
      siteOf(
        [
          entry("2025-01-08", "基层基础建设年"),
          entry("2026-01-06", "基层基础提升年"),
          entry("2025-09-01", "建局四十周年"),
        ],
        [],
      ),
    ) as YearOfEvents;
    expect(found.theme).toEqual({ year: 2026, text: "基层基础提升年" });
    expect(found.events.map(({ text }) => text)).toEqual(["基层基础建设年", "建局四十周年"]);
  });

  it("keeps what is known by its year alone under no month", () => {
    expect(eventsOf(siteOf([entry("2025", "开放日")], []))?.events[0]?.month).toBe(13);
  });
});

describe("eventsScene", () => {
  const around = (timeline: readonly ReturnType<typeof entry>[]) =>
    ({
      site: { ...siteOf(timeline, []), settings: {} },
      marks: [],
      names: [],
      codeOf: () => null,
    }) as unknown as Surroundings;

  it("says how much happened, and which theme a year has", () => {
    const two = [entry("2025-02-01", "甲"), entry("2025-03-01", "乙")];
    expect(eventsScene(around(two))?.headline).toBe("两件大事写进 2025 年");
    expect(eventsScene(around([...two, entry("2026-01-06", "基层基础提升年")]))?.headline).toBe(
      "两件大事写进 2025 年，2026 年是基层基础提升年",
    );
    expect(eventsScene(around(two.slice(1)))?.headline).toBe("2025 年：乙");
  });
});

describe("drawScrolls", () => {
  it("hangs an event under its month", () => {
    const found = eventsOf(siteOf([entry("2025-09-01", "读书节开幕")], [])) as YearOfEvents;
    const ink = drawScrolls(found, [area], wide).drawing;
    const at = (word: string) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${word}<`).exec(ink)?.[1]);
    expect(at("读")).toBeGreaterThan(at("8"));
    expect(at("读")).toBeLessThan(at("10"));
  });

  it("says how many hang where not all find room", () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      entry(`2025-${String((i % 12) + 1).padStart(2, "0")}-${10 + i}`.slice(0, 10), `第${i}件大事记于此处`),
    );
    const found = eventsOf(siteOf(many, [])) as YearOfEvents;
    const words = wordsOf(drawScrolls(found, [area], wide).drawing).join("");
    const hung = Number(/图中列出(\d+)件/.exec(words)?.[1]);
    expect(hung).toBeGreaterThan(5);
    expect(words.match(/件大事记于此处/g)).toHaveLength(hung);
  });

  it("breaks a long event into columns, and loses none of its words", () => {
    const text = "后勤服务中心并入机关服务中心";
    const { columns } = scrollOf({ month: 7, date: "", text, unit: "" }, 46, 500, 10.8);
    expect(columns).toHaveLength(2);
    expect(columns.join("")).toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import type { WallEntry } from "../../src/core/wall/entry.ts";
import { clerkScenes, scheduled } from "../../src/wall/clerk.ts";
import { formatsAt } from "../../src/wall/format.ts";
import type { Surroundings } from "../../src/wall/scene.ts";

const always = { from: null, to: null, weekdays: null, hours: null, urgent: false };
const entryOf = (more: Partial<WallEntry>): WallEntry => ({
  kind: "welcome",
  scene: "welcome-2",
  title: "某市文明办考察组一行",
  lines: ["上午 9:30，三楼座谈"],
  seconds: null,
  when: always,
  ...more,
});
const scenesOf = (...wall: WallEntry[]) =>
  clerkScenes({
    site: { wall, settings: { bureau: "某省某局", title: "看板" } },
    marks: ["内部"],
    names: [],
    codeOf: () => null,
  } as unknown as Surroundings);
const wordsOf = (ink: string) => [...ink.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word).join("");
const wide = formatsAt()[2] ?? formatsAt()[0];

describe("clerkScenes", () => {
  it("makes a scene of each welcome and notice, with its own hours, and none of the wall's own", () => {
    const when = { ...always, from: "2026-01-19T09:00", urgent: true };
    const scenes = scenesOf(
      entryOf({}),
      entryOf({ kind: "figures", scene: "volunteers" }),
      entryOf({ kind: "notice", scene: "notice-4", when }),
    );
    expect(scenes.map(({ id, kind }) => [id, kind])).toEqual([
      ["welcome-2", "welcome"],
      ["notice-4", "notice"],
    ]);
    expect(scenes[0]?.when).toEqual({ urgent: false });
    expect(scenes[1]?.when).toEqual({ urgent: true, from: "2026-01-19T09:00" });
  });

  it("stays as long as the clerk says, else as long as reading takes", () => {
    const [own, read] = scenesOf(entryOf({ seconds: 45 }), entryOf({}));
    expect(own?.seconds).toBe(45);
    expect(read?.seconds).toBeGreaterThanOrEqual(12);
  });

  it("says all its words in every format, with the mark of an internal wall", () => {
    const scenes = scenesOf(entryOf({}), entryOf({ kind: "notice", scene: "notice-3" }));
    for (const format of formatsAt().concat(formatsAt(1.5))) {
      for (const { draw } of scenes) {
        const words = wordsOf(draw(format));
        for (const word of ["考察组一行", "三楼座谈", "某省某局", "内部"]) expect(words).toContain(word);
      }
    }
  });

  it.each([1, 1.25, 1.5])("says every word of the longest that is allowed, scaled by %d", (scale) => {
    const title = "某某省某某自治州文明建设委员会一行人";
    const lines = [
      "上午九点半在三楼第一会议室同处室座谈",
      "十点四十分到一楼大厅看志愿服务站展板",
      "下午两点去办事大厅听窗口同志讲述经过",
    ];
    const scenes = scenesOf(
      entryOf({ title, lines }),
      entryOf({ kind: "notice", scene: "notice-3", title, lines }),
    );
    for (const format of formatsAt(scale)) {
      for (const { draw } of scenes) {
        const words = wordsOf(draw(format));
        for (const said of [title, ...lines]) expect(words, format.id).toContain(said);
      }
    }
  });

  it("says when a notice is taken down: at its minute, or after a day that counts whole", () => {
    const untilOf = (to: string) => {
      const [scene] = scenesOf(entryOf({ kind: "notice", when: { ...always, to } }));
      return wordsOf(wide && scene ? scene.draw(wide) : "");
    };
    expect(untilOf("2026-01-19T17:30")).toContain("1月19日17:30自动撤下");
    expect(untilOf("2026-03-01T00:00")).toContain("2月28日后自动撤下");
  });

  it("shows one of the wall's own scenes as long and when it is told to", () => {
    const when = { ...always, hours: "08:00-18:00" };
    const wall = [entryOf({ kind: "figures", scene: "volunteers", title: "", seconds: 40, when })];
    const [own] = scenesOf(entryOf({}));
    if (!own) throw new Error("no scene");
    const told = scheduled({ ...own, id: "volunteers" }, { wall });
    expect([told.seconds, told.when]).toEqual([40, { urgent: false, hours: "08:00-18:00" }]);
    expect(scheduled(own, { wall })).toBe(own);
  });

  it("keeps a text that looks like markup a text", () => {
    const [scene] = scenesOf(entryOf({ title: "<b>欢迎</b>" }));
    expect(wide && scene?.draw(wide)).not.toContain("<b>");
  });
});

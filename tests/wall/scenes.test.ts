import { describe, expect, it } from "vitest";
import { buildSite } from "../../src/core/pipeline.ts";
import type { Site } from "../../src/core/site.ts";
import { headline } from "../../src/core/words/headline.ts";
import { load } from "../../src/load.ts";
import { formatsAt } from "../../src/wall/format.ts";
import { secondsFor } from "../../src/wall/scene.ts";
import { scenesOf } from "../../src/wall/scenes.ts";
import { project } from "../command.ts";

/** Check the sample in an edition, and give its site. */
function sample(edition: "public" | "internal" = "public"): Site {
  const { site } = buildSite(load(`${project}/data`, edition, "2026-03-01"));
  if (!site) throw new Error("the sample gives no site");
  return site;
}

const words = (picture: string) => picture.replace(/<[^>]*>/g, " ").replace(/\s+/g, "");

describe("scenesOf(site)", () => {
  const site = sample();
  const scenes = scenesOf(site, () => null);
  const wide = formatsAt().filter(({ id }) => id === "wide");

  it("opens with an overview, then shows each topic", () => {
    expect(scenes.map(({ id }) => id).slice(0, 5)).toEqual([
      "overview",
      "honors",
      "volunteers",
      "competitions",
      "austerity",
    ]);
  });

  it("says of a topic the very finding of its page", () => {
    const scene = scenes.find(({ id }) => id === "volunteers");
    const figure = site.figures.find(({ id }) => id === "volunteer-ratio");
    expect(scene?.headline).toBe(figure && headline(figure));
    const said = words(wide.map((format) => scene?.draw(format)).join(""));
    // 389 of 433 at the end of 2025: 89.838 %, 8.0 more than 81.797 % the year before
    for (const text of [
      "389备案注册人数",
      "433在岗职工数",
      "▲比上年提高8.0个百分点",
      "目标85%",
      "2013年未公开",
    ]) {
      expect(said).toContain(text);
    }
  });

  it("marks every picture of a sample, and of the internal edition", () => {
    for (const scene of scenesOf(sample("internal"), () => null).filter(({ kind }) => kind === "figures")) {
      for (const format of formatsAt()) expect(words(scene.draw(format))).toContain("内部·示例数据");
    }
    const real = { ...site, settings: { ...site.settings, sample: false } };
    const pictures = scenesOf(real, () => null).flatMap(({ draw }) => wide.map(draw));
    expect(pictures.filter((picture) => /示例数据|内部/.test(words(picture)))).toEqual([]);
  });

  it("leaves out what has nothing to show", () => {
    const bare = { ...site, figures: [], titles: [], timeline: [] };
    expect(scenesOf(bare, () => null).filter(({ kind }) => kind === "figures")).toEqual([]);
  });
});

describe("secondsFor(picture)", () => {
  it("gives a quarter of a second a character and four seconds to look up, at least twelve", () => {
    expect(secondsFor(`<text>${"字".repeat(60)}</text>`)).toBe(19);
    expect(secondsFor(`<text>${"字".repeat(61)} 2025</text>`)).toBe(20);
    expect(secondsFor("<text>字</text>")).toBe(12);
  });
});

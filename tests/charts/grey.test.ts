import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { looks } from "../../src/charts/index-lines.ts";
import { type Paint, paintOf } from "../../src/charts/level.ts";
import { type Palette, variables } from "../../src/charts/palette.ts";

/** Read the page's tokens: all of them in light, and those that dark sets anew. */
function themes(): { light: Palette; dark: Palette } {
  const css = readFileSync(new URL("../../src/styles/tokens.css", import.meta.url), "utf8");
  const read = (text: string) =>
    Object.fromEntries([...text.matchAll(/--(\w+):\s*(#\w+)/g)].map(([, name, color]) => [name, color]));
  const [light = "", dark = ""] = css.split("prefers-color-scheme: dark");
  return { light: read(light) as Palette, dark: { ...read(light), ...read(dark) } as Palette };
}

/** Compute CIE L* of a colour: what is left of it in grey print. */
function lightness(color: string): number {
  const digits = color.length === 4 ? [...color.slice(1)].map((c) => c + c) : color.slice(1).match(/../g);
  const [r = 0, g = 0, b = 0] = (digits ?? []).map((pair) => {
    const channel = Number.parseInt(pair, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

const pairs = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));

const step = 12; // of L*, about as much as two greys of a printed scale of nine

describe.each(Object.entries(themes()))("the palette in grey, %s", (_, palette) => {
  it("has every token that a chart may use", () => {
    for (const token of Object.keys(variables)) expect(palette).toHaveProperty(token);
  });

  /** Tell whether two areas look alike without hue: fills and outlines are as light as each other. */
  const isAlike = (a: Paint, b: Paint) => {
    const near = (x: string, y: string) => Math.abs(lightness(x) - lightness(y)) < step;
    if ((a.outline === null) !== (b.outline === null)) return false;
    return near(a.fill, b.fill) && near(a.outline ?? a.fill, b.outline ?? b.fill);
  };

  it("tells levels that stand on each other apart by lightness or outline", () => {
    const levels = ["国家级", "省级", "省直", "市级", "系统内"];
    const paints = new Map(levels.map((code, i) => [code, paintOf(code, i, palette)]));
    const alike = pairs([...paints]).filter(([[, a], [, b]]) => isAlike(a, b));
    expect(alike.map(([[a], [b]]) => `${a} ${b}`)).toEqual([]);
  });

  it("tells neighbouring codes that are no levels apart by lightness or outline", () => {
    const codes = Array.from({ length: 7 }, (_, i) => paintOf(`其他${i}`, i, palette));
    expect(codes.filter((a, i) => codes[i + 1] && isAlike(a, codes[i + 1] as Paint))).toEqual([]);
  });

  it("leaves hollow to what is partial: no code is as empty as the card", () => {
    const codes = [
      "国家级",
      "省级",
      "省直",
      "市级",
      "系统内",
      ...Array.from({ length: 7 }, (_, i) => `其他${i}`),
    ];
    const hollow = codes.filter((code, i) => paintOf(code, i, palette).fill === palette.card);
    expect(hollow).toEqual([]);
  });

  it("tells index lines apart by width, marker or lightness", () => {
    const lines = looks.map((look, i) => ({ ...look, width: i === 0 ? 3 : 2 }));
    const alike = pairs(lines).filter(
      ([a, b]) =>
        a.shape === b.shape &&
        a.width === b.width &&
        Math.abs(lightness(palette[a.color]) - lightness(palette[b.color])) < step,
    );
    expect(alike.map(([a, b]) => `${a.color} ${b.color}`)).toEqual([]);
  });

  it("tells the latest column and last year's dot from the others by lightness", () => {
    expect(Math.abs(lightness(palette.c4) - lightness(palette.c4s))).toBeGreaterThan(step);
    expect(Math.abs(lightness(palette.c4) - lightness(palette.rule))).toBeGreaterThan(step);
  });
});

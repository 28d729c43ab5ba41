import { mainSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, Site } from "../core/site.ts";
import { drawRibbon } from "./drawings/ribbon.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { Surroundings } from "./scene.ts";
import { type Tenure, tenureOf } from "./tenure.ts";

/** Picture titles kept, from a figure of streaks; null where it is none, or no title stands. */
export function honoursPicture(figure: PublishedFigure, around: Surroundings): Picture | null {
  const tenure = figure.measure.kind === "streak" ? tenureOf(figure, around.site) : null;
  if (!tenure) return null;
  const saying = { measures: legendOf(tenure), remarks: remarksOn(figure, around.site, tenure) };
  return pictureOf(figure, around, saying, (areas, format) => drawRibbon(tenure, areas, format));
}

/** Explain the ribbon's marks, those that occur; the fullest first. */
function legendOf({ main, others }: Tenure): string[] {
  const bands = [...main.bands, ...others.flatMap(({ bands: own }) => own)];
  const band = "色带为有效期";
  const fold = main.bands.length > 1 ? "，断缝为重新命名" : "";
  const notch = bands.some(({ notches }) => notches.length > 0) ? "，缺口为复查合格" : "";
  const card = bands.some(({ cards }) => cards.length > 0) ? "，斜线为黄牌期间" : "";
  return [...new Set([band + fold + notch + card, band + fold + notch, band + notch, band])];
}

/** Say who granted the title that leads, and to when it is valid. */
function remarksOn(figure: PublishedFigure, { titles }: Site, { until }: Tenure): string[] {
  const title = titles.find(({ key }) => key === mainSeries(figure)?.key);
  const granter = title?.namings.at(-1)?.granter ?? "";
  const remarks = [granter === "" ? "" : `授予单位：${granter}`, until ? `有效期至 ${until}` : ""];
  return remarks.filter((text) => text !== "");
}

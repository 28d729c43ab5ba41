import { isDrawable, latestPoint, mainSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, Site } from "../core/site.ts";
import { claimsOf } from "../core/words/claim.ts";
import { onYearBefore } from "../core/words/contrast.ts";
import { formatDirection, formatNumber } from "../core/words/format.ts";
import { headline, rankFigures } from "../core/words/headline.ts";
import { drawSpine } from "./drawings/spine.ts";
import type { Vertebra } from "./drawings/spine-sizes.ts";
import { framed, type Subject, stage } from "./frame.ts";
import { makeScene, type Scene, type Surroundings } from "./scene.ts";

/** So many figures the overview holds. */
const most = 4;

/** Make the scene that opens the round: the site's most telling figures, one a topic, on a spine. */
export function overviewScene({ site, marks, names, codeOf }: Surroundings): Scene | null {
  const figures = overviewFigures(site);
  const vertebrae = figures.flatMap((figure) => vertebraOf(figure) ?? []);
  const [first] = figures;
  if (vertebrae.length < 2 || !first) return null; // one figure has a scene of its own
  const { asOf, settings } = site;
  const scopes = [...new Set(figures.flatMap(({ scope }) => scope ?? []))];
  const years = [...new Set(figures.map((figure) => latestPoint(mainSeries(figure))?.year))];
  const year = years.length === 1 ? ` ${years[0]} 年` : "";
  const subject: Subject = {
    topic: "总览",
    measures: [`${settings.bureau}${year}${settings.title}`, `${settings.bureau}${year}`, settings.bureau],
    headline: headline(first),
    names,
    says: [`数据截至 ${asOf}`, scopes.length === 0 ? [] : [`口径：${scopes.join("、")}`]],
    marks,
    code: codeOf("index.html"),
  };
  const draw: Scene["draw"] = (format) => {
    const set = stage(format, subject, format.id === "triple" ? "panel" : "none");
    return framed(format, subject, set, drawSpine(vertebrae, set.areas, format));
  };
  const { headline: said } = subject;
  return makeScene({
    id: "overview",
    title: "总览",
    kind: "figures",
    headline: said,
    when: null,
    page: "index.html",
    draw,
  });
}

/**
 * Choose the figures: of those that open the site, and of the titles kept, the most telling one of each topic; where these are
 * fewer than four, the most telling others.
 */
function overviewFigures({ figures, settings }: Site): PublishedFigure[] {
  const chosen = settings.overview.flatMap((id) => figures.filter((figure) => figure.id === id));
  const kept = figures.filter(({ measure }) => measure.kind === "streak");
  const ranked = rankFigures([...kept, ...chosen.filter(isDrawable)]);
  const isFirst = ({ topic }: PublishedFigure, i: number) =>
    ranked.findIndex((other) => other.topic === topic) === i;
  const others = rankFigures(figures).filter(({ measure }) => measure.kind !== "trend");
  const said = [...new Set([...ranked.filter(isFirst), ...others])].filter(
    (figure) => vertebraOf(figure) !== null,
  );
  return said.slice(0, most);
}

/** Say one figure in the parts of a sentence around its number; null where its latest year has none. */
function vertebraOf(figure: PublishedFigure): Vertebra | null {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  if (!series || !latest || latest.value === null) return null;
  const number = formatNumber(latest.value, figure.decimals);
  const { unit } = figure;
  if (figure.measure.kind === "streak") {
    if (latest.value === 0) return null;
    const terms = latest.terms ?? 1;
    const since = `${latest.year - latest.value + 1} 年起`;
    return {
      before: "连续保持",
      number,
      unit,
      after: series.title,
      remark: terms > 1 ? `${terms} 届，${since}` : since,
      figure,
    };
  }
  const change = onYearBefore(figure, latest);
  const direction = latest.change === null ? "" : formatDirection(latest.change, figure);
  const said = claimsOf(figure).find((claim) => claim.said !== change)?.said ?? "";
  const remark = change === "" ? "" : `${direction} ${change}`.trim();
  return {
    before: figure.title,
    number,
    unit,
    after: said || change,
    remark: said === "" ? "" : remark,
    figure,
  };
}

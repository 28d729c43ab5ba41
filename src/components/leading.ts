import { formatComparison, formatValue } from "../core/format.ts";
import { headline } from "../core/headline.ts";
import { latestPoint, mainSeries } from "../core/latest.ts";
import type { PublishedFigure, Site } from "../core/site.ts";

/** Pick the figure that speaks for a topic: honours kept, else the first that opens the site, else the first drawn. */
export function leadFigure(site: Site, drawn: readonly PublishedFigure[]): PublishedFigure | undefined {
  const streak = drawn.find((figure) => figure.measure.kind === "streak");
  return streak ?? (drawn.length === 0 ? undefined : speaker(site, drawn));
}

/** Pick the figure that speaks for a card: the first that opens the site, else the first. */
export function speaker(site: Site, figures: readonly PublishedFigure[]): PublishedFigure {
  const chosen = figures.find((figure) => site.settings.overview.includes(figure.id));
  return (chosen ?? figures[0]) as PublishedFigure;
}

/** Say a topic's main figure against its base year, where there is one: the card below says it against the year before. */
export function topicHeadline(figure: PublishedFigure): string {
  const latest = latestPoint(mainSeries(figure));
  if (!latest || latest.value === null || latest.base === null || latest.year === figure.baseYear)
    return headline(figure);
  const since = formatComparison(latest.base, figure, ` ${figure.baseYear} 年`, latest.chained);
  return `${latest.year} 年${figure.title} ${formatValue(latest.value, figure)}，${since}`;
}

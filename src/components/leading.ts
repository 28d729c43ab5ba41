import type { PublishedFigure, Site } from "../core/site.ts";

/** Pick the figure that speaks for a card: the first that opens the site, else the first. */
export function speaker(site: Site, figures: readonly PublishedFigure[]): PublishedFigure {
  const chosen = figures.find((figure) => site.settings.overview.includes(figure.id));
  return (chosen ?? figures[0]) as PublishedFigure;
}

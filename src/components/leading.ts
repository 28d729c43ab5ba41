import type { Topic } from "../core/indicator.ts";
import type { PublishedFigure, Site } from "../core/site.ts";
import { isDrawable } from "./latest.ts";

/** Pick the figure that speaks for a topic: honours kept, else the first that opens the site, else the first drawn. */
export function leadFigure(site: Site, topic: Topic): PublishedFigure | undefined {
  const drawable = site.figures.filter((figure) => figure.topic === topic && isDrawable(figure));
  return (
    drawable.find((figure) => figure.measure.kind === "streak") ??
    drawable.find((figure) => site.settings.overview.includes(figure.id)) ??
    drawable[0]
  );
}

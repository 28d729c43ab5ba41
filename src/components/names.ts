import type { Site } from "../core/site.ts";

/** List the names that no line may break: titles held, units, indicators. */
export function namesOf(site: Site): string[] {
  const names = [
    ...site.titles.flatMap((title) => [title.name, title.unit]),
    ...site.figures.map((figure) => figure.title),
  ];
  return [...new Set(names)].filter((name) => name !== "");
}

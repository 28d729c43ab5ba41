import type { Title } from "../figure.ts";

const personal = new Set(["个人", "家庭"]); // named persons stand in no chart

/** Weigh what a title has to tell: namings, changes of its standing, and whether it is the whole bureau's. */
function weight(title: Title): number {
  const changes = title.events.filter(({ event }) => event !== "复查合格").length;
  return title.namings.length + changes + (title.key === title.name ? 1 : 0);
}

/** Order titles by how much they have to tell, the most telling first; those of named persons are left out. */
export function rankTitles(titles: readonly Title[]): Title[] {
  return titles.filter((title) => !personal.has(title.kind)).toSorted((a, b) => weight(b) - weight(a));
}

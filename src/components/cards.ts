import type { PublishedFigure, Site } from "../core/site.ts";
import { hasBudget } from "../core/words/budget.ts";
import { hasChanges } from "../core/words/changes.ts";
import { findings } from "../core/words/headline.ts";
import { togetherFinding } from "../core/words/together.ts";

/** A chart card to be: what it draws, who speaks for it, and what it says. */
export interface CardPlan {
  readonly id: string; // unique in the page
  readonly figures: readonly PublishedFigure[]; // drawn together
  readonly speaker: PublishedFigure; // its line is the main one
  readonly finding: string;
}

const has = { changes: hasChanges, budget: hasBudget } as const;

/** Follow each group by the further charts that its figures ask for, if there is anything to show in them. */
export function withViews(groups: readonly (readonly PublishedFigure[])[]): (readonly PublishedFigure[])[] {
  return groups.flatMap((group) => [
    group,
    ...group.flatMap((figure) =>
      figure.also.filter((view) => has[view](figure)).map((chart) => [{ ...figure, chart, also: [] }]),
    ),
  ]);
}

/**
 * Plan a page's cards. The figure whose finding leads the page speaks for its card, else the first that opens the site, else
 * the first; figures that share a chart first say what they have in common. No sentence stands twice on a page: of what a card
 * could say it says the most telling that neither the page's headline nor a card before it has said.
 */
export function planCards(
  groups: readonly (readonly PublishedFigure[])[],
  site: Pick<Site, "settings">,
  headlines: readonly string[],
  lead?: PublishedFigure,
): CardPlan[] {
  const said = new Set(headlines);
  const ids = new Set<string>();
  return groups.flatMap((figures) => {
    const opening = figures.find((figure) => site.settings.overview.includes(figure.id));
    const speaker = figures.find((figure) => figure === lead) ?? opening ?? figures[0];
    if (!speaker) return [];
    const own = [togetherFinding(figures) ?? [], findings(speaker)].flat();
    const finding = own.find((sentence) => !said.has(sentence)) ?? own[0] ?? "";
    const [first = speaker] = figures;
    const id = ids.has(first.id) ? `${first.id}-${first.chart}` : first.id;
    said.add(finding);
    ids.add(id);
    return [{ id, figures, speaker, finding }];
  });
}

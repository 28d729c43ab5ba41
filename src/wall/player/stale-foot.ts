import { type Staleness, sayStale } from "./staleness.ts";

/** Says in the foot of every picture with figures how old it is, in the place of what usually stands there. */
export class StaleFoot {
  private said = "";

  /** Say it, or let the usual words stand again. */
  show(stage: Element, stale: Staleness): void {
    const said = JSON.stringify(stale);
    if (said === this.said) return;
    this.said = said;
    const { classList } = document.documentElement;
    classList.toggle("stale", stale.level !== "fresh");
    classList.toggle("amber", stale.level === "amber");
    for (const foot of Array.from(stage.querySelectorAll('.scene[data-kind="figures"] .foot')))
      fill(foot, stale);
  }

  /** Forget what was said: the pictures are new ones. */
  forget(): void {
    this.said = "";
  }
}

function fill(foot: Element, stale: Staleness): void {
  const says = [1, 2, 3].map((n) => foot.querySelector<SVGElement>(`.say${n}`));
  const usual = says.map((say) => say?.dataset.usual ?? say?.textContent ?? "");
  const [first = "", second = ""] = usual;
  const room = Number(says[0]?.dataset.room ?? 0);
  const lines = stale.level === "fresh" ? usual : sayStale(stale, room, [first, second]);
  says.forEach((say, i) => {
    if (!say) return;
    say.dataset.usual = usual[i] ?? "";
    say.textContent = lines[i] ?? "";
  });
  foot.classList.toggle("three", stale.level !== "fresh" && lines[2] !== "");
}

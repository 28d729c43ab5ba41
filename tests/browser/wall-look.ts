import type { Page } from "playwright-core";
import type { Build } from "./wall-build.ts";

/** What stands on a wall at a moment. */
export interface Look {
  readonly build: string; // what the page says it is
  readonly scene: string; // title; "" if none stands there, or more than one
  readonly says: string; // the foot's lines
  readonly isTrue: boolean; // the picture is that build's, to the last stroke
  readonly words: string; // every word of the picture and of the title
  readonly inked: number; // share of the screen that is not ground
  readonly stale: string; // "", "stale" or "stale amber"
}

/** Look at a wall: whether what it shows is a picture of one of the builds that are known to be good. */
export async function look(page: Page, good: readonly Build[]): Promise<Look> {
  const seen = await page.evaluate(
    (pages) => {
      const shown = [...document.querySelectorAll<HTMLElement>(".scene.on")];
      const [scene] = shown;
      const picture = [...(scene?.querySelectorAll<SVGSVGElement>(".picture") ?? [])].find(
        (one) => one.getBoundingClientRect().width > 0,
      );
      const { build = "" } = document.documentElement.dataset;
      const html = pages.find(([id]) => id === build)?.[1];
      const source = new DOMParser().parseFromString(html ?? "", "text/html").getElementById(scene?.id ?? "");
      const wanted = source?.querySelector(`[data-format="${picture?.dataset.format}"]`);
      const drawn = (root: Element | null | undefined) =>
        [".headline", ".drawing", ".hero"].map((name) => root?.querySelector(name)?.innerHTML ?? "").join();
      const usual = (root: Element | null | undefined) =>
        [...(root?.querySelectorAll<SVGElement>(".say") ?? [])]
          .map((say) => say.dataset.usual ?? say.textContent)
          .join();
      return {
        build,
        scene: shown.length === 1 ? (scene?.dataset.title ?? "") : "",
        says: [...(picture?.querySelectorAll(".say") ?? [])].map((say) => say.textContent).join(" / "),
        isTrue: Boolean(wanted) && drawn(picture) === drawn(wanted) && usual(picture) === usual(wanted),
        words: `${document.title} ${picture?.textContent}`,
        stale: ["stale", "amber"]
          .filter((name) => document.documentElement.classList.contains(name))
          .join(" "),
      };
    },
    good.map(({ id, page }) => [id, page] as const),
  );
  return { ...seen, inked: await inkOf(page) };
}

/** Measure the share of the screen that is not of the ground's colour, in a page of its own. */
async function inkOf(page: Page): Promise<number> {
  const shot = (await page.screenshot({ type: "png" })).toString("base64");
  const other = await page.context().browser()?.newPage();
  if (!other) throw new Error("no browser");
  try {
    return await other.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas?.drawImage(image, 0, 0);
      const pixels = canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
      let inked = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        const far = [0, 1, 2].some((n) => Math.abs((pixels[i + n] ?? 0) - (pixels[n] ?? 0)) > 24);
        if (far) inked++;
      }
      return inked / (pixels.length / 4);
    }, shot);
  } finally {
    await other.close();
  }
}

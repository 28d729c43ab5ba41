import type { Page } from "playwright-core";

/** The screens that every scene is looked at on, and the format that each shows. */
export const screens = [
  [1920, 1080, "wide"],
  [3840, 2160, "wide"],
  [3840, 1080, "double"],
  [5760, 1080, "triple"],
  [2560, 1080, "ultrawide"],
  [1024, 768, "classic"],
  [1080, 1920, "portrait"],
] as const satisfies readonly Screen[];
export type Screen = readonly [width: number, height: number, format: string];

/** A text or a great digit where it stands on the screen, in px: as tall as its ink may be. */
export interface Box {
  readonly text: string;
  readonly size: number; // of its type
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Put one scene on the screen as it stands when all has arrived, with a clock of the longest kind. */
export async function showScene(page: Page, id: string, [width, height, format]: Screen): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([scene, shown]) => {
      for (const one of document.querySelectorAll<HTMLElement>(".scene")) {
        one.style.display = one.id === scene ? "block" : "none";
      }
      for (const one of document.querySelectorAll<SVGElement>(".picture")) {
        one.style.display = one.dataset.format === shown ? "block" : "none";
      }
      const times = { full: "12 月 28 日 星期三 20:08", day: "12 月 28 日 20:08", hour: "20:08" };
      for (const clock of document.querySelectorAll<SVGElement>(".clock")) {
        clock.textContent = times[clock.dataset.clock as keyof typeof times];
      }
    },
    [id, format] as const,
  );
}

/** Measure every text and great digit of the picture that is shown. */
export function boxesOf(page: Page): Promise<Box[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<SVGGraphicsElement>(".picture text, .picture use")];
    return shown
      .filter((one) => one.checkVisibility() && !one.matches(".seal, .code use"))
      .flatMap((one) => {
        const matrix = one.getScreenCTM();
        const box = one.getBBox();
        const text = one.textContent?.trim() || (one.getAttribute("href") ?? "");
        if (!matrix || box.width === 0) return [];
        let [top, bottom, right, size] = [box.y, box.y + box.height, box.x + box.width, 1000];
        if (one.tagName === "text") {
          size = Number.parseFloat(getComputedStyle(one).fontSize);
          const baseline = Number(one.getAttribute("y"));
          const han = /[^\x20-\x7e\u2212]/.test(text); // digits and Latin are lower than Han, and hang less
          top = baseline - size * (han ? 0.86 : 0.76);
          if (/[，。、；：]$/.test(text)) right -= size * 0.55; // the rest of its square is air
          bottom = baseline + size * (han ? 0.1 : /[,;()gjpqy]/.test(text) ? 0.2 : 0.02);
        }
        const at = (x: number, y: number) => new DOMPoint(x, y).matrixTransform(matrix);
        const [a, b] = [at(box.x, top), at(right, bottom)];
        return [{ text, size: size * matrix.d, x0: a.x, x1: b.x, y0: a.y, y1: b.y }];
      });
  });
}

/** Name what is wrong with the texts of a picture: outside the live area, over one another, too small. */
export function faultsOf(boxes: readonly Box[], [width, height, format]: Screen): string[] {
  const panels = { double: 2, triple: 3 }[format] ?? 1;
  const side = width / panels;
  const [slack, least] = [6, Math.min(width, height) * 0.033];
  const edge = side * 0.05 - slack; // of the wall; at a seam 16 px suffice
  const top = height * 0.05 - slack;
  const outside = boxes.filter(({ x0, x1, y0, y1 }) => {
    const panel = Math.floor((x0 + x1) / 2 / side);
    const left = panel * side + (panel === 0 ? edge : 16);
    const right = (panel + 1) * side - (panel === panels - 1 ? edge : 16);
    return x0 < left || x1 > right || y0 < top || y1 > height - top;
  });
  const small = boxes.filter(({ text, size }) => size < least - 0.2 && !/^#d[pc]$/.test(text));
  const over = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 1 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 1,
      )
      .map((b) => `“${a.text}” over “${b.text}”`),
  );
  return [
    ...outside.map(({ text }) => `“${text}” leaves the live area`),
    ...small.map(({ text, size }) => `“${text}” is ${size.toFixed(1)} px high`),
    ...over,
  ];
}

/** What a picture's pixels say. */
export interface Pixels {
  readonly used: number; // share of the cells of 11 vmin of the live area that hold ink
  readonly broken: readonly number[]; // rows of px in which something begins or ends within 16 px of a seam
}

/** Look at a screenshot, in the browser that made it: how much of the live area is used, and what happens at the seams. */
export async function pixelsOf(page: Page, [, , format]: Screen): Promise<Pixels> {
  const png = (await page.screenshot()).toString("base64");
  const panels = { double: 2, triple: 3 }[format] ?? 1;
  return page.evaluate(
    async ([data, panelCount]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const { width: w, height: h } = image;
      const canvas = document.createElement("canvas");
      canvas.width = w;
      canvas.height = h;
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, w, h).data.buffer);
      const ground = pixels[0];
      const unit = Math.min(w, h) / 100;
      const parts = (from: number, to: number) => {
        const count = Math.round((to - from) / (11 * unit));
        return Array.from({ length: count }, (_, i) => [
          Math.round(from + ((to - from) * i) / count),
          Math.round(from + ((to - from) * (i + 1)) / count),
        ]);
      };
      const hasInk = (x0: number, x1: number, y0: number, y1: number) => {
        for (let y = y0; y < y1; y++) {
          for (let x = x0; x < x1; x++) if (pixels[y * w + x] !== ground) return true;
        }
        return false;
      };
      let [cells, used] = [0, 0];
      for (let panel = 0; panel < panelCount; panel++) {
        const side = w / panelCount;
        for (const [x0 = 0, x1 = 0] of parts((panel + 0.05) * side, (panel + 0.95) * side)) {
          for (const [y0 = 0, y1 = 0] of parts(h * 0.05, h * 0.95)) {
            cells++;
            if (hasInk(x0, x1, y0, y1)) used++;
          }
        }
      }
      const broken: number[] = [];
      for (let panel = 1; panel < panelCount; panel++) {
        const seam = (w / panelCount) * panel;
        for (let y = 0; y < h; y++) {
          const row = pixels.subarray(y * w + seam - 16, y * w + seam + 16);
          const [first, last] = [row[0], row[row.length - 1]];
          const isBand = first === last && first !== ground; // a fold may part a band on the seam
          if (!isBand && !row.every((pixel) => pixel === ground)) broken.push(y);
        }
      }
      return { used: used / cells, broken };
    },
    [png, panels] as const,
  );
}

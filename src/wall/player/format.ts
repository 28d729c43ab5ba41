/** A picture's canvas. */
export interface Canvas {
  readonly format: string;
  readonly width: number;
  readonly height: number;
}

/** Read the canvases that a scene is drawn on. */
export function canvasesOf(scene: Element): Canvas[] {
  return Array.from(scene.querySelectorAll<SVGSVGElement>(".picture"), (picture) => {
    const { canvas, format = "" } = picture.dataset;
    const [, , width = 0, height = 0] = (canvas ?? picture.getAttribute("viewBox") ?? "")
      .split(" ")
      .map(Number);
    return { format, width, height };
  });
}

/** How many seams a format is drawn for. */
const seamsOf: Readonly<Record<string, number>> = { double: 1, triple: 2 };

/** Choose the canvas whose ratio is nearest a wall's, of those for so many seams if that is known. */
export function nearest(canvases: readonly Canvas[], width: number, height: number, seams?: number): string {
  const distance = (one: Canvas) => Math.abs(Math.log((one.width / one.height) * (height / width)));
  const sorted = canvases.slice().sort((a, b) => distance(a) - distance(b));
  const fit = sorted.filter(({ format }) => (seamsOf[format] ?? 0) === seams);
  return (fit[0] ?? sorted[0])?.format ?? "";
}

/** Tell whether pictures keep clear of a wall's seams: they are drawn for two or three panels of one width. */
export function areDrawnFor(seams: readonly number[], width: number): boolean {
  const near = 16; // px on either side that no sign enters
  const panels = seams.length + 1;
  return panels <= 3 && seams.every((seam, i) => Math.abs(seam - (width / panels) * (i + 1)) <= near);
}

/** The part of each side that the pictures leave empty, in per cent. */
const drawnSafe = 5;

/**
 * Leave less of each side empty than the pictures do. A picture for several panels stays as it is: cut, its seams would not
 * fall on the wall's.
 */
export function crop(scene: Element, safe: number): void {
  const part = (drawnSafe - safe) / 100;
  for (const picture of Array.from(scene.querySelectorAll<SVGSVGElement>(".picture"))) {
    const { format = "" } = picture.dataset;
    if (part <= 0 || format in seamsOf) continue;
    picture.dataset.canvas ??= picture.getAttribute("viewBox") ?? "";
    const [, , width = 0, height = 0] = picture.dataset.canvas.split(" ").map(Number);
    const kept = 1 - 2 * part;
    picture.setAttribute("viewBox", [width * part, height * part, width * kept, height * kept].join(" "));
  }
}

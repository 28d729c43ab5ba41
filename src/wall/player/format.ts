/** A picture's canvas. */
export interface Canvas {
  readonly format: string;
  readonly width: number;
  readonly height: number;
}

/** Read the canvases that a scene is drawn on. */
export function canvasesOf(scene: Element): Canvas[] {
  return Array.from(scene.querySelectorAll<SVGSVGElement>(".picture"), (picture) => {
    const [, , width = 0, height = 0] = (picture.dataset.canvas ?? picture.getAttribute("viewBox") ?? "")
      .split(" ")
      .map(Number);
    return { format: picture.dataset.format ?? "", width, height };
  });
}

/** Choose the canvas whose ratio is nearest a wall's. */
export function nearest(canvases: readonly Canvas[], width: number, height: number): string {
  const distance = (one: Canvas) => Math.abs(Math.log((one.width / one.height) * (height / width)));
  const sorted = canvases.slice().sort((a, b) => distance(a) - distance(b));
  return sorted[0]?.format ?? "";
}

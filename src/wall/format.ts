export type FormatId = "portrait" | "classic" | "wide" | "ultrawide" | "double" | "triple";

/** The canvas of one class of wall, in px of a canvas whose short side is 1080 (fewer where the text is scaled up). */
export interface Format {
  readonly id: FormatId;
  readonly layout: "portrait" | "standard" | "strip";
  readonly width: number;
  readonly height: number;
  readonly u: number; // 1 vmin of an unscaled wall: what type and strokes are set in
  readonly panels: readonly { readonly x0: number; readonly x1: number }[]; // live width of each panel, its safe margins left out
  readonly seams: readonly number[]; // between panels; only bands and hairlines cross them
  readonly top: number; // of the live area
  readonly bottom: number;
}

/** What is drawn upon. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const canvases: readonly (readonly [
  FormatId,
  Format["layout"],
  width: number,
  height: number,
  panels: number,
])[] = [
  ["portrait", "portrait", 1080, 1920, 1],
  ["classic", "standard", 1440, 1080, 1],
  ["wide", "standard", 1920, 1080, 1],
  ["ultrawide", "standard", 2560, 1080, 1],
  ["double", "strip", 3840, 1080, 2],
  ["triple", "strip", 5760, 1080, 3],
];
/** The part of a panel's side that stays empty along each edge. */
const safe = 0.05;

/** List the formats that every scene is drawn in; a scale above 1 sets all type so much larger, on smaller canvases. */
export function formatsAt(scale = 1): Format[] {
  return canvases.map(([id, layout, fullWidth, fullHeight, count]) => {
    const [width, height] = [Math.round(fullWidth / scale), Math.round(fullHeight / scale)];
    const side = width / count;
    const panels = Array.from({ length: count }, (_, i) => ({
      x0: Math.round((i + safe) * side),
      x1: Math.round((i + 1 - safe) * side),
    }));
    const seams = panels.slice(1).map((_, i) => (i + 1) * side);
    const [top, bottom] = [Math.round(height * safe), Math.round(height * (1 - safe))];
    return { id, layout, width, height, u: 10.8, panels, seams, top, bottom };
  });
}

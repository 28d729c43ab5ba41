import { svg } from "./svg.ts";

/**
 * Lay a sheet of the ground's colour over a picture's drawing, to be drawn aside along its axis; null if there is nothing to
 * cover. It is one plain layer, moved without painting anything anew: a clip would paint the whole picture in every frame.
 */
export function curtainOver(picture: SVGSVGElement): SVGRectElement | null {
  const drawing = picture.querySelector<SVGGElement>(".drawing");
  if (!drawing) return null;
  const { x, y, width, height } = drawing.getBBox();
  const rim = 12; // strokes and signs reach beyond their boxes
  const curtain = svg("rect", {
    class: `curtain ${drawing.dataset.reveal ?? ""}`, // up, down; else to the right
    x: x - rim,
    y: y - rim,
    width: width + 2 * rim,
    height: height + 2 * rim,
  });
  drawing.after(curtain);
  return curtain;
}

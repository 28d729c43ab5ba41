import type { Format } from "../format.ts";
import { element, type Ink, rect } from "../ink.ts";
import { measure, setText } from "../type.ts";

/** Stand a clerk's picture on a ground of its own, which the sheet of styles colours by its kind. */
export function standIn(
  { id, width, height }: Format,
  title: string,
  kind: "welcome" | "notice",
  ink: readonly Ink[],
): Ink {
  return element(
    "svg",
    {
      class: `picture ${kind}`,
      "data-format": id,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": title,
    },
    rect(0, 0, width, height, "ground"),
    ...ink,
  );
}

/** Leave room for the time, which the player fills in. */
export function clock({ u, layout, id }: Format, x: number, y: number, colour = "mute"): Ink {
  const form = layout === "portrait" ? "hour" : id === "classic" ? "day" : "full";
  return element("text", {
    class: `clock ${colour}`,
    x,
    y,
    "font-size": 3.3 * u,
    "text-anchor": "end",
    "data-clock": form,
  });
}

/** Name a clerk's picture at its head, with the marks that every picture of the wall carries. */
export function label(
  text: string,
  marks: readonly string[],
  x: number,
  y: number,
  size: number,
  u: number,
): Ink {
  const after = x + measure(text, size, "bold") + 2.4 * u;
  return (
    setText(text, { x, y, size, face: "bold" }) +
    setText(marks.join(" · "), { x: after, y, size: 3.3 * u, face: "bold" })
  );
}

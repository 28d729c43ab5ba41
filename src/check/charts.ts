import "./older.ts";
import { drawFigures } from "../charts/chart.ts";
import { describe } from "../core/words/description.ts";
import type { Charts } from "./changes-view.ts";

/** Draw one side of a comparison as pages do. */
export const charts: Charts = {
  draw(id, { sentence, figure }) {
    const desc = describe(figure);
    const svg = drawFigures({ id, figures: [figure], size: "wide", title: sentence, desc });
    const parsed = new DOMParser().parseFromString(
      svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '),
      "image/svg+xml",
    );
    return document.importNode(parsed.documentElement, true);
  },
};

import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, shape, short, stroke } from "../ink.ts";
import { type Column, cutSlips, type Slips } from "../slips.ts";
import { besidePanel, findPlace, takeApart, writeHero } from "./slip-hero.ts";
import { type Labels, labelTexts, writeLabels } from "./slip-labels.ts";
import { type Plot, plotOf } from "./slip-plot.ts";
import { writeFirst, writeWords, writeYears } from "./slip-words.ts";

/** Give the grey of a kind: the topmost the lightest, neighbours never alike. */
function greyOf(place: number, count: number): string {
  const down = count - 1 - place; // from the top
  return down === 0 ? "t3" : down % 2 === 1 ? "t2" : "t1";
}

/** Draw counts as columns of slips, one slip for a stated number; on three panels the great figure has one of its own. */
export function drawSlipColumns(slips: Slips, areas: readonly Area[], { u }: Format): Drawing {
  const [area, side] = areas;
  if (!area) return { drawing: "", hero: "" };
  const labels = labelTexts(slips, side === undefined, area.height - 5 * u, u);
  const whole = plotOf(slips, area, labels.width, u);
  if (side) {
    const beside = besidePanel(slips, whole.step, side, u);
    return {
      drawing: drawPlot(slips, whole, labels, u) + beside.drawing,
      hero: beside.hero,
      reveal: "up",
    };
  }
  const found = findPlace(slips, whole, u);
  if (found) {
    const placed = writeHero(slips, whole.step, found, u);
    return {
      drawing: drawPlot(slips, whole, labels, u) + placed.drawing,
      hero: placed.hero,
      reveal: "up",
    };
  }
  const apart = takeApart(slips, whole.step, area, u);
  const own = labelTexts(slips, true, apart.rest.height - 5 * u, u);
  const plot = plotOf(slips, apart.rest, own.width, u);
  const placed = writeHero(slips, plot.step, apart.place, u);
  return {
    drawing: drawPlot(slips, plot, own, u) + placed.drawing,
    hero: placed.hero,
    reveal: "up",
  };
}

function drawPlot(slips: Slips, plot: Plot, labels: Labels, u: number): Ink {
  const { columns, latest } = slips;
  const { bottom, left, right, bar } = plot;
  const end = columns.length === 1 ? right : plot.x(columns.at(-1)?.year ?? 0) + bar;
  return [
    stroke(`M${left} ${bottom + 0.5 * u}H${short(end)}`, "t2", 0.28 * u),
    ...columns.map((column) =>
      drawColumn(column, Math.max(1, slips.parts.length), plot, column.year === latest ? "mark" : null, u),
    ),
    ...writeWords(columns, plot, u),
    writeFirst(slips, plot, u),
    ...writeYears(columns, latest, plot, u),
    ...writeLabels(slips, plot, labels, u),
  ].join("");
}

/** Draw a column: kinds over one another, each of whole slips and a thinner one for the rest; broken slips where a year is not whole. */
function drawColumn(column: Column, kinds: number, plot: Plot, colour: string | null, u: number): Ink {
  const { step, slip, between, bottom, bar } = plot;
  const x = plot.x(column.year);
  const gap = Math.max(2, Math.round(slip * 0.24));
  let foot = bottom;
  return column.parts
    .map((part, i) => {
      if (part <= 0) return "";
      const { whole, rest } = cutSlips(part, step);
      const thick = slip - gap;
      const tops = Array.from({ length: whole }, (_, n): [number, number] => [
        foot - (n + 1) * slip + gap,
        thick,
      ]);
      const left = Math.round(rest * thick);
      if (left > 0) tops.push([foot - whole * slip - left, left]);
      foot -= Math.round((part / step) * slip) + between;
      const fill = colour ?? greyOf(i, kinds);
      if (column.partial)
        return stroke(
          tops.map(([y, high]) => `M${x} ${short(y + high / 2)}h${bar}`).join(""),
          fill,
          Math.max(2, thick * 0.5),
          {
            "stroke-dasharray": `${short(0.8 * u)} ${short(0.6 * u)}`,
          },
        );
      return shape(
        tops.map(([y, high]) => `M${x} ${short(y)}h${bar}v${short(high)}h${-bar}z`).join(""),
        fill,
      );
    })
    .join("");
}

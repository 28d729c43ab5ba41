import type { Ink } from "../ink.ts";
import type { Column, Slips } from "../slips.ts";
import { columnOf, measure, setColumn, setText } from "../type.ts";
import { heightOf, type Plot } from "./slip-plot.ts";

/** Write downwards, where a column would stand or above it, why it or a part of it is not there; one word for years in a row. */
export function writeWords(columns: readonly Column[], plot: Plot, u: number): Ink[] {
  const size = 3.3 * u;
  const runs: Column[][] = [];
  for (const column of columns) {
    if (column.word === "") continue;
    const last = runs.at(-1)?.at(-1);
    if (last?.word === column.word && last.year === column.year - 1) runs.at(-1)?.push(column);
    else runs.push([column]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0] as Column, run.at(-1) as Column];
    const middle = (plot.x(first.year) + plot.x(last.year) + plot.bar) / 2;
    const near = columns.filter(
      ({ year }) => Math.abs(plot.x(year) + plot.bar / 2 - middle) < (size + plot.bar) / 2,
    );
    const top = plot.bottom - Math.max(0, ...near.map((column) => heightOf(column, plot)));
    const tall = (columnOf(first.word).length - 1) * 1.06 * size + size;
    const y = top - tall - 1.1 * u;
    return y < plot.top - u ? [] : [setColumn(first.word, { x: middle, y, size, colour: "mute" })];
  });
}

/** Write the first year's value over its column. */
export function writeFirst({ columns, first, latest }: Slips, plot: Plot, u: number): Ink {
  const column = columns.find(({ value }) => value !== null);
  if (!column || column.year === latest || column.word !== "") return "";
  const size = 3.4 * u;
  const wide = measure(first, size, "bold");
  const x = Math.max(plot.left, plot.x(column.year) + plot.bar / 2 - wide / 2);
  const near = columns.filter(({ year }) => plot.x(year) < x + wide + 0.6 * u);
  const top = plot.bottom - Math.max(...near.map((one) => heightOf(one, plot)));
  return setText(first, { x, y: top - 1.1 * u, size, face: "bold" });
}

/** Name the latest year, the first and the last, and between them every so many. */
export function writeYears(columns: readonly Column[], latest: number, plot: Plot, u: number): Ink[] {
  const size = 3.3 * u;
  const wide = measure("2000", size, "bold");
  const years = columns.map(({ year }) => year);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const step = [1, 2, 3, 4, 5, 10, 20, 25].find((every) => every * plot.pitch >= wide + 3.2 * u) ?? 50;
  const wished = [
    latest,
    last,
    first,
    ...years.filter((year) => (step < 5 ? (year - first) % step === 0 : year % step === 0)),
  ];
  const placed: [year: number, x: number][] = [];
  for (const year of wished) {
    const middle = plot.x(year) + plot.bar / 2;
    const x = Math.min(Math.max(plot.left, middle - wide / 2), plot.edge - wide);
    if (placed.every(([, other]) => Math.abs(other - x) >= wide + 1.2 * u)) placed.push([year, x]);
  }
  return placed.map(([year, x]) =>
    setText(String(year), {
      x,
      y: plot.bottom + 4.4 * u,
      size,
      face: year === latest ? "bold" : "sans",
      colour: year === latest ? "ink" : "mute",
    }),
  );
}

import type { PublishedFigure } from "../core/site.ts";
import { formatValue } from "../core/words/format.ts";
import type { Board } from "./board.ts";
import { line, type Mark } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";
import { textWidth } from "./text.ts";

/** Years in a row bound by one target. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** List the targets' values that bind a year of the plot: the axis must hold them. */
export function targetValues({ targets }: PublishedFigure, years: readonly number[]): number[] {
  return targets.filter(({ year }) => years.includes(year)).map(({ value }) => value);
}

/** Draw each target as a dotted line over the years that it binds, and name it where the line begins; of many only the last. */
export function drawTargets(figure: PublishedFigure, plot: Plot, board: Board, palette: Palette): Mark[] {
  const spans = spansOf(figure.targets.filter(({ year }) => plot.years.includes(year)));
  const last = plot.years[plot.years.length - 1];
  return spans.flatMap(({ from, to, value }, i) => {
    const y = Math.round(plot.y(value)) + 0.5;
    const left = plot.x(from) - plot.pitch / 2;
    const right = plot.x(to) + (to === last ? 0 : plot.pitch / 2);
    const decimals = String(value).split(".")[1]?.length ?? 0;
    const name = `目标 ${formatValue(value, { ...figure, decimals })}`;
    const binding =
      from === to ? `（${from} 年）` : to === last ? `（${from} 年起）` : `（${from}—${to} 年）`;
    const places = [name + binding, name].flatMap((text) => {
      const mark = { text, fill: palette.mute };
      const width = textWidth(text, 12);
      return [
        { ...mark, x: left - 6, y, align: "right" as const },
        ...[-9, 10, -22, 23, -36, -50, -64, -78].flatMap((by) => [
          { ...mark, x: left - 6, y: y + by, align: "right" as const },
          { ...mark, x: left, y: y + by },
          { ...mark, x: Math.max(0, right - width), y: y + by },
        ]),
      ];
    });
    if (spans.length <= 2 || i === spans.length - 1) board.tryWrite(...places);
    return [line(left, y, Math.max(right, left + 12), y, { stroke: palette.ink, dash: [1, 3] })];
  });
}

function spansOf(targets: PublishedFigure["targets"]): Span[] {
  const spans: Span[] = [];
  for (const { year, value } of targets.toSorted((a, b) => a.year - b.year)) {
    const span = spans[spans.length - 1];
    if (span && span.to === year - 1 && span.value === value) spans[spans.length - 1] = { ...span, to: year };
    else spans.push({ from: year, to: year, value });
  }
  return spans;
}

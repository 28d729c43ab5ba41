import { mainSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint, Site, Target } from "../site.ts";
import { stateNames } from "../state.ts";
import { formatChange, formatValue } from "../words/format.ts";
import { decimalsOf, reaches } from "../words/target.ts";

/** A target beside what came of it, and the units that are behind. */
export interface TargetRow {
  readonly figure: string; // id
  readonly title: string;
  readonly year: number;
  readonly direction: string; // 越高越好, 越低越好
  readonly target: string;
  readonly source: string;
  readonly value: string; // with its unit, or the word for its absence
  readonly met: boolean | null; // null: not to be said
  readonly open: boolean; // the year still runs, or its value is not whole
  readonly address: string; // of the value
  /** Units behind, the farthest first: of a share below the target itself; of a sum those that moved away from it. */
  readonly behind: readonly { readonly unit: string; readonly value: string; readonly address: string }[];
  readonly measure: "value" | "change"; // what the units are held against
}

/** List every target, the latest year first, those missed before those met. */
export function listTargets(
  site: Pick<Site, "figures" | "units">,
  prefixes: Readonly<Record<string, string>>,
): TargetRow[] {
  const rows = site.figures.flatMap((figure) =>
    figure.targets.map((target) => targetRow(figure, target, site.units, prefixes)),
  );
  return rows.sort((a, b) => b.year - a.year || Number(a.met ?? true) - Number(b.met ?? true));
}

function targetRow(
  figure: PublishedFigure,
  target: Target,
  units: Site["units"],
  prefixes: Readonly<Record<string, string>>,
): TargetRow {
  const { year, direction, value: wanted } = target;
  const point = mainSeries(figure)?.points.find((one) => one.year === year);
  const value = point?.value ?? null;
  const isShare = figure.measure.kind === "ratio" || figure.measure.kind === "mean";
  const behind = units.flatMap(({ code, name, figures }) => {
    const own = figures.find(({ id }) => id === figure.id)?.points.find((one) => one.year === year);
    if (own?.value == null) return [];
    const far = isShare ? own.value - wanted : (own.change ?? 0);
    if (isShare ? reaches(own.value, target) : direction === "up" ? far >= 0 : far <= 0) return [];
    const address = `${prefixes[`${figure.id}@${code}`] ?? ""}${year}`;
    return [{ unit: name, value: sayUnit(own, figure, isShare), address, far: Math.abs(far) }];
  });
  return {
    figure: figure.id,
    title: figure.title,
    year,
    direction: direction === "up" ? "越高越好" : "越低越好",
    target: formatValue(wanted, { ...figure, decimals: decimalsOf(target) }),
    source: target.source,
    value: value === null ? stateNames[point?.state ?? "missing"] : formatValue(value, figure),
    met: value === null ? null : reaches(value, target),
    open: point?.partial ?? false,
    address: `${prefixes[figure.id] ?? ""}${year}`,
    behind: behind.sort((a, b) => b.far - a.far).map(({ far: _, ...row }) => row),
    measure: isShare ? "value" : "change",
  };
}

function sayUnit(point: PublishedPoint, figure: PublishedFigure, isShare: boolean): string {
  const text = formatValue(point.value ?? 0, figure);
  return isShare ? text : `${text}，比上年${formatChange(point.change ?? 0, figure)}`;
}

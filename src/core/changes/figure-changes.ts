import { Decimal } from "../figures/decimal.ts";
import type { State } from "../state.ts";

/** What is compared of one point; what one side does not know of it is not compared. */
export interface ComparedPoint {
  readonly year: number;
  readonly value: number | null;
  readonly state: State;
  readonly scope?: string | null;
  readonly partial?: boolean;
  readonly break?: boolean;
  readonly change?: number | null;
  readonly base?: number | null;
}

/** What is compared of one indicator: a published figure, or one that was frozen in a release. */
export interface ComparedFigure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly series: readonly {
    readonly key: string;
    readonly title: string;
    readonly points: readonly ComparedPoint[];
  }[];
}

/** One version of all figures: a site is one. */
export interface Version {
  readonly figures: readonly ComparedFigure[];
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly figures: readonly { readonly id: string; readonly points: readonly ComparedPoint[] }[];
  }[];
}

/** What became of a figure, the gravest first. */
export const changeKinds = [
  "gone", // there was a value, now there is none
  "changed", // another value
  "new", // there was none, now there is a value
  "state", // the same value, or none, said to be something else: its state, scope, completeness or comparability
  "compared", // all the same, but its change or its base value is another: a figure it is compared with changed
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One figure, of one series and year, that differs between two versions. */
export interface FigureChange {
  readonly kind: ChangeKind;
  readonly figure: Omit<ComparedFigure, "series">; // as it now is; as it was where it is gone
  readonly unit: { readonly code: string; readonly name: string } | null; // null: the bureau's own
  readonly series: { readonly key: string; readonly title: string };
  readonly year: number;
  readonly before: ComparedPoint | null; // null: there was no such point
  readonly after: ComparedPoint | null;
  readonly difference: number | null; // now − before, in the figure's unit; of changed values only
  readonly percent: number | null; // that ÷ |before| × 100; likewise, and null where before is 0
}

/** Compare two versions of all figures: what differs, the biggest consequence first. */
export function compareFigures(before: Version, after: Version): FigureChange[] {
  const [old, now] = [spotsOf(before), spotsOf(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): FigureChange[] => {
    const spot = now.get(key) ?? old.get(key);
    const [was, is] = [old.get(key)?.point ?? null, now.get(key)?.point ?? null];
    const kind = kindOf(was, is);
    if (!spot || kind === null) return [];
    const { figure, unit, series, point } = spot;
    return [{ kind, figure, unit, series, year: point.year, before: was, after: is, ...sizeOf(was, is) }];
  });
  return changes.sort(byConsequence);
}

type Spot = Pick<FigureChange, "figure" | "unit" | "series"> & { readonly point: ComparedPoint };

/** List every point of a version by what identifies it. */
function spotsOf({ figures, units }: Version): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const add = (spot: Spot) => {
    const { unit, figure, series, point } = spot;
    spots.set(JSON.stringify([unit?.code ?? null, figure.id, series.key, point.year]), spot);
  };
  const named = new Map(figures.map(({ id, title, unit, decimals }) => [id, { id, title, unit, decimals }]));
  for (const { id, series: all } of figures) {
    const figure = named.get(id);
    for (const { key, title, points } of all) {
      for (const point of points) if (figure) add({ figure, unit: null, series: { key, title }, point });
    }
  }
  for (const { code, name, figures: own } of units) {
    for (const { id, points } of own) {
      const figure = named.get(id);
      const series = { key: "total", title: figure?.title ?? "" };
      for (const point of points) if (figure) add({ figure, unit: { code, name }, series, point });
    }
  }
  return spots;
}

function kindOf(before: ComparedPoint | null, after: ComparedPoint | null): ChangeKind | null {
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  if (was !== is) return is === null ? "gone" : was === null ? "new" : "changed";
  if (!before || !after) return "state";
  if (differ(before, after, ["state", "scope", "partial", "break"])) return "state";
  return differ(before, after, ["change", "base"]) ? "compared" : null;
}

function differ(a: ComparedPoint, b: ComparedPoint, names: readonly (keyof ComparedPoint)[]): boolean {
  return names.some((name) => a[name] !== undefined && b[name] !== undefined && a[name] !== b[name]);
}

function sizeOf(
  before: ComparedPoint | null,
  after: ComparedPoint | null,
): Pick<FigureChange, "difference" | "percent"> {
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  if (was === null || is === null || was === is) return { difference: null, percent: null };
  const difference = Decimal(String(is)).minus(String(was));
  const percent =
    was === 0
      ? null
      : difference
          .div(Decimal(String(was)).abs())
          .times(100)
          .toNumber();
  return { difference: difference.toNumber(), percent };
}

/** The gravest kind first, the bureau's figures before its units', the relatively largest first (one that was 0 before all), the latest first. */
function byConsequence(a: FigureChange, b: FigureChange): number {
  return (
    changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
    Number(a.unit !== null) - Number(b.unit !== null) ||
    weightOf(b) - weightOf(a) ||
    b.year - a.year
  );
}

function weightOf({ kind, percent }: FigureChange): number {
  if (kind !== "changed") return 0;
  return percent === null ? Number.MAX_VALUE : Math.abs(percent);
}

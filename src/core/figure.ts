import type { Indicator } from "./declared/indicator.ts";
import type { Rows } from "./rows.ts";
import type { Break, Target } from "./site.ts";
import type { State } from "./state.ts";

/** Cells of one column that a value was computed from. */
export interface CellSet {
  readonly rows: Rows;
  readonly column: string;
  readonly indices: readonly number[];
  readonly side?: "numerator" | "denominator"; // of a ratio: where they stand in it
}

/** One value of a series, with its period, its state, its parts and the cells it came from. */
export interface Point {
  readonly from: string; // first day of the period
  readonly to: string; // last day
  readonly year: number; // derived from the period
  readonly value: number | null; // unrounded; a share in percent
  readonly state: State;
  readonly parts: { readonly numerator: number | null; readonly denominator: number | null } | null; // ratios only
  readonly change: number | null; // against the year before: %, or 百分点 where the unit is %
  readonly base: number | null; // against the base year, likewise
  readonly scope: string | null; // 口径 of this very point
  readonly break: boolean; // this year has only another scope, or is the first to be counted otherwise
  readonly partial: boolean; // an unfinished year, or coverage says 部分
  readonly until: string | null; // 截至 date of an unfinished year
  readonly chained: boolean; // base comes from yearly rates: shown as 约 and whole percent
  readonly terms: number | null; // streaks: namings in the run
  readonly gap: number | null; // cadences: the longest time without, in days
  readonly windows: readonly (boolean | null)[] | null; // cadences: met or not; null where a window is open or before the rule
  readonly dates: { readonly numerator: string; readonly denominator: string } | null; // 时点 of a ratio's parts
  readonly budget: number | null;
  readonly cells: readonly CellSet[];
}

export interface Series {
  readonly key: string;
  readonly title: string;
  readonly points: readonly Point[];
}

/** An indicator computed for one edition. */
export interface Figure {
  readonly indicator: Indicator;
  readonly scope: string | null;
  readonly baseYear: number;
  readonly series: readonly Series[];
  readonly datasets: readonly string[]; // ids it reads, the one that matters most first
  readonly targets: readonly Target[]; // by year
  readonly breaks: readonly Break[]; // by date
  readonly present: boolean; // the folder has the exports it cannot do without
  readonly byScope: boolean; // the series are scopes: none is part of another's sum
  readonly notCounted: boolean; // internal rows were left out: 不含未公开项
}

/** One title held by one unit, for the ribbon and the ledger. */
export interface Title {
  readonly key: string; // 名称, or 名称@单位编码
  readonly name: string;
  readonly unit: string; // 单位名称
  readonly level: string; // 级别
  readonly kind: string; // 类型
  readonly namings: readonly Naming[];
  readonly events: readonly { readonly date: string; readonly event: string; readonly honor: string }[];
  readonly held: boolean; // as of asOf
  readonly years: number; // streak as of asOf
  readonly terms: number;
}

export interface Naming {
  readonly id: string; // 荣誉编号
  readonly term: string; // 届次
  readonly awarded: string; // 命名日期
  readonly from: string; // 生效日期, else 命名日期
  readonly to: string | null; // 有效期至, null: open
  readonly ended: { readonly date: string; readonly event: string } | null; // 撤销, 终止 or 到期 that stands
  readonly granter: string; // 授予单位 as then named
  readonly document: string; // 文号
  readonly predecessor: string; // 前身荣誉编号
}

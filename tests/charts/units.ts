import type { UnitFigures } from "../../src/core/site.ts";
import type { State } from "../../src/core/state.ts";
import { pointsOf, type Short } from "./sample.ts";
import { long } from "./words.ts";

const names = ["窗口服务处", "机关党委", "培训中心", long.slice(0, 22)];

/** How units are made. */
interface Making {
  readonly all?: State; // the state of everything
  readonly years?: number;
  readonly value?: (unit: number, year: number) => number;
}

/** A share that rises, some units' as high as each other's. */
function risingShare(unit: number, year: number): number {
  const now = 100 - (unit % 7) * 5.3;
  return Math.max(0, now - (2025 - year) * 6);
}

/** Make units: most report every year, now and then one whose figures are withheld and one that was not counted. */
export function unitsOf(count: number, { all, years = 8, value = risingShare }: Making = {}): UnitFigures[] {
  const first = 2026 - years;
  return Array.from({ length: count }, (_, i) => {
    const state = all ?? (i > 2 && i % 9 > 6 ? (i % 2 ? "withheld" : "not-collected") : null);
    const values = Array.from({ length: years }, (_, k): Short => {
      if (state) return state;
      const of = { value: value(i, first + k) };
      return i === 1 && k === 1 && years > 3 ? "not-collected" : of;
    });
    const name = count > 100 ? `业务${i + 1}处` : (names[i % names.length] as string);
    const figures = [{ id: "sample", scope: "全局", points: pointsOf(first, values) }];
    return { code: String(i), name, figures };
  });
}

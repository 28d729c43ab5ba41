import type { Area } from "../format.ts";
import { type Column, type Slips, slipStep } from "../slips.ts";

/** Where the columns stand. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly edge: number; // of the area, beyond the names of the kinds
  readonly top: number;
  readonly bottom: number; // the axis
  readonly pitch: number; // px a year
  readonly bar: number;
  readonly step: number; // what one slip stands for
  readonly slip: number; // px from slip to slip
  readonly between: number; // px between kinds
  readonly x: (year: number) => number; // a column's left edge
}

/** Lay the columns out: so high that the highest fills the area with slips no thinner than they can be told apart. */
export function plotOf({ columns, parts }: Slips, area: Area, labelWidth: number, u: number): Plot {
  const [left, right] = [area.x, area.x + area.width - labelWidth];
  const bottom = Math.round(area.y + area.height - 5 * u);
  const top = area.y + 0.4 * u;
  const pitch = (right - left) / columns.length;
  const bar = Math.max(4, Math.round(pitch * (columns.length < 5 ? 0.5 : 0.78)));
  const between = Math.round(0.9 * u);
  const highest = Math.max(...columns.map(({ value }) => value ?? 0));
  const room = bottom - top - Math.max(0, parts.length - 1) * between;
  const step = slipStep(highest, Math.floor(room / Math.round(0.74 * u)));
  const slip = Math.max(Math.round(0.74 * u), Math.floor(room / Math.max(1, Math.ceil(highest / step))));
  const first = columns[0]?.year ?? 0;
  const across = (right - left - bar) / Math.max(1, columns.length - 1);
  const x = (year: number) => Math.round(columns.length === 1 ? left : left + (year - first) * across);
  return {
    left,
    right,
    edge: area.x + area.width,
    top,
    bottom,
    pitch,
    bar,
    step,
    slip,
    between,
    x,
  };
}

/** Give the height of a column, in px. */
export function heightOf({ parts }: Column, { step, slip, between }: Plot): number {
  const filled = parts.filter((part) => part > 0);
  const slips = filled.reduce((sum, part) => sum + (part / step) * slip, 0);
  return slips + Math.max(0, filled.length - 1) * between;
}

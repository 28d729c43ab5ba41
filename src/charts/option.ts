import type { Mark } from "./mark.ts";

/** The part of an ECharts option that our charts use: plain data, but for the marks' renderItem. */
export interface Option {
  readonly grid?: object;
  readonly xAxis?: object;
  readonly yAxis?: object;
  readonly series: readonly object[];
}

/** A chart ready to be rendered: what ECharts draws, and on how large a sheet. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly option: Option;
}

/** Make a custom series of marks set in px; `z` 0 lies under the data, 9 over it. */
export function layer(z: 0 | 9, marks: readonly Mark[]): object {
  return {
    type: "custom",
    coordinateSystem: "none",
    silent: true,
    z,
    data: [0],
    renderItem: () => ({ type: "group", children: marks }),
  };
}

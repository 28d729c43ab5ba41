import type { Point } from "../figure.ts";
import type { Place } from "../finding.ts";
import { placeAt } from "../rows.ts";

const most = 20;

/** Find the cells that a value was computed from, in the order of their files, at most twenty. */
export function cellsOf(point: Pick<Point, "cells"> | undefined): Place[] {
  const places = (point?.cells ?? []).flatMap(({ rows, column, indices }) =>
    indices.slice(0, most).map((row) => placeAt(rows, row, column)),
  );
  return places.slice(0, most);
}

/** Say where cells are: volunteers/2019.csv 的 D2、E2；headcount/2019.csv 的 D2. */
export function sayCells(places: readonly Place[], told = 3): string {
  const groups = Map.groupBy(places.slice(0, told), ({ file }) => file);
  const named = [...groups].map(
    ([file, own]) => `${file} 的 ${own.map(({ cell, line }) => cell ?? `第 ${line} 行`).join("、")}`,
  );
  return named.join("；") + (places.length > told ? ` 等 ${places.length} 处` : "");
}

import type { History } from "./history.ts";
import type { RevisionRow } from "./revisions.ts";
import { isSaid, isTakenBack, type Stated, sayPoint, withdrawnText } from "./statement.ts";

/** A change of what was released that no row explains. */
export interface Unexplained {
  readonly kind: "unexplained";
  readonly since: string; // date of the release that said the old
  readonly until: string | null; // date of the release that says the new; null: it is what is computed now
  readonly old: string;
  readonly new: string;
}

/** A row that is not true: its 原值 was not what stood there, its 新值 is not what came of it, or nothing was changed. */
export interface Untrue {
  readonly kind: "old" | "new" | "idle";
  readonly row: RevisionRow;
  readonly said: string; // what it should say
  readonly right: { readonly old: string; readonly new: string } | null; // the row as it should be; null: there should be none
  readonly until: string | null; // of "new": the release that says so; null: it is what is computed now
}

/** A change of what was released, with the rows that explain it. */
export interface Explained {
  readonly kind: "explained";
  readonly since: string;
  readonly until: string | null;
  readonly old: string;
  readonly new: string;
  readonly rows: readonly RevisionRow[];
}

/**
 * Walk through what was said of a figure, release by release and then now, along its rows in the order of the file: each begins
 * where the last one ended, and together they lead from every release to the next, and from the last to what is computed now.
 */
export function followRows(
  { stages, now }: History,
  rows: readonly RevisionRow[],
): (Unexplained | Untrue | Explained)[] {
  const steps = [...stages.slice(1), { date: null, point: now }];
  // What was withdrawn is withdrawn from its rows too: nothing is left to follow
  const left = rows.filter((row) => !(row.old === withdrawnText && row.new === withdrawnText));
  const results: (Unexplained | Untrue | Explained)[] = [];
  let since = stages[0]?.date ?? "";
  let before: Stated | null = stages[0]?.point ?? null;
  let at = sayPoint(before ?? undefined);
  for (const { date: until, point } of steps) {
    const said = sayPoint(point ?? undefined);
    const used: RevisionRow[] = [];
    const take = () => {
      const row = left.shift();
      if (row) {
        used.push(row);
        at = row.new;
      }
    };
    const old = at;
    while (!isSaid(at, said) && left[0] && isSaid(left[0].old, at)) take();
    if (until === null) while (left[0] && isSaid(left[0].old, at) && !isSaid(left[0].new, at)) take();
    const isNeeded = isRowNeeded(before, point ?? undefined);
    const last = used.at(-1);
    if (last && !isSaid(at, said)) {
      const right = { old: last.old, new: said };
      results.push(
        isSaid(old, said)
          ? { kind: "idle", row: last, said, right: null, until }
          : { kind: "new", row: last, said, right, until },
      );
    } else if (last) results.push({ kind: "explained", since, until, old, new: said, rows: used });
    else if (isNeeded && left[0] && isSaid(left[0].new, said)) {
      results.push({ kind: "old", row: left[0], said: old, right: { old, new: said }, until });
      left.shift();
    } else if (isNeeded) results.push({ kind: "unexplained", since, until, old, new: said });
    at = said;
    before = point ?? null;
    since = until ?? since;
  }
  const isChanged = results.length > 0;
  const kind = isChanged ? "old" : "idle";
  const rest = left.map((row): Untrue => ({ kind, row, said: at, right: null, until: null }));
  return [...results, ...rest];
}

/** Tell whether a step needs a row: what is not there in one release cannot be taken back by the next. */
function isRowNeeded(before: Stated | null, after: Stated | undefined): boolean {
  return before !== null && isTakenBack(before, after);
}

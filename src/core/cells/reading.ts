import { catalogue } from "../catalogue/catalogue.ts";
import type { Level } from "../catalogue/entry.ts";
import type { Code, FactsOf } from "../finding.ts";
import type { Absence, State } from "../state.ts";

/** A finding that does not know its place yet. */
export type Issue = {
  readonly [C in Code]: { readonly code: C; readonly level: Level; readonly facts: FactsOf<C> };
}[Code];

/** One cell read: canonical text ("" where absent), its state, and what was wrong with it. */
export interface Reading {
  readonly value: string;
  readonly state: State;
  readonly issues: readonly Issue[];
}

/** Make an issue; its level is the catalogue's unless this case differs. */
export function issue<C extends Code>(code: C, facts: FactsOf<C>, level?: Level): Issue {
  return { code, level: level ?? catalogue[code].level, facts } as unknown as Issue; // the union's member C
}

/** Take a value as it is read. */
export function present(value: string, issues: readonly Issue[] = []): Reading {
  return { value, state: "final", issues };
}

/** Take a cell as absent for a reason. */
export function absent(state: Absence, issues: readonly Issue[] = []): Reading {
  return { value: "", state, issues };
}

/** Refuse a cell: the one error stands alone, for what else was noticed rests on a reading that does not count. */
export function refused(error: Issue): Reading {
  return absent("missing", [error]);
}

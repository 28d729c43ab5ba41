import type { FactsOf } from "../finding.ts";

/** What is wrong with an indicator, before it is known where its file lies. */
export type Mistake =
  | { readonly code: "CFG-03"; readonly facts: FactsOf<"CFG-03"> }
  | { readonly code: "CFG-04"; readonly facts: FactsOf<"CFG-04"> }
  | { readonly code: "CFG-05"; readonly facts: FactsOf<"CFG-05"> };

/** Say that a name is not among those known. */
export const unknown = (path: string, name: string, known: Iterable<string>): Mistake => ({
  code: "CFG-03",
  facts: { path, name, known: [...known].join("、") },
});

/** Say that what the public reads is internal. */
export const secret = (path: string, name: string): Mistake => ({ code: "CFG-04", facts: { path, name } });

/** Say what would come out false. */
export const wrong = (path: string, problem: string): Mistake => ({
  code: "CFG-05",
  facts: { path, problem },
});

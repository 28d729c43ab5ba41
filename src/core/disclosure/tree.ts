import { Decimal, sum } from "../figures/decimal.ts";

/** What is published of one unit's number: it is there, hidden, or not to be had (then nothing follows from it). */
export type Published = Decimal | "hidden" | null;

/** A hidden number that can be worked out, how, and from which units' numbers. */
export interface Inferred {
  readonly code: string;
  readonly how:
    | "rest" // the superior's number minus the others'
    | "parts" // its subordinates' numbers added up
    | "none" // what is left for several hidden ones is 0, so each is
    | "few" // what is left for several hidden ones is small, so each is
    | "chain"; // several steps
  readonly from: readonly string[];
}

/**
 * Work out every hidden number that the published ones determine, taking each superior's number as the sum of its
 * subordinates'. These equations form a tree, so that going through them until nothing more follows finds all they determine.
 */
export function inferTree(
  numbers: ReadonlyMap<string, Published>,
  below: (code: string) => readonly string[],
  codes: readonly string[],
  isSmall: (value: number) => boolean,
): Inferred[] {
  const derived = new Map<string, Decimal>();
  const inferred = new Map<string, Inferred>();
  const read = (code: string): Published => {
    const own = numbers.get(code);
    if (own !== undefined) return own === "hidden" ? (derived.get(code) ?? own) : own;
    const children = below(code);
    return children.length === 0 ? null : addUp(children.map(read));
  };
  const learn = (code: string, how: Inferred["how"], from: readonly string[], value?: Decimal) => {
    if (numbers.get(code) !== "hidden") return;
    const isChain = from.some((other) => derived.has(other));
    if (!inferred.has(code)) inferred.set(code, { code, how: isChain ? "chain" : how, from });
    if (value && !derived.has(code)) derived.set(code, value);
  };

  const superiors = codes.filter((code) => below(code).length > 0);
  for (let known = -1; known !== derived.size; ) {
    known = derived.size;
    for (const code of superiors) {
      const children = below(code);
      const values = children.map(read);
      const total = numbers.has(code) ? read(code) : null;
      if (total === null || values.includes(null)) continue;
      const dark = children.filter((_, i) => values[i] === "hidden");
      const light = sum(values.filter((value) => value instanceof Decimal));
      const from = [code, ...children.filter((child) => !dark.includes(child))];
      if (total === "hidden") {
        if (dark.length === 0) learn(code, "parts", children, light);
        continue;
      }
      const rest = total.minus(light);
      const [only, ...more] = dark;
      if (only !== undefined && more.length === 0) learn(only, "rest", from, rest);
      else if (rest.eq(0)) for (const child of dark) learn(child, "none", from, rest);
      else if (isSmall(rest.toNumber())) for (const child of dark) learn(child, "few", from);
    }
  }
  return [...inferred.values()];
}

/** Add up numbers that are all there; one hidden hides the sum, one that is not to be had leaves none. */
function addUp(values: readonly Published[]): Published {
  if (values.includes(null)) return null;
  return values.includes("hidden") ? "hidden" : sum(values.filter((value) => value instanceof Decimal));
}

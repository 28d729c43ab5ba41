import type { Dataset } from "../declared/dataset.ts";
import type { Measure } from "../declared/indicator.ts";

/** List the data sets whose numbers a sum or a ratio takes; others are never split by 口径. */
function sources(measure: Measure): string[] | null {
  if (measure.kind === "sum") return [measure.dataset];
  if (measure.kind !== "ratio") return null;
  const { numerator, denominator } = measure;
  const instead = numerator.instead ? [numerator.instead.dataset] : [];
  return [numerator.dataset, ...instead, denominator.dataset];
}

/** Tell whether an indicator is split by 口径: `by` is what every state data set that it reads calls its scope. Scopes hold one another, so they are never added up. */
export function isByScope(
  { by, measure }: { readonly by?: string | undefined; readonly measure: Measure },
  datasets: ReadonlyMap<string, Dataset>,
): boolean {
  const read = sources(measure)?.map((id) => datasets.get(id));
  return by !== undefined && (read?.every((one) => one?.kind === "state" && one.scope === by) ?? false);
}

/** List the scopes that an indicator is split into, in the list's order. */
export function scopesOf(measure: Measure, by: string, datasets: ReadonlyMap<string, Dataset>): string[] {
  const [id = ""] = sources(measure) ?? [];
  const field = datasets.get(id)?.schema.fields.find(({ name }) => name === by);
  return field?.constraints.enum ?? [];
}

/** Narrow a measure to the rows of one scope, of a ratio on both sides. */
export function inScope(measure: Measure, by: string, scope: string): Measure {
  const narrow = <T extends { readonly where: Record<string, string> }>(operand: T): T => ({
    ...operand,
    where: { ...operand.where, [by]: scope },
  });
  if (measure.kind === "sum") return narrow(measure);
  if (measure.kind !== "ratio") return measure;
  return { ...measure, numerator: narrow(measure.numerator), denominator: narrow(measure.denominator) };
}

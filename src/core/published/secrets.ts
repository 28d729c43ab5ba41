import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import type { Indicator } from "../declared/indicator.ts";
import { mayShow } from "../edition.ts";
import type { Rows } from "../rows.ts";

/** What a build of an edition may not hold anywhere: names of files, headers of columns, and what stands in hidden cells. */
export interface Secrets {
  readonly names: ReadonlySet<string>; // ids of internal data sets and indicators
  readonly headers: ReadonlyMap<string, ReadonlySet<string>>; // internal columns, by data set
  readonly texts: ReadonlyMap<string, Secret>;
}

/** Where a secret text stands; never the text itself. */
export interface Secret {
  readonly of: string; // e.g. 荣誉的“获得者”
  readonly isNumber: boolean;
  readonly isName: boolean; // a person's: one of two characters counts only as a whole word
}

const longEnough = 4; // shorter texts occur by chance
const digitsEnough = 6; // likewise shorter numbers

/**
 * List what the public may not see of a folder. Only what can be recognised counts: texts of four characters or more, persons'
 * names, numbers of six digits or more, none of which stands in any cell that may be shown, or in the public definitions.
 */
export function listSecrets(
  all: ReadonlyMap<string, Rows>,
  shown: ReadonlyMap<string, Rows>,
  datasets: ReadonlyMap<string, Dataset>,
  indicators: readonly Indicator[],
): Secrets {
  const open = [...datasets.values()].filter((dataset) => mayShow(dataset.audience, "public"));
  const hidden = [...datasets.keys(), ...indicators.map(({ id }) => id)].filter((id) => {
    const audience = (datasets.get(id) ?? indicators.find((one) => one.id === id))?.audience;
    return audience !== undefined && !mayShow(audience, "public");
  });
  const headers = open.map(({ id, schema }): [string, Set<string>] => [
    id,
    new Set(schema.fields.filter((f) => !mayShow(f.audience, "public")).map((f) => f.name)),
  ]);
  const public_ = JSON.stringify([open, indicators.filter(({ audience }) => mayShow(audience, "public"))]);
  const known = textsOf(shown);
  const texts = new Map<string, Secret>();
  for (const [id, rows] of all) {
    const names = new Set(rows.dataset.schema.fields.filter((f) => f.person).map((f) => f.name));
    for (const { name } of fieldsOf(rows.dataset)) {
      const secret = { of: `${rows.dataset.title}的“${name}”`, isName: names.has(name) };
      for (const text of hiddenTexts(rows, shown.get(id), name)) {
        const isNumber = /^-?[\d.,]+$/.test(text);
        if (known.has(text) || public_.includes(text) || !isTelling(text, isNumber, secret.isName)) continue;
        texts.set(text, { ...secret, isNumber });
      }
    }
  }
  return { names: new Set(hidden), headers: new Map(headers.filter(([, of]) => of.size > 0)), texts };
}

/** Tell whether finding a text somewhere means that it came from where it was hidden. */
function isTelling(text: string, isNumber: boolean, isName: boolean): boolean {
  if (isNumber) return text.replace(/\D/g, "").length >= digitsEnough;
  if (/^[\d\s:/.-]+$/.test(text)) return false; // a date
  return [...text].length >= (isName ? 2 : longEnough);
}

/** Give every text in the cells of these rows, as written and as read. */
function textsOf(all: ReadonlyMap<string, Rows>): Set<string> {
  const texts = new Set<string>();
  for (const { pool, columns } of all.values()) {
    for (const { value, original } of columns.values()) {
      for (const ids of [new Set(value), new Set(original)]) for (const id of ids) texts.add(pool.text(id));
    }
  }
  return texts;
}

/** Give the texts of a column that the shown rows do not have: all of them where the column or the data set is gone. */
function hiddenTexts(rows: Rows, shown: Rows | undefined, name: string): Set<string> {
  const column = rows.columns.get(name);
  if (!column) return new Set();
  const kept = shown?.columns.get(name);
  const keptIds = new Set(kept ? [...kept.value, ...kept.original] : []);
  const ids = new Set([...new Set(column.value), ...new Set(column.original)]);
  return new Set([...ids].filter((id) => id !== 0 && !keptIds.has(id)).map((id) => rows.pool.text(id)));
}

import { normalizeHeader } from "../intake/header-cell.ts";

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

const prefix = "sealed:";
/** What a sealed column still says of itself: how its cells are read. */
const reading = ["type", "audience", "person", "decimals", "signed", "percent", "scopes", "ahead"];

/** Mark a word so that it is recognised where it is met, but cannot be read: a hash of its form as a header. */
function seal(word: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const char of normalizeHeader(word)) {
    const code = char.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + (a >>> 7)), 0x85ebca6b);
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, "0");
  return prefix + hex(a) + hex(b);
}

/** Change every string of a JSON value, names of properties included. */
function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (isList(value)) return value.map((one) => mapStrings(one, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [change(name), mapStrings(one, change)]),
  );
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** List every string of a JSON value, names of properties included. */
export function stringsIn(value: Json): string[] {
  const found: string[] = [];
  mapStrings(value, (text) => {
    found.push(text);
    return text;
  });
  return found;
}

/** Change the columns, references and rules of a data set's JSON. */
export function mapParts(dataset: JsonObject, change: (part: Json, kind: PartKind) => Json[]): JsonObject {
  const { schema, rules } = dataset;
  const all = (parts: Json | undefined, kind: PartKind) =>
    isList(parts) ? parts.flatMap((part) => change(part, kind)) : [];
  if (!isObject(schema)) return dataset;
  const { fields, foreignKeys } = schema;
  return {
    ...dataset,
    schema: {
      ...schema,
      fields: all(fields, "field"),
      foreignKeys: all(foreignKeys, "reference"),
    },
    rules: all(rules, "rule"),
  };
}

type PartKind = "field" | "reference" | "rule";

/** Hide a data set's internal columns: marks stand for their names and aliases, and all else that is said of them is dropped. */
export function sealDataset(dataset: JsonObject): JsonObject {
  const names = new Set<string>();
  const fields = mapParts(dataset, (field, kind) => {
    if (kind !== "field" || !isObject(field)) return [field];
    const { name, aliases, audience } = field;
    if (audience !== "internal") return [field];
    names.add(String(name));
    const kept = Object.entries(field).filter(([key]) => reading.includes(key));
    const others = isList(aliases) ? aliases.map((alias) => seal(String(alias))) : [];
    return [{ ...Object.fromEntries(kept), name: seal(String(name)), aliases: others }];
  });
  const sealed = mapStrings(fields, (text) => (names.has(text) ? seal(text) : text));
  return sealed as JsonObject; // an object stays one
}

/** Name the sealed columns that some words name; whatever stays sealed is no part of the data set here. */
export function unsealDataset(dataset: JsonObject, words: Iterable<string>): JsonObject {
  const known = new Map([...words].map((word) => [seal(word), normalizeHeader(word)]));
  const named = mapParts(dataset, (field, kind) => {
    if (kind !== "field" || !isObject(field)) return [field];
    const { name, aliases = [] } = field;
    const own = String(name);
    const others = isList(aliases) ? aliases.map(String) : [];
    const alias = known.has(own) ? undefined : others.find((one) => known.has(one));
    if (alias !== undefined) known.set(own, known.get(alias) ?? "");
    return [{ ...field, aliases: others.filter((one) => !one.startsWith(prefix) || known.has(one)) }];
  });
  const unsealed = mapStrings(named, (text) => known.get(text) ?? text) as JsonObject;
  return mapParts(unsealed, (part) =>
    stringsIn(part).some((text) => text.startsWith(prefix)) ? [] : [part],
  );
}

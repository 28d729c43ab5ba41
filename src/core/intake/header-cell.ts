import { foldLookAlikes, simplify } from "../cells/alike.ts";
import { type Dataset, type Field, fieldsOf } from "../declared/dataset.ts";

const units = "人|人次|次|件|个|项|项次|场|场次|批|批次|户|家|小时|天|元|%|‰|百分点".split("|");
const multiples: Readonly<Record<string, number>> = { 十: 10, 百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };
const multiple = /^(十|百|千|万|百万|亿)?(.+)$/u;
const bracket = /^(.+)\((?:单位:)?([^()]+)\)$/u;

/** Strip what the eye does not see in a header: widths, blanks, invisible characters. */
export function normalizeHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\u2800]/gu, "");
}

/** Take 万人 apart into 10,000 and 人. */
function takeApart(unit: string): { times: number; base: string } {
  const [, prefix = "", base = ""] = unit.match(multiple) ?? [];
  return { times: multiples[prefix] ?? 1, base };
}

/** Tell how far two units that are multiples of one lie apart, in words; "" where it cannot be told. */
export function factor(given: string, wanted: string): string {
  const { times: a, base } = takeApart(given);
  const { times: b, base: other } = takeApart(wanted);
  if (base !== other || a === b) return "";
  const times = Math.max(a, b) / Math.min(a, b);
  return times >= 1e4 ? `相差 ${times / 1e4} 万倍` : `相差 ${times} 倍`;
}

type Recognised = "same" | "HDR-06" | "HDR-07" | "HDR-08" | "HDR-10" | "HDR-11";
export interface Match {
  readonly field: Field;
  readonly how: Recognised;
  readonly given: string; // unit in the header's brackets
}

/** No header is longer. */
export const longestHeader = 200;

/** Index a data set's headers once, then recognise any number of cells. */
export function headerReader(dataset: Dataset): (cell: string) => Match | null {
  const fields = fieldsOf(dataset);
  const names = new Map(fields.map((field) => [normalizeHeader(field.name), field]));
  const aliases = new Map(
    fields.flatMap((f) => f.aliases.map((alias) => [normalizeHeader(alias), f] as const)),
  );
  const folded = new Map(fields.map((field) => [foldLookAlikes(field.name), field]));

  const find = (text: string): Omit<Match, "given"> | null => {
    const field = names.get(text);
    if (field) return { field, how: "HDR-07" };
    const alias = aliases.get(text);
    if (alias) return { field: alias, how: "HDR-06" };
    const simple = simplify(text);
    const known = names.get(simple) ?? aliases.get(simple);
    if (known) return { field: known, how: "HDR-10" };
    const like = folded.get(foldLookAlikes(text));
    return like ? { field: like, how: "HDR-11" } : null;
  };

  const own = new Set([...units, ...fields.map((field) => simplify(normalizeHeader(field.unit)))]);
  const isUnit = (text: string) =>
    dataset.layout !== undefined || own.has(text) || own.has(takeApart(text).base); // systems write units of any kind

  /** What a system writes as declared is nothing to remark on. */
  const plainly = (how: Recognised): Recognised =>
    dataset.layout && (how === "HDR-06" || how === "HDR-07") ? "same" : how;

  return (cell) => {
    if (cell.length > longestHeader) return null;
    const text = normalizeHeader(cell);
    if (text === "") return null;
    const whole = find(text);
    if (whole) return { ...whole, how: cell === whole.field.name ? "same" : plainly(whole.how), given: "" };
    const [, name = "", given = ""] = simplify(text).match(bracket) ?? [];
    const match = find(name);
    if (!match || !isUnit(given)) return null;
    const wanted = match.field.unit || (match.field.percent ? "%" : "");
    const differs =
      given !== simplify(normalizeHeader(wanted)) && ["integer", "number"].includes(match.field.type);
    return { ...match, how: differs ? "HDR-08" : plainly(match.how), given };
  };
}

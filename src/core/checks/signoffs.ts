import { normalizeName } from "../cells/names.ts";
import { type Dataset, datasetSchema } from "../declared/dataset.ts";
import { type Finding, finding, type Place, type Signature, type Subject } from "../finding.ts";
import { indices, originalAt, placeAt, type Rows, textAt } from "../rows.ts";

const text = (name: string, more: object = {}) => ({ name, type: "string", audience: "internal", ...more });
const required = { constraints: { required: true } };

/** data/signoffs.csv: who accepts which W, and why. What it quotes may be internal, so nothing of it is public. */
export const signoffDataset: Dataset = {
  id: "signoffs",
  ...datasetSchema.parse({
    title: "签认",
    description: "核对过、确认无误的可疑数，一处一行。",
    audience: "internal",
    kind: "register",
    internalRows: "not-counted",
    schema: {
      fields: [
        text("规则号", required),
        text("数据集"),
        text("键", required),
        text("列"),
        text("原值"),
        text("责任人", required),
        { ...text("日期", required), type: "date" },
        text("理由", required),
        { ...text("复核期"), type: "date", ahead: true },
      ],
      primaryKey: ["规则号", "数据集", "键", "列", "原值"],
    },
  }),
};

/** A sign-off: for what, by whom, and where it is written. */
export interface Signoff {
  readonly code: string; // 规则号, as written
  readonly subject: Subject;
  readonly signature: Signature;
  /** Its row, and the cells of 键, 原值 and 复核期. */
  readonly places: Readonly<Record<"row" | "key" | "value" | "review", Place>>;
}

/** Name exactly one suspicion: this rule, this key, this column, this value. */
export function suspicionOf(code: string, { dataset, key, column, value }: Subject): string {
  return JSON.stringify([code, dataset, key, column, value].map(normalizeName));
}

/** Read the rows of signoffs.csv. */
export function readSignoffs(rows: Rows): Signoff[] {
  return indices(rows).map((row) => {
    const at = (column: string) => textAt(rows, row, column);
    const subject = {
      dataset: at("数据集"),
      key: at("键"),
      column: at("列"),
      value: originalAt(rows, row, "原值"),
    };
    const review = at("复核期") || null;
    return {
      code: at("规则号"),
      subject,
      signature: { by: at("责任人"), date: at("日期"), reason: at("理由"), review },
      places: {
        row: placeAt(rows, row, null),
        key: placeAt(rows, row, "键"),
        value: placeAt(rows, row, "原值"),
        review: placeAt(rows, row, "复核期"),
      },
    };
  });
}

/**
 * Sign every W finding that a sign-off names; of two for the same the later row stands (SIGN-05), and one whose 复核期 has passed
 * still holds, with a warning of its own (SIGN-01).
 */
export function applySignoffs(
  findings: readonly Finding[],
  signoffs: readonly Signoff[],
  now: string,
): Finding[] {
  const byId = new Map(signoffs.map((signoff) => [suspicionOf(signoff.code, signoff.subject), signoff]));
  const overdue = new Set<Signoff>();
  const signed = findings.map((found) => {
    if (found.level !== "W" || !found.subject) return found;
    const signoff = byId.get(suspicionOf(found.code, found.subject));
    if (!signoff) return found;
    if ((signoff.signature.review ?? now) < now) overdue.add(signoff);
    return { ...found, signature: signoff.signature };
  });
  const warnings = [...overdue].map(({ signature, places }) =>
    finding("SIGN-01", places.review, { textBy: signature.by, review: signature.review ?? "" }),
  );
  const repeated = signoffs.flatMap((signoff) => {
    const standing = byId.get(suspicionOf(signoff.code, signoff.subject));
    if (!standing || standing === signoff) return [];
    const facts = { row: standing.places.row.row ?? 0 };
    return finding("SIGN-05", signoff.places.row, facts, { related: [standing.places.row] });
  });
  return [...signed, ...warnings, ...repeated];
}

/** The header of signoffs.csv. */
export const signoffHeader = signoffDataset.schema.fields.map((field) => field.name).join(",");

/** Write the row that signs a finding, ready to be pasted; 责任人, 日期, 理由 and 复核期 are left to fill in. Null where nobody can sign. */
export function signoffRow(found: Finding): string | null {
  if (found.level !== "W" || !found.subject) return null;
  const { dataset, key, column, value } = found.subject;
  return [found.code, dataset, key, column, value, "", "", "", ""].map(quoted).join(",");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import { signoffRow } from "../checks/signoffs.ts";
import type { Dataset } from "../declared/dataset.ts";
import { isNumeric } from "../declared/dataset.ts";
import { type Finding, type Place, type Severity, severity } from "../finding.ts";
import { say } from "../message.ts";
import { visible } from "../visible.ts";
import { groupFindings } from "../words/finding-group.ts";
import { sayBeside, sayWhere } from "../words/finding-line.ts";
import { printable } from "../words/printable.ts";
import type { Sources } from "./sources.ts";
import type { Spot } from "./spot.ts";

/** A finding as a reviewer needs it: what it is, whose it is, what hangs on it, and the row that signs it. */
export interface DeskFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly where: string; // beside the file's name
  readonly message: string;
  readonly hint: string;
  readonly row: Row | null; // what answers it, where somebody may
  readonly signed: Signed | null;
  readonly spots: readonly Spot[]; // the figures that hang on it
}

/** A finished row to paste. */
export interface Row {
  readonly file: "signoffs.csv" | "revisions.csv";
  readonly text: string;
}

export interface Signed {
  readonly by: string;
  readonly date: string;
  readonly reason: string;
  readonly review: string | null; // 复核期
  readonly overdue: boolean;
}

/** Findings of one rule in one column of a file. */
export interface DeskGroup {
  readonly mark: string;
  readonly code: string;
  readonly file: string;
  readonly column: string; // "" for none
  readonly owner: string; // of its data set; "" for none
  readonly severity: Severity;
  readonly stops: boolean; // the public edition
  readonly publicOnly: boolean; // found in the public edition alone
  readonly findings: readonly DeskFinding[];
  readonly weight: number; // figures that hang on them
}

/** What findings are looked at with. */
export interface Desk {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly sources: Sources;
  readonly now: string;
}

/** Group all that either edition found, what stops the public edition first, then what most figures hang on. */
export function listFindings(
  own: readonly Finding[],
  open: readonly Finding[],
  { datasets, sources, now }: Desk,
): DeskGroup[] {
  const known = new Set(own.flatMap((found) => [nameOf(found), nameOf({ ...found, code: veiled })]));
  const publicOnly = open.filter((found) => !known.has(nameOf(found)));
  const group = (findings: readonly Finding[], isPublicOnly: boolean) =>
    groupFindings(findings).map((group): Omit<DeskGroup, "mark"> => {
      const [{ code, file, column }] = group;
      const dataset = datasets.get(file.split("/")[0] ?? "");
      const weight = new Set(group.flatMap((found) => spotsOf(found, dataset, sources))).size;
      const listed = group.map((found) =>
        deskFinding(printable(found), spotsOf(found, dataset, sources), now),
      );
      return {
        code,
        file: visible(file),
        column: visible(column ?? ""),
        owner: dataset?.owner ?? "",
        severity: severity(group[0]),
        stops: group.some((found) => severity(found) === "error"),
        publicOnly: isPublicOnly,
        findings: listed.toSorted((a, b) => b.spots.length - a.spots.length),
        weight,
      };
    });
  return [...group(own, false), ...group(publicOnly, true)]
    .sort((a, b) => rank(a) - rank(b) || b.weight - a.weight)
    .map((one, i) => ({ ...one, mark: `f${i + 1}` }));
}

const order: readonly Severity[] = ["error", "warning", "note"];

function rank({ severity: weight, stops }: Omit<DeskGroup, "mark">): number {
  return stops ? -1 : order.indexOf(weight);
}

/** What the public edition calls a finding that would tell what an internal cell holds. */
const veiled = "SEC-08";

/** Name a finding so that it is the same in both editions, whatever may be quoted. */
function nameOf({ code, file, row, column, cell }: Pick<Finding, "code" | keyof Place>): string {
  return JSON.stringify([code, file, row, column, cell]);
}

function spotsOf(found: Finding, dataset: Dataset | undefined, sources: Sources): readonly Spot[] {
  if (found.row === null || found.row < 2) return [];
  const field = dataset?.schema.fields.find(({ name }) => name === found.column);
  const isFigure = field !== undefined && isNumeric(field);
  return sources.feeds(found.file, found.row, isFigure ? found.cell : null);
}

/** Write the row that answers a finding: a revision explains a released figure, anything else is signed for. */
function rowOf(found: Finding): Row | null {
  if (found.code === "BIZ-15") return { file: "revisions.csv", text: found.facts.row };
  const text = signoffRow(found);
  return text === null ? null : { file: "signoffs.csv", text };
}

function deskFinding(found: Finding, spots: readonly Spot[], now: string): DeskFinding {
  const { signature } = found;
  return {
    code: found.code,
    severity: severity(found),
    where: sayWhere(found),
    message: sayBeside(found),
    hint: say(found).hint,
    row: signature ? null : rowOf(found),
    signed: signature && { ...signature, overdue: signature.review !== null && signature.review < now },
    spots,
  };
}

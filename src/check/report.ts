import type { DueLine } from "../core/due/say.ts";
import type { Severity } from "../core/finding.ts";
import type { SourceFile } from "../core/inputs.ts";
import type { reportOf } from "../core/published/report.ts";
import type { PublishedFigure } from "../core/site.ts";

/** What was dropped: files by the paths they came with, a loose one by its name. */
export interface Drop {
  readonly files: readonly SourceFile[];
  readonly chosen: Readonly<Record<string, string>>; // path → data set, where the clerk has said so
  readonly now: string; // YYYY-MM-DD
}

/** A finding as it is told: where, what, and who signed for it. */
export interface Told {
  readonly row: number | null;
  readonly cell: string | null;
  readonly column: number | null; // the cell's, from 0
  readonly where: string;
  readonly message: string;
}

/** Findings of one kind in one column of a file. */
export interface ToldGroup {
  readonly severity: Severity;
  readonly code: string;
  readonly column: string | null;
  readonly hints: readonly string[];
  readonly places: readonly Told[];
}

/** What was found in one file. */
export interface FileReport {
  readonly path: string; // as findings name it
  readonly title: string; // of its data set; "" where there is none
  readonly loose: { readonly dropped: string; readonly dataset: string | null } | null; // its data set was guessed
  readonly groups: readonly ToldGroup[];
  readonly isTable: boolean; // there are cells to show
  readonly isWorkbook: boolean; // Excel's or WPS's own format
}

/** One number that the files would change. */
export interface Change {
  readonly series: string;
  readonly year: number;
  readonly before: string;
  readonly after: string;
}

/** A figure as it is and as it would be. */
export interface FigureChange {
  readonly title: string;
  readonly datasets: readonly string[]; // ids it reads
  readonly changes: readonly Change[];
  readonly before: { readonly sentence: string; readonly figure: PublishedFigure } | null;
  readonly after: { readonly sentence: string; readonly figure: PublishedFigure } | null;
}

/** All that a check has to say, finished for reading. */
export interface CheckReport {
  readonly json: ReturnType<typeof reportOf>;
  readonly found: string;
  readonly verdict: string;
  readonly compared: readonly string[]; // sentences: what with what
  readonly files: readonly FileReport[];
  readonly due: readonly DueLine[]; // what is owed once these files are handed in
  readonly signoffs: { readonly header: string; readonly rows: readonly string[]; readonly hidden: number };
  readonly figures: readonly FigureChange[];
  readonly otherFigures: number; // of others that change too, because they now end with a later year
  readonly assumed: boolean; // the figures hold only if every suspicion is signed for
  readonly withoutFigures: string; // why none can be shown; "" if they can
}

/** A file as it can be corrected without touching a figure. */
export interface Correction {
  readonly changes: readonly string[]; // a line each
  readonly bytes: Uint8Array;
  readonly isHeldBack: boolean; // errors of its structure come first
}

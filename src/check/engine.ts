import "./older.ts";
import "./jitless.ts";
import type { DueLine } from "../core/due/say.ts";
import { sayChange } from "../core/fix/change.ts";
import { fixFolder } from "../core/fix/folder.ts";
import type { SourceFile } from "../core/inputs.ts";
import type { Kit } from "../core/published/kit.ts";
import { type Checked, makeChecker } from "./checking.ts";
import type { CheckReport, Correction, Drop } from "./report.ts";
import { type Sheet, sheetOf } from "./sheet.ts";

/** What the page says first: by what to check. */
export interface Opening {
  readonly kit: Kit;
}

/** What the page asks: what is owed, to check a drop, to show or correct a file of the last one. */
export type Question =
  | { readonly id: number; readonly ask: "due"; readonly day: string }
  | { readonly id: number; readonly ask: "check"; readonly drop: Drop }
  | { readonly id: number; readonly ask: "sheet" | "correction"; readonly path: string };

/** What it is told: one answer a question. */
export type Answer =
  | { readonly id: number; readonly due: readonly DueLine[] }
  | { readonly id: number; readonly report: CheckReport }
  | { readonly id: number; readonly sheet: Sheet }
  | { readonly id: number; readonly correction: Correction }
  | { readonly id: number; readonly failure: string };

/** Where questions come from and answers go: a worker's own scope, or the page where there is no worker. */
export interface Port {
  onmessage: ((event: { readonly data: Opening | Question }) => void) | null;
  postMessage(answer: Answer): void;
}

/** Give what was corrected in a file; nothing, where any figure would then read differently. */
function correctionOf(
  { files, difference }: ReturnType<typeof fixFolder>,
  { path, bytes }: SourceFile,
): Correction {
  const own = files.find((one) => one.path === path);
  if (!own || difference !== null) return { changes: [], bytes, isHeldBack: false };
  return { changes: own.changes.map(sayChange), bytes: own.bytes, isHeldBack: own.errors.length > 0 };
}

/** Answer the questions of a port. */
export function start(port: Port): void {
  let checker: ReturnType<typeof makeChecker> | null = null;
  let last: Checked | null = null;
  let fixed: ReturnType<typeof fixFolder> | null = null; // of the last
  const answer = (question: Question): Answer => {
    const { id } = question;
    if (!checker) throw new Error("no kit yet");
    if (question.ask === "due") return { id, due: checker.prepare(question.day).due };
    if (question.ask === "check") {
      last = checker.check(question.drop);
      fixed = null;
      return { id, report: last.report };
    }
    const file = last?.files.find(({ path }) => path === question.path);
    if (!last || !file) throw new Error(`no such file: ${question.path}`);
    if (question.ask === "sheet") return { id, sheet: sheetOf(file, last.datasets.values()) };
    fixed = fixed ?? fixFolder(last.inputs);
    return { id, correction: correctionOf(fixed, file) };
  };
  port.onmessage = ({ data }) => {
    if ("kit" in data) {
      checker = makeChecker(data.kit);
      return;
    }
    try {
      port.postMessage(answer(data));
    } catch (error) {
      port.postMessage({ id: data.id, failure: String(error) });
    }
  };
}

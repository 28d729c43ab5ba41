import { signoffHeader } from "../checks/signoffs.ts";
import { type DueLine, listDue } from "../due/say.ts";
import type { Checked, Draft } from "../pipeline.ts";
import {
  compareWithYearBefore,
  type DeskChange,
  type LastVersion,
  listChanges,
  type YearOnYear,
} from "./changes.ts";
import { type DeskGroup, listFindings } from "./findings.ts";
import { type HiddenGroup, listHidden } from "./hidden.ts";
import { type SheetRow, sheetRows } from "./sheet.ts";
import { type SourcePage, traceSources } from "./sources.ts";
import { listSuspicions, type Suspicion } from "./suspicions.ts";
import { listTargets, type TargetRow } from "./targets.ts";
import { listTodos, type Todo } from "./todo.ts";

/** The review desk as data: plain, for the internal edition alone. */
export interface Review {
  readonly now: string;
  readonly todos: readonly Todo[];
  readonly groups: readonly DeskGroup[];
  readonly signoffHeader: string;
  readonly suspicions: readonly Suspicion[];
  readonly last: string | null; // the day of the last release
  readonly changes: readonly DeskChange[];
  readonly yearOnYear: readonly YearOnYear[]; // where nothing was released yet
  readonly targets: readonly TargetRow[];
  readonly pages: readonly SourcePage[];
  /** Where each series' values are explained: the address, without the year at its end. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly hidden: readonly HiddenGroup[];
  readonly due: readonly DueLine[];
  readonly sheet: readonly SheetRow[];
}

/** One edition checked, with the site it would make. */
export type Edited = Pick<Checked, "findings" | "due"> & Draft;

/** Put the review desk together: `own` is the internal edition, `open` what the public one comes to. */
export function makeReview(own: Edited, open: Edited, now: string): Review {
  const [latest] = open.site.releases;
  const last: LastVersion | null = latest ? { date: latest.date, figures: latest.indicators } : null;
  const sources = traceSources(own.workings, own.site, [...own.findings, ...open.findings]);
  const { datasets } = own.workings.material;
  const groups = listFindings(own.findings, open.findings, { datasets, sources, now });
  const changes = last ? listChanges(last, open.site, sources.pages) : [];
  const due = listDue(own.due);
  const targets = listTargets(own.site, sources.prefixes);
  const hidden = listHidden(own, open, open.findings, now);
  const { disagreeing, pages, prefixes } = sources;
  return {
    now,
    todos: listTodos({ groups, disagreeing, changes, due, targets, hidden }),
    groups,
    signoffHeader,
    suspicions: listSuspicions(groups),
    last: last?.date ?? null,
    changes,
    yearOnYear: last ? [] : compareWithYearBefore(own.site, prefixes),
    targets,
    pages,
    prefixes,
    hidden,
    due,
    sheet: sheetRows(open.site),
  };
}

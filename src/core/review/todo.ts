import type { DueLine } from "../due/say.ts";
import type { DeskChange } from "./changes.ts";
import { sayKind } from "./changes.ts";
import type { DeskGroup } from "./findings.ts";
import type { HiddenGroup } from "./hidden.ts";
import type { Spot } from "./spot.ts";
import type { TargetRow } from "./targets.ts";

/** What a reviewer has to do about it, the gravest first. */
export const todoKinds = {
  stop: "挡住发布",
  wrong: "算不回来",
  changed: "已发布的数变了",
  signoff: "签认要复核",
  late: "逾期未报",
  target: "目标未达到",
  warning: "提醒",
  hidden: "公开版看不到",
} as const;
export type TodoKind = keyof typeof todoKinds;

/** One thing to do: a line of the desk's first screen. */
export interface Todo {
  readonly kind: TodoKind;
  readonly what: string; // what it is about: a file and its column, a figure, a table
  readonly text: string; // what is the matter
  readonly count: number; // how many places
  readonly weight: number; // figures that hang on it
  readonly owner: string; // "" where nobody is named
  readonly to: string; // a mark of the desk, or an address from the site's root
}

/** All that is looked through for things to do. */
export interface Gathered {
  readonly groups: readonly DeskGroup[];
  readonly disagreeing: readonly Spot[];
  readonly changes: readonly DeskChange[];
  readonly due: readonly DueLine[];
  readonly targets: readonly TargetRow[];
  readonly hidden: readonly HiddenGroup[];
}

/** List everything a reviewer must do, the biggest consequence first: the gravest kind, then what most figures hang on. */
export function listTodos(of: Gathered): Todo[] {
  const kinds = Object.keys(todoKinds);
  return [
    ...of.groups.flatMap(todoOf),
    ...of.disagreeing.map((spot) =>
      todo("wrong", `${spot.title} ${spot.year} 年`, "用原格重算，和要发布的数不一样", { to: spot.address }),
    ),
    ...changesTodo(of.changes),
    ...of.due.filter(({ group }) => group === "late").map(dueTodo),
    ...of.targets.filter(isMissed).map(targetTodo),
    ...of.hidden.map(({ id, title, rows }) =>
      todo("hidden", title, rows[0] ? `${rows[0].what}，${rows[0].why}` : "", {
        to: `#hidden-${id}`,
        count: rows.length,
      }),
    ),
  ].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.weight - a.weight || b.count - a.count);
}

function todo(
  kind: TodoKind,
  what: string,
  text: string,
  more: Partial<Todo> & { readonly to: string },
): Todo {
  return { kind, what, text, count: 1, weight: 0, owner: "", ...more };
}

/** Signed suspicions and plain notes ask nothing of anybody. */
function todoOf({ code, file, column, owner, severity, stops, mark, findings, weight }: DeskGroup): Todo[] {
  const [first] = findings;
  if (!first || severity === "note") return [];
  const kind = stops ? "stop" : code.startsWith("SIGN-") ? "signoff" : "warning";
  const where = [file, column].filter((part) => part !== "").join(" ");
  return [todo(kind, where, first.message, { to: `#${mark}`, count: findings.length, weight, owner })];
}

/** All changes are one thing to look at: those that need a row in revisions.csv are findings of their own. A year that was not published yet takes nothing back. */
function changesTodo(changes: readonly DeskChange[]): Todo[] {
  const back = changes.flatMap(({ values }) =>
    values.filter(({ kind }) => kind !== "new" && kind !== "compared"),
  );
  const [first] = back;
  if (!first) return [];
  const text = `最大的：${first.title} ${first.year} 年${sayKind(first.kind)}，${first.old} → ${first.now}`;
  return [todo("changed", "变动", text, { to: "#changes", count: back.length, weight: back.length })];
}

function dueTodo({ title, period, due, when, owner }: DueLine): Todo {
  return todo("late", title, `${period}的数应在 ${due} 前报，${when}`, { to: "#due", owner });
}

/** A target of the latest year that has one, missed in a year that is over. */
function isMissed(row: TargetRow, _: number, all: readonly TargetRow[]): boolean {
  const latest = all.find(({ figure, open, met }) => figure === row.figure && !open && met !== null);
  return row === latest && row.met === false;
}

function targetTodo({ title, year, value, target, direction, behind, figure }: TargetRow): Todo {
  const units = behind.slice(0, 3).map(({ unit }) => unit);
  const who =
    units.length === 0
      ? ""
      : `；落后：${units.join("、")}${behind.length > 3 ? `等 ${behind.length} 个单位` : ""}`;
  return todo("target", title, `${year} 年 ${value}，目标 ${target}（${direction}）${who}`, {
    to: `#target-${figure}-${year}`,
  });
}

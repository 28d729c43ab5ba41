/** Why a value is absent, in the order that names a figure computed from several absent parts. */
export const absences = [
  "withheld", // 未公开 (typed XX or 不公开)
  "suppressed", // 小单元格，公开版不公布
  "not-due", // 未到期
  "not-collected", // 未统计
  "missing", // 缺 (blank, or no row)
  "no-denominator", // 分母缺
  "not-applicable", // 不适用
  "rate-only", // 仅有增减率
] as const;

/** What a value that is there rests on, weakest first. */
export const statuses = ["provisional", "revised", "final"] as const;

export type Absence = (typeof absences)[number];
export type Status = (typeof statuses)[number];
export type State = Absence | Status;

/** All states, strongest first: absence stands over presence, provisional over revised over final. */
export const states: readonly State[] = [...absences, ...statuses];

/** The words shown for a state. */
export const stateNames: Readonly<Record<State, string>> = {
  withheld: "未公开",
  suppressed: "小数值不公布",
  "not-due": "未到期",
  "not-collected": "未统计",
  missing: "缺",
  "no-denominator": "分母缺",
  "not-applicable": "不适用",
  "rate-only": "仅有增减率",
  provisional: "初步",
  revised: "修订",
  final: "正式",
};

const statusWords: ReadonlyMap<string, Status> = new Map([
  ["初步", "provisional"],
  ["修订", "revised"],
]);

/** Read a word of 数据状态; anything else is 正式. */
export function statusOf(word: string): Status {
  return statusWords.get(word) ?? "final";
}

/** Tell whether a state means that there is no value. */
export function isAbsent(state: State): state is Absence {
  return (absences as readonly string[]).includes(state);
}

/** Name the state of a figure computed from parts in these states; `final` for no parts. */
export function combineStates(parts: Iterable<State>): State {
  let rank = states.length - 1;
  for (const part of parts) rank = Math.min(rank, states.indexOf(part));
  return states[rank] as State;
}

import type { State } from "../core/state.ts";

/** What each state means to a reader. */
export const meanings: Readonly<Record<State, string>> = {
  final: "最终数。不另作标记。",
  revised: "公布以后改过的数。",
  provisional: "初步数，以后可能修订。",
  withheld: "有数，但不公开；汇总材料里写作“××”。",
  suppressed: "数太小，公布了可能认出个人，所以不公布。",
  "not-due": "还没到统计或公布的时候。",
  "not-collected": "当年没有统计，补不出来。",
  missing: "应当有，但没有填报。",
  "no-denominator": "分子有数，分母没有，或者两者时点相差太远，比例算不出来。",
  "not-applicable": "这一项对该年、该单位没有意义。",
  "rate-only": "没有数值，只公布过比上年的增减率。",
};

import { type DueLine, dueGroups } from "../core/due/say.ts";
import { element } from "./element.ts";

const head = ["情况", "哪张表", "哪一期", "最迟哪天交", "差几天", "谁来填"];

/** Show what is owed, by when and from whom: the latest first, then what comes next, then what has no day. */
export function dueView(lines: readonly DueLine[], day: string, note: string): HTMLElement[] {
  const count = (group: DueLine["group"]) => lines.filter((line) => line.group === group).length;
  const dated = lines.filter(({ group }) => group !== "never");
  const never = lines.filter(({ group }) => group === "never").map(({ title }) => title);
  const rows = dated.map((line) =>
    element(
      "tr",
      {},
      element("td", {}, dueGroups[line.group]),
      element("th", { scope: "row" }, line.title),
      ...[line.period, line.due, line.when, line.owner].map((text) => element("td", {}, text)),
    ),
  );
  const table = element(
    "table",
    { class: "words stacked" },
    element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, ...rows),
  );
  const owed = `到 ${day}，逾期 ${count("late")} 份，到期未交 ${count("open")} 份。${note}`;
  return [
    element("p", { class: "sub" }, `${owed}没有数的年份，在统计情况表（coverage）登记一行，就不再催。`),
    element("div", { class: "box", tabindex: "0", role: "region", "aria-label": "逐张表的日期" }, table),
    ...(never.length > 0 ? [element("p", { class: "sub" }, `没有约定时间：${never.join("、")}。`)] : []),
  ];
}

import { styleText } from "node:util";
import { type DueGroup, type DueLine, dueGroups, listDue } from "../core/due/say.ts";
import { checkInputs, type Found } from "../core/pipeline.ts";
import { load } from "../load.ts";
import { chooseOption, readOptions, readTask } from "./options.ts";

const formats = ["text", "json"] as const;

/** Say what is owed, by when and from whom; being late is no failure. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["data", "now", "format"]);
  const format = chooseOption("format", options.format, formats);
  const { data, moment } = readTask(options);
  const found = checkInputs(load(data, "internal", moment.today));
  console.log(format === "json" ? asJson(found, moment.today) : asText(found, moment.today));
  return 0;
}

function asJson({ due }: Found, today: string): string {
  const datasets = due.map(({ owed, next, audience: _, ...own }) => ({
    ...own,
    owed: owed.map(({ period, ...rest }) => ({ ...period, ...rest })),
    next: next && { ...next.period, days: next.days },
  }));
  return JSON.stringify({ today, datasets }, null, 2);
}

function asText({ due, findings }: Found, today: string): string {
  const broken = new Set(findings.filter(({ level }) => level === "E").map(({ file }) => file.split("/")[0]));
  const groups = Map.groupBy(listDue(due), ({ group }) => group);
  const blocks = [...groups].map(([group, lines]) =>
    [
      styleText(styles[group], dueGroups[group], { stream: process.stdout }),
      ...lines.map((line) => sayLine(line, broken.has(line.dataset))),
    ].join("\n"),
  );
  const count = (group: DueGroup) => groups.get(group)?.length ?? 0;
  const total = `今天 ${today}：逾期 ${count("late")} 份，到期未交 ${count("open")} 份。`;
  const hint =
    count("late") + count("open") > 0 ? "没有数的年份，在统计情况表（coverage）登记一行，就不再催。" : "";
  return [...blocks, total + hint].join("\n\n");
}

const styles = { late: "red", open: "yellow", next: "bold", never: "dim" } as const;

function sayLine({ group, title, dataset, period, due, when, owner }: DueLine, isBroken: boolean): string {
  const what = `  ${title}（${dataset}）`;
  const who = owner === "" ? "" : `　${owner}`;
  if (group === "never") return what + who;
  const unread = isBroken && group !== "next" ? "　文件夹里有错误没有改完，先运行 check" : "";
  return `${what}　${period}　${due} 以前，${when}${who}${unread}`;
}

import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { newFolder, project, writeTree } from "../command.ts";
import type { Canary } from "./search.ts";

const csv = (...lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join("");

/** A data folder and a folder of internal exports with a canary in every place that the public may not see. */
export interface Planted {
  readonly data: string;
  readonly internal: string;
  readonly canaries: readonly Canary[];
}

/** What the sample has of its own: the names of persons in it, and of the columns that are internal. */
function sampleCanaries(): Canary[] {
  const people = new Set<string>();
  for (const name of readdirSync(join(project, "data/exports/honors"))) {
    const bytes = readFileSync(join(project, "data/exports/honors", name));
    const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes);
    const text = new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes);
    for (const person of text.match(/.示例(?=,)/g) ?? []) people.add(person);
  }
  const columns = readdirSync(join(project, "data/datasets")).flatMap((name) => {
    const { schema } = JSON.parse(readFileSync(join(project, "data/datasets", name), "utf8"));
    const fields: readonly { name: string; audience: string }[] = schema.fields;
    return fields.flatMap((field) => (field.audience === "internal" ? field.name : []));
  });
  return [
    ...[...people].map((text) => ({ where: "sample: person", text })),
    ...columns.map((text) => ({ where: "sample: internal column", text })),
  ];
}

/** Plant the sample with canaries: each is one text that stands nowhere else. */
export function plant(): Planted {
  const canaries: Canary[] = [];
  const marks = [..."甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"];
  /** Make a text that is no other's, and note where it is put. */
  const word = (where: string, around: (word: string) => string = (one) => one) => {
    const i = canaries.length;
    const text = `金雀${marks[i % 22]}${marks[Math.floor(i / 22)]}鸣`; // every i its own
    canaries.push({ where, text });
    return around(text);
  };
  /** Make a number that is no other's: seven digits. */
  const number = (where: string) => {
    const text = String(7_310_057 + canaries.length * 20_011);
    canaries.push({ where, text });
    return text;
  };
  const ascii = (where: string) => {
    const text = `kanarie-${(canaries.length * 7919).toString(36)}x`;
    canaries.push({ where, text });
    return text;
  };

  const data = newFolder();
  cpSync(join(project, "data"), data, { recursive: true });
  for (const name of ["releases", "revisions.csv"])
    rmSync(join(data, name), { recursive: true, force: true }); // its figures differ
  canaries.push(...sampleCanaries());
  const files: Record<string, string> = {
    // persons, in a column that is internal by itself
    "exports/honors/persons.csv": csv(
      "荣誉编号,名称,级别,类型,获得单位,获得者,命名日期",
      `QN-1,省级先进个人,省级,个人,财务处,${word("person: 获得者 of a public row")},2024-05-01`,
    ),
    // rows that are internal, in each kind of data set; a file of which all rows are
    [`exports/honors/${word("file name: all its rows are internal")}.csv`]: csv(
      "荣誉编号,名称,届次,级别,类型,获得单位,获得者,授予单位,文号,命名日期,公开属性,备注,来源",
      `${ascii("row, event: key")},${word("row, event: 名称")},第一届,省级,个人,财务处,${word("row, event: 获得者")},${word("row, event: 授予单位")},${word("row, event: 文号")},2024-05-02,内部,${word("row, event: 备注")},${word("row, event: 来源")}`,
    ),
    "exports/competitions/canary.csv": csv(
      "竞赛编号,名称,类别,开始日期,单位,参赛人次,公开属性",
      `JC-1,${word("row, event with numbers: 名称")},技能大赛,2024-06-01,某省某局,${number("row, event with numbers: 参赛人次")},内部`,
    ),
    "exports/austerity/before.csv": csv(
      "年度,单位,口径,项目,计量单位,本年数",
      "2023,某省某局,窗口,公务用车购置费,万元,120",
    ),
    [`exports/austerity/${word("file name: all its rows are withheld")}.csv`]: csv(
      "年度,单位,口径,项目,计量单位,本年数,预算数,公开属性,备注,来源",
      `2024,某省某局,窗口,公务用车购置费,万元,${number("row, by unit and time: number")},${number("row, by unit and time: budget")},内部,${word("row, by unit and time: 备注")},${word("row, by unit and time: 来源")}`,
    ),
    "exports/participants/canary.csv": csv(
      "年度,单位,口径,活动,参加人数,发布时间,备注",
      `2024,某省某局,窗口,竞赛,${number("row before its 发布时间: number")},2030-01-01,${word("row before its 发布时间: 备注")}`,
    ),
    "exports/coverage/canary.csv": csv(
      "数据集,年度,状态,公开属性,备注",
      `competitions,2011,未统计,内部,${word("row of coverage: 备注")}`,
    ),
    "exports/timeline/canary.csv": csv(
      "日期,事件,说明,公开属性",
      `2024-03-03,${word("row of timeline: 事件")},${word("row of timeline: 说明")},内部`,
    ),
    "exports/targets/canary.csv": csv(
      "年度,指标,目标值,方向,来源文件,公开属性",
      `2024,competition-events,${number("row of targets: 目标值")},越高越好,${word("row of targets: 来源文件")},内部`,
    ),
    "exports/breaks/canary.csv": csv(
      "指标,日期,断点类型,说明,是否可比,公开属性",
      `competition-events,2016-07-01,口径调整,${word("row of breaks: 说明")},是,内部`,
    ),
    "exports/units/canary.csv": csv(
      "单位编码,单位名称,别名,类型,上级编码,公开属性",
      `${ascii("unit: code")},${word("unit: name")},${word("unit: 别名")},${word("unit: 类型")},,内部`.replace(
        /,,内部$/,
        ",01,内部",
      ),
    ),
    // a data set and indicators that are internal, and an internal column of a public data set
    [`datasets/${ascii("data set: id")}.json`]: JSON.stringify({
      title: word("data set: title"),
      description: word("data set: description", (one) => `${one}的记录。`),
      audience: "internal",
      kind: "state",
      internalRows: "withheld",
      time: "年度",
      unit: "单位",
      owner: word("data set: owner"),
      calendar: { every: "year", due: "01-31" },
      schema: {
        fields: [
          { name: "年度", type: "year", audience: "internal", constraints: { required: true } },
          { name: "单位", type: "string", audience: "internal", constraints: { required: true } },
          {
            name: word("data set: column"),
            aliases: [word("data set: other name of a column")],
            description: word("data set: description of a column"),
            type: "integer",
            audience: "internal",
          },
        ],
        primaryKey: ["年度", "单位"],
        foreignKeys: [{ field: "单位", resource: "units", fields: ["单位编码", "单位名称"] }],
      },
    }),
    "datasets/clubs.json": JSON.stringify({
      title: "兴趣小组",
      description: "职工兴趣小组。",
      audience: "public",
      kind: "register",
      internalRows: "not-counted",
      schema: {
        fields: [
          { name: "小组名称", type: "string", audience: "public", constraints: { required: true } },
          {
            name: word("internal column: name"),
            aliases: [word("internal column: other name")],
            description: word("internal column: description"),
            type: "string",
            audience: "internal",
          },
          { name: word("internal column with numbers: name"), type: "integer", audience: "internal" },
        ],
        primaryKey: ["小组名称"],
      },
    }),
  };
  const last = (where: string) => canaries.find((one) => one.where === where)?.text ?? "";
  Object.assign(files, {
    "exports/clubs/2024.csv": csv(
      `小组名称,${last("internal column: name")},${last("internal column with numbers: name")}`,
      `篮球队,${word("internal column: text")},${number("internal column: number")}`,
    ),
    [`exports/${last("data set: id")}/2024.csv`]: csv(
      `年度,单位,${last("data set: column")},备注`,
      `2024,财务处,${number("data set: number")},${word("data set: 备注")}`,
      `2024,办公室,${number("data set: another number")},`,
    ),
    [`indicators/${ascii("indicator: id")}.json`]: JSON.stringify({
      title: word("indicator: title"),
      topic: "austerity",
      audience: "internal",
      unit: "件",
      method: word("indicator: method", (one) => `按${one}相加。`),
      note: word("indicator: note"),
      measure: { kind: "sum", dataset: last("data set: id"), column: last("data set: column") },
      chart: "line",
    }),
    "signoffs.csv":
      readFileSync(join(project, "data/signoffs.csv"), "utf8").trimEnd() +
      csv(
        "",
        `BIZ-09,austerity,2024|某省某局|窗口|公务用车购置费,本年数,${last("row, by unit and time: number")},${word("sign-off: 责任人")},2025-01-20,${word("sign-off: 理由")},2027-01-31`,
      ),
    "wall.csv": csv(
      "场景,起,标题,文字,公开属性,发布时间,备注",
      `接待,2026-03-02,${word("row of wall.csv: 标题")},${word("row of wall.csv: 文字")},内部,,${word("row of wall.csv: 备注")}`,
      `通知,2026-03-02,${word("row of wall.csv before its 发布时间: 标题")},${word("row of wall.csv before its 发布时间: 文字")},,2030-01-01,`,
    ),
  });
  writeTree(data, files);
  const internal = writeTree(newFolder(), {
    [`headcount/${word("--internal: file name")}.csv`]: csv(
      "时点,单位,口径,在岗职工数,备注",
      `2024-12-31,财务处,窗口,${number("--internal: number")},${word("--internal: 备注")}`,
    ),
  });
  return { data, internal, canaries };
}

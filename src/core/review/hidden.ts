import { compareFigures, type FigureChange } from "../changes/figure-changes.ts";
import { keyOf } from "../checks/cell-finding.ts";
import { fieldsOf, isNumeric } from "../declared/dataset.ts";
import { hiddenAs } from "../edition.ts";
import type { Finding } from "../finding.ts";
import { say } from "../message.ts";
import type { Draft } from "../pipeline.ts";
import { indices, placeAt, type Rows, stateAt, textAt } from "../rows.ts";
import type { Site } from "../site.ts";
import { stateNames } from "../state.ts";
import { formatValue, formatYears } from "../words/format.ts";

/** Something the public does not see: where it is, what it is, and why. */
export interface HiddenRow {
  readonly where: string;
  readonly what: string;
  readonly why: string;
}

/** What the public does not see for one reason. */
export interface HiddenGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly HiddenRow[];
}

/** How each treatment of internal rows is told. */
const treatments = {
  withheld: "数变成“未公开”，其余的格清空",
  "not-counted": "不列出，也不计入；图表注明“不含未公开项”",
  kept: "只留必填的格",
} as const;

/** List row by row what the public edition leaves out of what there is, and why. */
export function listHidden(
  { site, workings: own }: Draft,
  { site: openSite, workings: open }: Draft,
  found: readonly Finding[],
  now: string,
): HiddenGroup[] {
  const { units } = own.material;
  const all = [...own.all.values()];
  const [secret, public_] = [
    all.filter(({ dataset }) => dataset.audience === "internal"),
    all.filter(({ dataset }) => dataset.audience === "public"),
  ];
  const eachRow = (rows: Rows, tell: (row: number) => readonly [what: string, why: string] | null) =>
    indices(rows).flatMap((row): HiddenRow[] => {
      const told = tell(row);
      return told ? [{ where: sayRow(rows, row), what: told[0], why: told[1] }] : [];
    });
  const keyAt = (rows: Rows, row: number) => `${rows.dataset.title}：${keyOf(rows, row, units)}`;
  const isLeftOut = leftOutOf(open.shown);

  const groups: HiddenGroup[] = [
    {
      id: "datasets",
      title: "内部数据集",
      rows: secret.map(({ dataset, files, length }) => ({
        where: sayFiles(files),
        what: `${dataset.title}，${length} 行`,
        why: "数据集定为内部",
      })),
    },
    {
      id: "indicators",
      title: "内部指标",
      rows: own.indicators
        .filter(({ audience }) => audience === "internal")
        .map(({ id, title }) => ({ where: `indicators/${id}.json`, what: title, why: "指标定为内部" })),
    },
    {
      id: "columns",
      title: "内部列",
      rows: public_.flatMap((rows) =>
        fieldsOf(rows.dataset)
          .filter(({ audience }) => audience === "internal")
          .map(({ name }) => ({
            name,
            filled: indices(rows).filter((row) => textAt(rows, row, name) !== ""),
          }))
          .filter(({ filled }) => filled.length > 0)
          .map(({ name, filled }) => ({
            where: sayFiles(rows.files),
            what: `${rows.dataset.title}的“${name}”，填了 ${filled.length} 格`,
            why: "这一列定为内部",
          })),
      ),
    },
    {
      id: "rows",
      title: "标了“内部”的行",
      rows: public_.flatMap((rows) =>
        eachRow(rows, (row) =>
          textAt(rows, row, "公开属性") === "内部" ? [keyAt(rows, row), treatments[treatmentOf(rows)]] : null,
        ),
      ),
    },
    {
      id: "embargoed",
      title: "没到发布时间的行",
      rows: public_.flatMap((rows) =>
        eachRow(rows, (row) =>
          hiddenAs(rows, row, now) === "not-due"
            ? [keyAt(rows, row), `${textAt(rows, row, "发布时间")} 起公开`]
            : null,
        ),
      ),
    },
    {
      id: "linked",
      title: "连带不公开的行",
      rows: public_.flatMap((rows) =>
        eachRow(rows, (row) =>
          hiddenAs(rows, row, now) === null && isLeftOut(rows, row)
            ? [keyAt(rows, row), "它引用的那一行不公开"]
            : null,
        ),
      ),
    },
    {
      id: "withheld",
      title: "填了“不公开”的格",
      rows: public_.flatMap((rows) =>
        fieldsOf(rows.dataset)
          .filter(isNumeric)
          .flatMap(({ name }) =>
            indices(rows).flatMap((row) =>
              stateAt(rows, row, name) === "withheld"
                ? [
                    {
                      where: sayCell(rows, row, name),
                      what: `${keyAt(rows, row)}的“${name}”`,
                      why: "填报人填了不公开",
                    },
                  ]
                : [],
            ),
          ),
      ),
    },
    {
      id: "small",
      title: "人数太少、分项不公布的",
      rows: found
        .filter(({ code }) => code === "SDC-01")
        .map((one) => ({
          where: `${one.file} ${one.cell ?? ""}`,
          what: `${one.column ?? ""}`,
          why: say(one).message,
        })),
    },
  ];
  return [...groups, ...hiddenFigures(site, openSite)].filter(({ rows }) => rows.length > 0);
}

/** List the figures that the public edition lacks, or has otherwise because rows are not counted; years of one series together. */
function hiddenFigures(own: Site, open: Site): HiddenGroup[] {
  const changes = compareFigures(own, open);
  const told = (kind: FigureChange["kind"], why: (change: FigureChange) => string) => {
    const found = changes.filter((change) => change.kind === kind);
    const groups = Map.groupBy(found, (change) => `${titleOf(change)}\n${why(change)}`);
    return [...groups].map(([name, of]): HiddenRow => {
      const [title = "", reason = ""] = name.split("\n");
      return { where: title, what: formatYears(of.map(({ year }) => year)), why: reason };
    });
  };
  return [
    {
      id: "gone",
      title: "公开版里没有的数",
      rows: told("gone", ({ after }) => (after ? stateNames[after.state] : "没有这一项")),
    },
    {
      id: "other",
      title: "公开版里不一样的数",
      rows: told(
        "changed",
        ({ before, after, figure }) =>
          `内部版 ${formatValue(before?.value ?? 0, figure)}，公开版 ${formatValue(after?.value ?? 0, figure)}：不含未公开项`,
      ),
    },
  ];
}

function titleOf({ figure, unit, series }: FigureChange): string {
  const of = series.key === "total" || unit ? figure.title : `${figure.title}（${series.title}）`;
  return unit ? `${unit.name}${of}` : of;
}

function sayFiles([first = "", ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} 等 ${more.length + 1} 个文件`;
}

function treatmentOf({ dataset }: Rows): keyof typeof treatments {
  return dataset.kind === "state" ? "withheld" : dataset.internalRows;
}

/** Tells whether a row is not among those that may be shown. */
function leftOutOf(shown: ReadonlyMap<string, Rows>): (rows: Rows, row: number) => boolean {
  const kept = new Map(
    [...shown].map(([id, rows]) => [id, new Set(indices(rows).map((row) => sayRow(rows, row)))]),
  );
  return (rows, row) => !kept.get(rows.dataset.id)?.has(sayRow(rows, row));
}

function sayRow(rows: Rows, row: number): string {
  const { file, row: excelRow } = placeAt(rows, row, null);
  return `${file} 第 ${excelRow} 行`;
}

function sayCell(rows: Rows, row: number, column: string): string {
  const { file, cell, line } = placeAt(rows, row, column);
  return `${file} ${cell ?? `第 ${line} 行`}`;
}

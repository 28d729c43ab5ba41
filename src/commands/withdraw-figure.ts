import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signoffDataset } from "../core/checks/signoffs.ts";
import { validate } from "../core/checks/validate.ts";
import { readDefinitions } from "../core/declared/definitions.ts";
import type { Figure } from "../core/figure.ts";
import { headerWords } from "../core/intake/exports.ts";
import { checkInputs } from "../core/pipeline.ts";
import { type History, historyFinder, historyKey, readHistories } from "../core/releases/history.ts";
import { cellsOf, sayCells } from "../core/releases/places.ts";
import { type Release, readReleases, writeRelease } from "../core/releases/release.ts";
import { revisionDataset, revisionHeader, revisionRow } from "../core/releases/revisions.ts";
import { sayPoint, withdrawnText } from "../core/releases/statement.ts";
import { type CellEdit, editTable } from "../core/withdraw/cells.ts";
import { withhold } from "../core/withdraw/figure.ts";
import { bury } from "../core/withdraw/tombstone.ts";
import { load } from "../load.ts";
import { UsageError } from "./options.ts";
import { filesIn, type Withdrawing, type Withdrawn } from "./withdraw.ts";

interface Asked {
  readonly figure?: string;
  readonly year?: string;
  readonly series?: string;
}

/** What a data folder says of every released figure. */
interface Standing {
  readonly releases: readonly Release[];
  readonly figures: readonly Figure[];
  readonly histories: ReadonlyMap<string, History>;
  readonly validated: ReturnType<typeof validate>;
  readonly headers: ReadonlySet<string>;
}

function standingOf(copy: string, today: string): Standing {
  const inputs = load(copy, "public", today);
  const { settings, datasets, indicators } = readDefinitions(inputs);
  const { releases } = readReleases(inputs.releases);
  const { figures } = checkInputs(inputs).draft().workings;
  const histories = readHistories(releases, figures);
  const headers = headerWords([...datasets.values(), signoffDataset, revisionDataset]);
  return {
    releases,
    figures,
    histories,
    validated: validate(inputs, datasets, settings, indicators),
    headers,
  };
}

/** Take a released figure out: of its cells, of the releases, of revisions.csv; and whatever can no longer be computed without it. */
export function withdrawFigure({ copy, today, reason }: Withdrawing, asked: Asked): Withdrawn | null {
  const before = standingOf(copy, today);
  const history = findHistory(asked, before);
  const { indicator, series, year, now, stages } = history;
  const changes: string[] = [];
  const edit = (path: string, edits: readonly CellEdit[], more: Parameters<typeof editTable>[4] = {}) => {
    const file = join(copy, path);
    const bytes = editTable(path, readFileSync(file), before.headers, edits, more);
    if (!bytes) throw new UsageError(`${path} 读不出来，先改好再撤下。`);
    writeFileSync(file, bytes);
  };

  if (now && now.value !== null) {
    const figure = before.figures.find((one) => one.indicator.id === indicator);
    const plan = figure && withhold(figure, now, before.validated.units, before.validated.signoffs);
    if (!plan && sayPoint(now) === sayPoint(stages.at(-1)?.point ?? undefined)) {
      console.log(
        `这个数是数出来或拼出来的，没有一个格子写着它。先把它来自的几行改成内部（公开属性填“内部”），再运行一次：${sayCells(cellsOf(now), 20)}`,
      );
      return null;
    }
    for (const [path, edits] of plan?.edits ?? []) {
      edit(`exports/${path}`, edits);
      changes.push(
        `exports/${path}：第 ${[...new Set(edits.map(({ row }) => row))].join("、")} 行改成“不公开”`,
      );
    }
    if (plan && plan.signoffs.length > 0) {
      edit("signoffs.csv", [], { dropped: plan.signoffs });
      changes.push(`signoffs.csv：去掉引用它的第 ${plan.signoffs.join("、")} 行`);
    }
  }

  const after = standingOf(copy, today);
  const buried = new Set([historyKey(indicator, series, year)]);
  const added: string[] = [];
  for (const [key, other] of after.histories) {
    const [was, is] = [sayPoint(before.histories.get(key)?.now), sayPoint(other.now)];
    if (was === is) continue;
    if (other.now?.value == null) buried.add(key);
    else added.push(rowOf(other, was, is, { reason: `因撤下另一个数而重算：${reason}`, date: today }));
  }
  for (const release of after.releases) {
    const text = writeRelease(bury(release, buried, { date: today, reason }));
    writeFileSync(join(copy, "releases", `${release.date}.json`), text);
  }
  changes.push(`releases：${buried.size} 个数改成“已撤下”`);
  const rows = revisedRows(after, buried);
  if (added.length > 0 && !load(copy, "public", today).revisions) {
    writeFileSync(join(copy, "revisions.csv"), `\ufeff${revisionHeader}\r\n`);
  }
  if (rows.length + added.length > 0) {
    edit("revisions.csv", rows, { added });
    changes.push(`revisions.csv：改 ${rows.length / 2} 行，加 ${added.length} 行`);
  }
  const said = sayPoint(now);
  return {
    changes,
    what: `撤下的数（${history.title} ${year} 年）`,
    search: (out) => findFigures(out, buried),
    notes: /\d{4}|\d\.\d{2}/.test(said) ? sayAlike(said) : [],
  };
}

function findHistory({ figure = "", year, series = "" }: Asked, { histories }: Standing): History {
  if (histories.size === 0) throw new UsageError("还没有发布过，没有可以撤下的；直接改表就行。");
  if (year === undefined || !/^\d{4}$/.test(year)) throw new UsageError("要用 --year 写明年度，例如 2019。");
  const found = historyFinder(histories)({ indicator: figure, series, year: Number(year) });
  if (typeof found !== "string") return found;
  const what = { indicator: `指标“${figure}”`, series: `序列“${series}”`, year: `${year} 年的数` }[found];
  throw new UsageError(`没有发布过${what}；指标写编号或中文名，序列照数据下载里的写，合计不用写。`);
}

function rowOf(
  { indicator, series, seriesName, year }: History,
  was: string,
  is: string,
  more: { reason: string; date: string },
): string {
  const name = series === "total" ? "" : seriesName;
  return revisionRow({ indicator, year, series: name }, { old: was, new: is, ...more });
}

/** What was withdrawn is withdrawn from its rows in revisions.csv too: both values. */
function revisedRows({ histories, validated }: Standing, buried: ReadonlySet<string>): CellEdit[] {
  const find = historyFinder(histories);
  return validated.revisions.flatMap((row) => {
    const of = find(row);
    if (typeof of === "string" || !buried.has(historyKey(of.indicator, of.series, of.year))) return [];
    return [row.places.old, row.places.new].map(({ row: at, cell }) => ({
      row: at ?? 0,
      column: (cell ?? "A").charCodeAt(0) - 65,
      text: withdrawnText,
    }));
  });
}

/** Find the figures that still have a number in what a site has to download. */
function findFigures(out: string, keys: ReadonlySet<string>): string[] {
  return filesIn(out).flatMap((path) => {
    const place = path.replaceAll("\\", "/");
    if (!/^data\/(?:indicators|releases)\/[^/]+\.json$/.test(place)) return [];
    const json = JSON.parse(readFileSync(join(out, path), "utf8"));
    const figures: readonly JsonFigure[] = json.indicators ?? [json];
    return figures.flatMap(({ id, series }) =>
      series.flatMap(({ key, points }) =>
        points.flatMap(({ year, value }) =>
          value != null && keys.has(historyKey(id, key, year)) ? `${place}：${id} ${key} ${year}` : [],
        ),
      ),
    );
  });
}

interface JsonFigure {
  readonly id: string;
  readonly series: readonly {
    readonly key: string;
    readonly points: readonly { readonly year: number; readonly value?: number | null }[];
  }[];
}

/** Say how to look for the same digits elsewhere: what stands in free text no program can tell. */
function sayAlike(said: string): string[] {
  return [`备注、说明一类的文字里也可能写着它：在数据文件夹里搜一搜“${said}”，有的话用 --text 撤下。`];
}

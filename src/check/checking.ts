import { hidden } from "../core/catalogue/hidden.ts";
import { signoffHeader, signoffRow } from "../core/checks/signoffs.ts";
import { countFindings } from "../core/checks/verdict.ts";
import type { Dataset } from "../core/declared/dataset.ts";
import { readDatasets } from "../core/declared/datasets.ts";
import { type DueLine, listDue } from "../core/due/say.ts";
import { type Finding, severity } from "../core/finding.ts";
import type { Inputs, SourceFile } from "../core/inputs.ts";
import { say } from "../core/message.ts";
import { buildSite, type Found, type Outcome } from "../core/pipeline.ts";
import type { Kit } from "../core/published/kit.ts";
import { reportOf } from "../core/published/report.ts";
import type { Site } from "../core/site.ts";
import { wallDataset } from "../core/wall/dataset.ts";
import { groupFindings } from "../core/words/finding-group.ts";
import { sayBeside, sayFound, saySigned, sayVerdict, sayWhere } from "../core/words/finding-line.ts";
import { type Arrangement, arrange } from "./arrangement.ts";
import { type Context, contextOf, repeatedIn } from "./context.ts";
import { changedFigures } from "./figures.ts";
import { guessDataset } from "./guess.ts";
import { buildSigned, type Definitions, definitionsOf, inputsAlone, inputsAmong, wordsOf } from "./inputs.ts";
import type { CheckReport, Drop, FileReport, ToldGroup } from "./report.ts";

/** A check that was made: what it has to say, and the files and data sets it read. */
export interface Checked {
  readonly report: CheckReport;
  readonly inputs: Inputs; // what was dropped, and whatever it was checked among
  readonly files: readonly SourceFile[];
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** The edition as it is published, by its own rows. */
interface Published {
  readonly site: Site | null;
  readonly findings: ReadonlySet<string>;
  readonly due: readonly DueLine[]; // none where the rows are not all there to tell
}

/** Make what checks drops by an edition's definitions and rows. */
export function makeChecker(kit: Kit): { check(drop: Drop): Checked; prepare(now: string): Published } {
  const days = new Map<string, Published>();
  const prepare = (now: string) => {
    const known = days.get(now) ?? readPublished(kit, now);
    days.set(now, known);
    return known;
  };
  return { prepare, check: (drop) => check(kit, drop, prepare(drop.now)) };
}

function readPublished(kit: Kit, now: string): Published {
  const { files } = contextOf(kit, () => false);
  const inputs = inputsAmong(files, definitionsOf(kit, []), kit, now);
  const outcome = buildSite(inputs);
  return {
    site: buildSigned(inputs, outcome).site,
    findings: new Set(outcome.findings.map(nameOf)),
    due: kit.whole ? listDue(outcome.due) : [],
  };
}

/** Name a finding by what it is and where. */
function nameOf({ code, file, line, cell }: Finding): string {
  return JSON.stringify([code, file, line, cell]);
}

/** Check dropped files as the check command would: a folder by itself, others among the edition's own rows. */
function check(kit: Kit, drop: Drop, published: Published): Checked {
  const definitions = definitionsOf(kit, wordsOf(drop.files));
  const { datasets } = readDatasets(definitions.datasets);
  const arrangement = arrange(
    drop.files,
    new Set(datasets.keys()),
    (file) => drop.chosen[file.path] ?? guessDataset(file, datasets),
  );
  const { inputs, outcome, signed, compared } = arrangement.alone
    ? checkAlone(arrangement, definitions, kit, drop.now)
    : checkAmong(arrangement, definitions, kit, drop.now, published);
  const own = readDatasets([...definitions.datasets, ...arrangement.datasets]).datasets;
  const report: CheckReport = {
    json: reportOf(outcome),
    found: sayFound(outcome.counts),
    verdict: sayVerdict(outcome.counts),
    compared,
    due: arrangement.alone || kit.whole ? listDue(outcome.due) : [],
    files: filesOf(arrangement, outcome.findings, own),
    signoffs: signoffsOf(outcome.findings),
    ...figuresOf(kit, signed, published, arrangement),
    assumed: outcome.findings.some((found) => found.level === "W" && !found.signature),
  };
  return { report, inputs, files: arrangement.exports, datasets: own };
}

interface Made {
  readonly inputs: Inputs;
  readonly outcome: Found; // of what was dropped alone
  readonly signed: Outcome; // as if all suspicions were signed for
  readonly compared: readonly string[];
}

function checkAlone(of: Arrangement, definitions: Definitions, kit: Kit, now: string): Made {
  const inputs = inputsAlone(of, definitions, kit, now);
  const outcome = buildSite(inputs);
  const sentence = `放入的是整个文件夹，只用里面的 ${of.exports.length} 个文件互相核对，没有用本站的数。`;
  return { inputs, outcome, signed: buildSigned(inputs, outcome), compared: [sentence] };
}

function checkAmong(
  of: Arrangement,
  definitions: Definitions,
  kit: Kit,
  now: string,
  published: Published,
): Made {
  const paths = new Set(of.exports.map(({ path }) => path));
  const names = new Set(Array.from(paths, (path) => path.toLowerCase()));
  const isReplaced = (path: string) =>
    names.has(path.toLowerCase()) || of.replaced.has(path.split("/")[0] ?? "");
  const among = (context: Context) => ({
    ...inputsAmong([...context.files, ...of.exports], definitions, kit, now),
    wall: of.wall,
  });
  let context = contextOf(kit, isReplaced);
  let inputs = among(context);
  let whole = buildSite(inputs);
  const repeated = new Set(repeatedIn(context, whole.findings));
  if (repeated.size > 0) {
    context = contextOf(kit, isReplaced, repeated);
    inputs = among(context);
    whole = buildSite(inputs);
  }
  const findings = whole.findings.filter(
    (found) =>
      [found, ...found.related].some(({ file }) => paths.has(file)) || !published.findings.has(nameOf(found)),
  );
  const rowCount = whole.counts.rows - context.rows;
  const counts = countFindings(findings, { files: of.exports.length + (of.wall ? 1 : 0), rowCount });
  return {
    inputs,
    outcome: { findings, counts, due: whole.due },
    signed: buildSigned(inputs, whole),
    compared: sayCompared(kit, context, isReplaced, repeated.size),
  };
}

/** Say what the dropped files were held against. */
function sayCompared(
  kit: Kit,
  context: Context,
  isReplaced: (path: string) => boolean,
  repeated: number,
): string[] {
  const replaced = kit.rows.flatMap(({ files }) => files.map(({ path }) => path)).filter(isReplaced);
  const edition = kit.edition === "public" ? "公开版网站公布的" : "内部版网站的";
  const sentences = [
    context.rows === 0
      ? "本站没有可以对照的数，只核对了放入的文件。"
      : `对照的是${edition}单位表、往年数和其他各表，共 ${context.rows} 行${kit.edition === "public" ? "；不公开的单位和数不在里面" : ""}。`,
  ];
  if (!kit.whole)
    sentences.push("本站的数太多，只带来了单位表一类的名册；要与往年比，请放入整个 exports 文件夹。");
  if (replaced.length > 0) sentences.push(`本站的 ${replaced.join("、")} 由放入的文件代替。`);
  if (repeated > 0) {
    sentences.push(`另有 ${repeated} 行，本站已有同一单位、同一时间的数，以放入的为准。`);
  }
  return sentences;
}

/** Tell which figures would change, or why that cannot be told. */
function figuresOf(
  kit: Kit,
  signed: Outcome,
  published: Published,
  { alone, exports }: Arrangement,
): Pick<CheckReport, "figures" | "otherFigures" | "withoutFigures"> {
  const without = (withoutFigures: string) => ({ figures: [], otherFigures: 0, withoutFigures });
  if (!kit.whole) return without("本站的数太多，没有带到这一页来，算不出图表会怎么变。");
  if (!signed.site) {
    const isError = signed.findings.some((found) => found.level === "E");
    return without(
      isError
        ? "还有错误，算不出图表会怎么变。改好错误后再检查一次。"
        : "有要签认的内部内容，这一页算不出图表会怎么变。",
    );
  }
  if (!published.site) return without("本站现在的数有要改的地方，没法和它比。");
  const folders = new Set(exports.map(({ path }) => path.split("/")[0] ?? ""));
  const all = changedFigures(published.site, signed.site);
  const figures = all.filter(({ datasets }) => alone || datasets.some((id) => folders.has(id)));
  return { figures, otherFigures: all.length - figures.length, withoutFigures: "" };
}

const noTable = /^FILE-(?:0[1-8]|16)$/;
const workbook = /^FILE-0[45]$/;

function filesOf(
  { exports, loose, wall }: Arrangement,
  findings: readonly Finding[],
  datasets: ReadonlyMap<string, Dataset>,
): FileReport[] {
  const whole = wall ? [...exports, wall] : exports;
  const byFile = new Map<string, Finding[]>(whole.map(({ path }) => [path, []]));
  for (const found of findings) {
    const of = byFile.get(found.file);
    if (of) of.push(found);
    else byFile.set(found.file, [found]);
  }
  const known = new Set(exports.map(({ path }) => path));
  const titleOf = (path: string) => datasets.get(path.split("/")[0] ?? "")?.title ?? "";
  return [...byFile].map(([path, of]) => ({
    path,
    title: path === wall?.path ? wallDataset.title : known.has(path) ? titleOf(path) : "",
    loose: loose.get(path) ?? null,
    groups: gravestFirst(groupFindings(of).map(tell)),
    isTable: known.has(path) && !of.some(({ code }) => noTable.test(code)),
    isWorkbook: of.some(({ code }) => workbook.test(code)) || /\.(?:xlsx?|xlsm|xlsb|et|ett|ods)$/i.test(path),
  }));
}

function gravestFirst(groups: readonly ToldGroup[]): ToldGroup[] {
  return (["error", "warning", "note"] as const).flatMap((level) =>
    groups.filter((group) => group.severity === level),
  );
}

function tell(group: readonly [Finding, ...Finding[]]): ToldGroup {
  const [first] = group;
  return {
    severity: severity(first),
    code: first.code,
    column: first.column,
    hints: [...new Set(group.map((found) => say(found).hint))],
    places: group.map((found) => ({
      row: found.row,
      cell: found.cell,
      column: columnOf(found.cell),
      where: sayWhere(found),
      message: sayBeside(found) + saySigned(found),
    })),
  };
}

/** Read the column of an Excel address from 0: "C12" is 2. */
function columnOf(cell: string | null): number | null {
  if (cell === null) return null;
  const letters = cell.replace(/\d+$/, "");
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function signoffsOf(findings: readonly Finding[]): CheckReport["signoffs"] {
  const rows = findings.flatMap((found) => (found.signature ? [] : (signoffRow(found) ?? [])));
  const usable = rows.filter((row) => !row.includes(hidden));
  return { header: signoffHeader, rows: usable, hidden: rows.length - usable.length };
}

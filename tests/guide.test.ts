import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/core/catalogue/catalogue.ts";
import { buildSite } from "../src/core/pipeline.ts";
import { wallDataset } from "../src/core/wall/dataset.ts";
import { sayFinding } from "../src/core/words/finding-line.ts";
import { caseNames, inputsOf } from "./check-case.ts";
import { project } from "./command.ts";

interface Field {
  readonly name: string;
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] | undefined };
}

interface Dataset {
  readonly title: string;
  readonly description: string;
  readonly schema: { readonly fields: readonly Field[]; readonly primaryKey: readonly string[] };
}

const guide = readFileSync(join(project, "data/README.md"), "utf8");
const folder = join(project, "data/datasets");
const datasets = readdirSync(folder).map(
  (name) =>
    [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8")) as Dataset] as const,
);

/** Split a row of a Markdown table into its cells; null for any other line. */
function cellsOf(line: string): string[] | null {
  if (!line.startsWith("| ")) return null;
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** What the guide says under the heading of a file or folder, up to the next. */
function sectionOf(path: string, { title }: Dataset): string {
  const [, after = ""] = guide.split(`### ${title}：\`${path}\`\n`);
  return after.split(/^#/m)[0] ?? "";
}

/** The table of columns in a section of the guide. */
function columnsOf(section: string): string[][] {
  const rows = section.split("\n").flatMap((line) => {
    const cells = cellsOf(line);
    return cells ? [cells] : [];
  });
  const start = rows.findIndex(([first]) => first === "列");
  expect(rows[start]).toEqual(["列", "必填", "怎么填"]);
  return rows.slice(start + 2);
}

/** What the guide should say of a column. */
function rowOf({ name, description, unit, constraints = {} }: Field): string[] {
  const list = constraints.enum ?? [];
  const words = list.every((word) => description.includes(word)) ? "" : `：${list.join("、")}`;
  return [name, constraints.required ? "是" : "", `${description}${words}${unit ? `（单位：${unit}）` : ""}`];
}

/** Rows of the guide that begin with a code: the code, and the message as it is printed. */
const quoted = guide.split("\n").flatMap((line): [string, string][] => {
  const [code = "", message = ""] = cellsOf(line) ?? [];
  return /^[A-Z]+-\d+[a-z]?$/.test(code) ? [[code, message]] : [];
});

/** Tell whether a folder of the code makes the checker print just this, the place before it aside, in one of the editions. */
function isPrinted(code: string, message: string): boolean {
  const cases = caseNames.filter((name) => name.startsWith(`${code}-`)).map(inputsOf);
  return (["public", "internal"] as const).some((edition) =>
    cases.some((inputs) =>
      buildSite({ ...inputs, edition })
        .findings.filter((found) => found.code === code)
        .map(sayFinding)
        .some((line) => `：${line.replace(/（另见 [^）]*）$/, "")}`.endsWith(`：${message}`)),
    ),
  );
}

describe("填报指南", () => {
  it.each(datasets)("has the columns of %s as its JSON has them", (id, dataset) => {
    const section = sectionOf(`exports/${id}/`, dataset);
    expect(section).toContain(
      `${dataset.description}不能重复的是：${dataset.schema.primaryKey.join(" + ")}。`,
    );
    expect(columnsOf(section)).toEqual(dataset.schema.fields.map(rowOf));
  });

  it("has the columns of wall.csv as the checker reads them", () => {
    const { fields } = wallDataset.schema;
    const rows = columnsOf(sectionOf("wall.csv", wallDataset));
    expect(rows.slice(0, fields.length)).toEqual(fields.map(rowOf));
    expect(rows[fields.length]?.[0]).toBe("编号"); // the next table
  });

  it("describes no data set that is not there", () => {
    const described = [...guide.matchAll(/^### .*：`exports\/(.*)\/`$/gm)].map((match) => match[1]);
    expect(described.toSorted()).toEqual(datasets.map(([id]) => id).toSorted());
  });

  it.each(quoted)("quotes %s as it is printed: %s", (code, message) => {
    expect(isPrinted(code, message)).toBe(true);
  });

  it("quotes enough, and names no code that is not there", () => {
    expect(quoted.length).toBeGreaterThan(60);
    const codes = new Set([...guide.matchAll(/\b[A-Z]{2,}-\d+[a-z]?\b/g)].map(([code]) => code));
    expect([...codes].filter((code) => code !== "UTF-8" && !(code in catalogue))).toEqual([]);
    expect(guide).toContain("“文件是 GBK/GB18030 编码，已自动转换。”（ENC-04）");
    expect(isPrinted("ENC-04", "文件是 GBK/GB18030 编码，已自动转换。")).toBe(true);
  });

  it("names commands, options and links that are there", () => {
    const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    const commands = [...guide.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map((match) => match[1]);
    expect(commands.toSorted()).toEqual(["check", "due", "fix", "template", "withdraw", "withdraw"]);
    expect(commands.filter((name) => !(name && name in scripts))).toEqual([]);
    const manual = readFileSync(join(project, "README.zh-CN.md"), "utf8");
    const options = [...guide.matchAll(/(?<=[ `])--[a-z]+/g)].map(([option]) => option);
    expect(options.filter((name) => name !== "--silent" && !manual.includes(`\`${name} `))).toEqual([]);

    const anchors = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(" ", "-")
        .replace(/[^\p{L}\p{N}_-]/gu, ""),
    );
    const links = [...guide.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
    const paths = [...guide.matchAll(/`data\/([a-z./-]+)`/g)].map((match) => match[1] ?? "");
    expect(paths.filter((path) => !existsSync(join(project, "data", path)))).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, hashTree, listTree, newFolder, project, run, writeTree } from "../command.ts";
import { type Planted, plant } from "./planted.ts";
import { type Canary, type Search, search } from "./search.ts";

const now = ["--now", "2026-03-01"];

/** Read a built site. */
function treeOf(folder: string): Map<string, Buffer> {
  return new Map(listTree(folder).map((path) => [path, readFileSync(join(folder, path))]));
}

const told: string[] = [];
const tell = (what: string, planted: number, { files, bytes, readings, forms, hits }: Search) =>
  told.push(
    `${what}: ${planted} planted, looked for as ${forms} byte sequences in ${files} files (${(bytes / 1e6).toFixed(1)} MB) read in ${readings} ways: ${hits.length} found`,
  );
afterAll(() => console.log(told.join("\n")));

describe("what the public may not see", { timeout: 600_000 }, () => {
  let planted: Planted;
  let site: Map<string, Buffer>;
  let inside: Map<string, Buffer>;
  let printed: Map<string, Buffer>;
  const out = join(newFolder(), "site");

  beforeAll(async () => {
    planted = plant();
    const { data, internal } = planted;
    const [dark, summary] = [join(newFolder(), "site"), join(newFolder(), "summary.md")];
    const asked = ["--data", data, "--internal", internal, ...now];
    const said: [string, string][] = [];
    const say = async (name: string, args: readonly string[]) => {
      const { stdout, stderr, code } = await command(name, args);
      said.push([`${[name, ...args.slice(6)].join(" ")}`, stdout + stderr]);
      return { code, stdout };
    };
    const release = await say("release", ["--data", data, ...now, "--date", "2026-02-01"]);
    expect(release).toMatchObject({ code: 0 });
    said.push(["the release", readFileSync(join(data, "releases/2026-02-01.json"), "utf8")]);
    const build = await say("build", [...asked, "--out", out]);
    expect({ code: build.code, stdout: build.stdout }).toMatchObject({ code: 0 });
    await say("check", [...asked, "--format", "json"]);
    await say("check", asked);
    await say("diff", ["--data", data, ...now, "--base", join(project, "data")]);
    const github = await run(
      "env",
      [
        `GITHUB_STEP_SUMMARY=${summary}`,
        "npm",
        "--prefix",
        project,
        "run",
        "--silent",
        "check",
        "--",
        ...asked,
        "--format",
        "github",
      ],
      project,
    );
    said.push(["check --format github", github.stdout + github.stderr]);
    said.push(["GITHUB_STEP_SUMMARY", readFileSync(summary, "utf8")]);
    printed = new Map(said.map(([name, text]) => [name, Buffer.from(text)]));
    site = treeOf(out);
    const built = await command("build", [...asked, "--edition", "internal", "--out", dark]);
    expect({ code: built.code, stdout: built.stdout }).toMatchObject({ code: 0 });
    const shown = await command("check", [...asked, "--edition", "internal"]);
    inside = treeOf(dark).set("check", Buffer.from(shown.stdout));
  }, 600_000);

  it("was read, and stands in the internal edition: what nobody would show proves nothing", () => {
    const { canaries } = planted;
    const shown = new Set(search(inside, canaries).hits.map(({ where }) => where));
    expect(canaries.length).toBeGreaterThan(70);
    expect(new Set(canaries.map(({ text }) => text)).size).toBe(canaries.length);
    const unshown = canaries.map(({ where }) => where).filter((where) => !shown.has(where));
    expect(unshown.filter((where) => !where.startsWith("row of wall.csv"))).toEqual([]); // the wall has no place for 备注
  });

  it("stands in no byte of the public edition, however it is read", () => {
    const found = search(site, planted.canaries);
    tell("the public edition", planted.canaries.length, found);
    expect(found.hits).toEqual([]);
  });

  it("stands in nothing that the commands print, nor in annotations and the summary", () => {
    // a finding names its file, also an internal one: how else would the clerk find it
    const canaries = planted.canaries.filter(({ where }) => !where.startsWith("file name"));
    const found = search(printed, canaries);
    tell("what the commands print", canaries.length, found);
    expect(found.hits).toEqual([]);
  });

  it("cannot be computed: no number that the internal edition derives from it stands in the public one", () => {
    const numbersIn = (tree: ReadonlyMap<string, Buffer>) => {
      const json = [...tree].filter(([path]) => /^data\/(?:indicators|units)\/.+\.json$/.test(path));
      return new Set(
        json.flatMap(([, bytes]) => bytes.toString().match(/(?<=: )-?\d[\d.]*(?:e[+-]\d+)?/g) ?? []),
      );
    };
    const open = numbersIn(site);
    const isTelling = (number: string) => number.replace(/\D/g, "").length >= 6;
    const derived = [...numbersIn(inside)].filter((number) => !open.has(number) && isTelling(number));
    const canaries = derived.map((text): Canary => ({ where: `computed: ${text}`, text }));
    expect(canaries.length).toBeGreaterThan(10);
    const found = search(site, canaries);
    tell("totals, ratios and changes that rest on internal numbers", canaries.length, found);
    expect(found.hits).toEqual([]);
    // nor does a total with it and the same without it give it away by their difference
    const sums = new Map(
      [...inside].flatMap(([path, bytes]) => {
        const other = site.get(path);
        if (!other || !/^data\/indicators\/.+\.json$/.test(path)) return [];
        const totals = (json: Buffer) =>
          new Map<number, number | null>(
            JSON.parse(json.toString())
              .series.at(-1)
              ?.points.map((one: { year: number; value: number | null }) => [one.year, one.value]) ?? [],
          );
        const shown = totals(other);
        return [...totals(bytes)].flatMap(([year, value]) => {
          const less = shown.get(year);
          if (value === null || less === null || less === undefined || value === less) return [];
          return [[`${path} ${year}`, [value, less]] as const];
        });
      }),
    );
    const wholes = [...sums].flatMap(([where, [value]]): Canary[] =>
      isTelling(String(value)) ? [{ where, text: String(value) }] : [],
    );
    expect(wholes.length).toBeGreaterThan(0);
    expect(search(site, wholes).hits).toEqual([]);
  });

  it("is found wherever it leaks, on purpose, into a built site", () => {
    const person: Canary = { where: "person", text: "金雀某某" };
    const sum: Canary = { where: "number", text: "8675309" };
    const page = "honors/index.html";
    const html = site.get(page)?.toString() ?? "";
    const chart = html.slice(html.indexOf("<svg"), html.indexOf("</svg>") + 6);
    expect(chart.length).toBeGreaterThan(500);
    const into = (path: string, before: string, leak: string) => {
      const text = site.get(path)?.toString() ?? "";
      expect(text).toContain(before);
      return [path, Buffer.from(text.replace(before, () => before + leak))] as const;
    };
    const file = (path: string, content: string | Uint8Array) =>
      [path, Buffer.from(content as string)] as const;
    const hex = (text: string) => [...text].map((char) => char.codePointAt(0)?.toString(16) ?? "");
    const utf16 = Buffer.from(`\ufeff${person.text}`, "utf16le");
    const gbk = Buffer.from([0xbd, 0xf0, 0xc8, 0xb8, 0xc4, 0xb3, 0xc4, 0xb3]); // 金雀某某
    const leaks: Readonly<Record<string, readonly [path: string, bytes: Buffer]>> = {
      "a page's text": into(page, "<main", `><p>${person.text}</p`),
      "a text with tags between its characters": into(page, "</footer>", "<p>金<b>雀</b>某<wbr>某</p>"),
      "a text with signs that nobody sees": into(page, "</footer>", "金\u200b雀\u2060某\u00ad某"),
      "decimal entities": into(
        page,
        "</footer>",
        [...person.text].map((char) => `&#${char.codePointAt(0)};`).join(""),
      ),
      "hexadecimal entities": into(
        page,
        "</footer>",
        hex(person.text)
          .map((code) => `&#x${code};`)
          .join(""),
      ),
      "entities for the signs that hide": into(page, "</footer>", "金&#8288;雀&#x2060;某&#8203;某"),
      "a comment": into(page, "</footer>", `<!-- ${person.text} -->`),
      "alt text": into(page, "</footer>", `<img alt="${person.text}">`),
      "an attribute with entities": into(page, "</footer>", `<i title="&#37329;雀&#26576;某"></i>`),
      "a chart's title": into(page, "<svg", `><title>${person.text}</title`),
      "a chart's description with tspans": into(
        page,
        "</footer>",
        "<svg><text>金雀<tspan>某某</tspan></text></svg>",
      ),
      "a style sheet": into(page, "</footer>", `<style>a::after{content:"\\91d1\\96c0\\67d0\\67d0"}</style>`),
      "a link, percent-encoded": into(page, "</footer>", `<a href="?q=${encodeURIComponent(person.text)}">`),
      "a link, encoded twice": into(
        page,
        "</footer>",
        `<a href="?q=${encodeURIComponent(encodeURIComponent(person.text))}">`,
      ),
      "JSON with escapes": file(
        "data/indicators/x.json",
        `{"title":"${hex(person.text)
          .map((code) => `\\u${code}`)
          .join("")}"}`,
      ),
      "a CSV": into("data/datasets/honors.csv", "\r\n", `${person.text},`),
      "a CSV in GBK": file("data/datasets/gbk.csv", gbk),
      "a file in UTF-16": file("data/utf16.csv", utf16),
      "a file in UTF-16, the other way round": file("data/utf16be.csv", Buffer.from(utf16).swap16()),
      "a script": into("check/kit.js", "{", `"${person.text}":1,`),
      "a script with escapes": file("a.js", `x="\\u{91d1}\\u{96c0}\\u67d0\\u67d0"`),
      "a script with bytes": file(
        "b.js",
        `x="${[...Buffer.from(sum.text)].map((byte) => `\\x${byte.toString(16)}`).join("")}"`,
      ),
      "a source map": file(
        "check/check.js.map",
        JSON.stringify({ version: 3, sourcesContent: [`const a = "${person.text}"`] }),
      ),
      "a source map in a script": file(
        "c.js",
        `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify({ sourcesContent: [person.text] })).toString("base64")}`,
      ),
      "an image in a page": into(
        page,
        "</footer>",
        `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg><desc>${person.text}</desc></svg>`).toString("base64")}">`,
      ),
      "an image in a page, percent-encoded": into(
        page,
        "</footer>",
        `<img src="data:image/svg+xml,${encodeURIComponent(`<svg><desc>&#37329;雀某某</desc></svg>`)}">`,
      ),
      "a packed file": file("data/all.csv.gz", gzipSync(`甲,${person.text}\r\n`)),
      "a ZIP": file("data/all.zip", zip("all.csv", deflateRawSync(`甲,${person.text}`), 8)),
      "a ZIP that only stores": file(
        "data/stored.zip",
        zip("all.csv", Buffer.from(person.text, "utf16le"), 0),
      ),
      "a name in a ZIP": file("data/named.zip", zip(`${person.text}.csv`, Buffer.from("甲"), 0)),
      "a file's name": file(`data/datasets/${person.text}.csv`, "甲"),
      "a file's name, percent-encoded": file(`data/${encodeURIComponent(person.text)}.csv`, "甲"),
      "build.json": into("build.json", "{", `"by":"${person.text}",`),
      "a hash that is none": file("d.txt", Buffer.from(person.text).toString("hex")),
      "a number": into(page, "</footer>", `<td>${sum.text}</td>`),
      "a number with commas": into(page, "</footer>", "8,675,309 人"),
      "a number with thin spaces": into(page, "</footer>", "8\u2009675\u2009309 人"),
      "a number in JSON": into("data/indicators/honors-awarded.json", "{", `"n": ${sum.text},`),
      "a number in a chart's label": into(page, "<svg", `><text>${sum.text}</text`),
    };
    const missed = Object.entries(leaks).filter(
      ([, leak]) => search(new Map([leak]), [person, sum]).hits.length === 0,
    );
    expect(missed.map(([name]) => name)).toEqual([]);
    const clean = new Map(
      [...new Set(Object.values(leaks).map(([path]) => path))].flatMap((path) => {
        const own = site.get(path);
        return own ? [[path, own] as const] : [];
      }),
    );
    expect(search(clean, [person, sum]).hits).toEqual([]);
    told.push(
      `leaks on purpose: ${Object.keys(leaks).length} classes, ${Object.keys(leaks).length - missed.length} found`,
    );
  });

  it("is said to be left out where figures lost rows", () => {
    for (const path of [
      "honors/index.html",
      "competitions/index.html",
      "data/indicators/honors-awarded.json",
    ]) {
      expect(site.get(path)?.toString()).toContain("不含未公开项");
    }
  });

  it("stops a build of which a name that may not be shown stands in what may be, and the last site stays", async () => {
    const { data, canaries } = planted;
    const before = hashTree(out);
    const path = join(data, "site.json");
    const settings = readFileSync(path, "utf8");
    const person = canaries.find(({ where }) => where.startsWith("person:"))?.text ?? "";
    writeTree(data, { "site.json": JSON.stringify({ ...JSON.parse(settings), title: `${person}同志事迹` }) });
    const { code, stdout } = await command("build", ["--data", data, ...now, "--out", out]);
    writeTree(data, { "site.json": settings });
    expect(code).toBe(1);
    expect(stdout).toContain("SDC-06");
    expect(stdout).toContain("荣誉的“获得者”");
    expect(stdout).not.toContain(person);
    expect(hashTree(out)).toBe(before);
  });

  it("is found where a definition lets it out", async () => {
    const { data, canaries } = planted;
    const definition = JSON.parse(readFileSync(join(project, "data/datasets/honors.json"), "utf8"));
    for (const field of definition.schema.fields) if (field.name === "获得者") field.audience = "public";
    writeTree(data, { "datasets/honors.json": JSON.stringify(definition) });
    const leaky = join(newFolder(), "site");
    const { code } = await command("build", ["--data", data, ...now, "--out", leaky]);
    expect(code).toBe(0);
    const { hits } = search(treeOf(leaky), canaries);
    expect(new Set(hits.map(({ where }) => where))).toEqual(
      new Set(["person: 获得者 of a public row", "sample: person", "sample: internal column"]),
    );
    expect(hits.map(({ path }) => path)).toContain("data/datasets/honors.csv");
    told.push(
      `a definition that lets a column out: found in ${new Set(hits.map(({ path }) => path)).size} files`,
    );
  });
});

/** Make a ZIP of one file. */
function zip(name: string, content: Buffer, method: 0 | 8): Buffer {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.write("PK\x03\x04", 0, "latin1");
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.write("PK\x01\x02", 0, "latin1");
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt16LE(title.length, 28);
  return Buffer.concat([local, title, content, entry, title]);
}

import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { listTree, project } from "./command.ts";

const source = join(project, "src");
const files = listTree(source).filter((path) => /\.(ts|mjs|astro)$/.test(path));
const read = (path: string) => readFileSync(join(source, path), "utf8");

/** What each part of src may import: other parts by their first folder, and packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ["core", "zod", "big.js", "papaparse"],
  charts: ["charts", "core", "echarts"],
  check: ["check", "charts", "core", "zod"],
  "link.ts": [],
  "load.ts": ["core", "node:"],
  "site.d.ts": ["core"],
  wall: ["wall", "core", "link.ts", "qr", "@noble/hashes"],
  review: ["review", "layouts", "components", "charts", "core", "link.ts", "virtual:site", "virtual:review"],
  components: ["components", "charts", "core", "link.ts", "virtual:site"],
  layouts: ["layouts", "components", "core", "link.ts", "styles", "virtual:site", "node:"],
  pages: ["pages", "layouts", "components", "charts", "wall", "core", "link.ts", "styles", "virtual:site"],
  commands: ["commands", "load.ts", "core", "astro", "esbuild", "zod", "node:"],
};

/** Packages that one file alone may know. */
const sole: Readonly<Record<string, string>> = {
  papaparse: "core/intake/table.ts",
  echarts: "charts/render.ts",
  astro: "commands/pages.ts",
  esbuild: "commands/scripts.ts",
  qr: "wall/code.ts",
  "@noble/hashes": "wall/player/verify.ts",
};

interface Import {
  readonly from: string;
  readonly name: string; // as written
  readonly part: string; // first folder of src, or the package
}

function importsOf(path: string): Import[] {
  const names = [...read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return names.map((name) => {
    const inside = posix.join(dirname(path).replaceAll("\\", "/"), name);
    const part = name.startsWith(".") ? inside.split("/")[0] : name.replace(/^node:.*/, "node:");
    return {
      from: path,
      name,
      part: /^(echarts|astro|zod|@noble\/hashes)\//.exec(part ?? "")?.[1] ?? part ?? "",
    };
  });
}

const imports = files.flatMap(importsOf);

describe("src", () => {
  it("is read whole by these tests", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect(files.map((path) => path.split("/")[0] ?? "").filter((part) => !(part in allowed))).toEqual([]);
  });

  it("imports one way: pages → charts, components, load → core", () => {
    const wrong = imports.filter(({ from, part }) => !allowed[from.split("/")[0] ?? ""]?.includes(part));
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(sole))("knows %s in one file alone", (part, owner) => {
    const users = new Set(imports.filter((one) => one.part === part).map(({ from }) => from));
    expect([...users]).toEqual([owner]);
  });

  it("imports with endings, and never a whole folder", () => {
    const relative = imports.filter(({ name }) => name.startsWith("."));
    expect(relative.filter(({ name }) => !/\.(ts|mjs|astro|css(\?inline)?)$/.test(name))).toEqual([]);
    expect(files.filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
  });

  it("keeps the core pure: no clock, no chance, no process, no network, no page", () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.|\bMath\.random\b|\bcrypto\.|\bprocess\b|\bimport\.meta\b|\bglobalThis\b|\bfetch\(|\bconsole\.|\b(?:document|window|localStorage)\.|\btoLocale\w+\(|\bIntl\.\w+\(\)/;
    const found = files
      .filter((path) => path.startsWith("core/"))
      .flatMap((path) => {
        const code = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
        return code.split("\n").flatMap((line) => (impure.test(line) ? [`${path}: ${line.trim()}`] : []));
      });
    expect(found).toEqual([]);
  });

  it("reads the clock in three places: where arguments are read, where a clerk opens the page, and on the wall", () => {
    const readers = files.filter((path) => /\bDate\.now\b|\bnew Date\(\s*\)/.test(read(path)));
    expect(readers).toEqual(["check/today.ts", "commands/options.ts", "wall/player/clock.ts"]);
  });

  it("reaches the review desk from no page, script or edition but its own", () => {
    const isRoom = (path: string) => /^(?:core\/)?review\//.test(path);
    const outside = files.filter((path) => !isRoom(path));
    const reached = outside.flatMap((path) =>
      read(path)
        .split("\n")
        .filter((line) => /["'`/]review\/[\w-]+\.(?:ts|astro)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(reached).toEqual([
      'commands/build.ts: import type { Review } from "../core/review/review.ts";',
      'commands/build.ts: const { makeReview } = await import("../core/review/review.ts");', // for the internal edition
      'commands/pages.ts: import type { Review } from "../core/review/review.ts";',
      'commands/scripts.ts: write(folder, desk, "copy.js", await bundle("review/copy.ts"));', // likewise
      'site.d.ts: const review: import("./core/review/review.ts").Review;',
    ]);
    const entries = outside.filter((path) => read(path).includes("injectRoute"));
    expect(entries).toEqual(["commands/pages.ts"]);
  });

  it("has no drawers", () => {
    const drawers = files.filter((path) =>
      /(^|[/-])(utils?|helpers?|types|common|misc|constants)\.ts$/.test(path),
    );
    expect(drawers).toEqual([]);
  });
});

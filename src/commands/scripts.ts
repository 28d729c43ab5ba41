import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Kit } from "../core/published/kit.ts";
import { project } from "../load.ts";

/** Bundle one of the browser's scripts for browsers from 2019 on; what it exports becomes properties of `name`, if there is one. */
async function bundle(entry: string, name?: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [join(project, "src", entry)],
    bundle: true,
    charset: "utf8",
    format: "iife",
    ...(name === undefined ? {} : { globalName: name }),
    legalComments: "none",
    logLevel: "error",
    minify: true,
    target: "chrome78",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/** Where the page that checks files lies, the wall's and the review desk; their scripts are beside them. */
const [check, wall, desk] = ["check", "wall", "review"];

/** Write what an edition gives the page that checks files, as a script, since a page from the disk can ask for no data. */
export function writeKit(kit: Kit, folder: string): void {
  write(folder, check, "kit.js", `window.checkingKit=JSON.parse(${JSON.stringify(JSON.stringify(kit))});\n`);
}

/**
 * Write the scripts of the page that checks files, classic ones: the page with its engine as one function, whose own text a
 * worker is made of; and the charts, which are loaded only when asked for.
 */
export async function writeScripts(folder: string): Promise<void> {
  const [engine, page, charts] = await Promise.all([
    bundle("check/engine.ts", "engine"),
    bundle("check/page.ts", "page"),
    bundle("check/charts.ts", "checkingCharts"),
  ]);
  const whole = `(function(){function startEngine(port){${engine}engine.start(port)}\n${page}page.open(startEngine)})();\n`;
  write(folder, check, "check.js", whole);
  write(folder, check, "charts.js", charts);
}

/** Bundle the script that plays the wall; its page names it by its hash, so it must be known before the page is written. */
export function bundleWall(): Promise<string> {
  return bundle("wall/player/main.ts");
}

/** Write the script that plays the wall. */
export function writeWall(folder: string, script: string): void {
  write(folder, wall, "wall.js", script);
}

/** Write the script of the review desk: its buttons that copy. */
export async function writeCopying(folder: string): Promise<void> {
  write(folder, desk, "copy.js", await bundle("review/copy.ts"));
}

function write(folder: string, place: string, name: string, text: string): void {
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, name), text);
}

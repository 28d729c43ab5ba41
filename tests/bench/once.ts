import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import Papa from "papaparse";
import { checkInputs } from "../../src/core/pipeline.ts";
import { load } from "../../src/load.ts";
import { listTree } from "../command.ts";

/** What can be timed: PapaParse alone, splitting the files of a folder, and our whole check of it. */
const works: Readonly<Record<string, (data: string) => number>> = {
  split: (data) => {
    const exports = join(data, "exports");
    let rows = 0;
    for (const path of listTree(exports)) {
      rows += Papa.parse(readFileSync(join(exports, path), "utf8")).data.length;
    }
    return rows;
  },
  check: (data) => checkInputs(load(data, "public", "2026-03-01")).findings.length,
};

/** Do one work once, in a process of its own, and print how long it took and how much memory it needed at most. */
const [name = "", data = ""] = process.argv.slice(2);
const from = performance.now();
const result = works[name]?.(data);
const milliseconds = Math.round(performance.now() - from);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(JSON.stringify({ result, milliseconds, megabytes }));

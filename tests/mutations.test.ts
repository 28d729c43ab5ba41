import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { severity } from "../src/core/finding.ts";
import type { Inputs, SourceFile } from "../src/core/inputs.ts";
import { buildSite, type Outcome } from "../src/core/pipeline.ts";
import type { Site } from "../src/core/site.ts";
import { load } from "../src/load.ts";
import { newFolder, writeTree } from "./command.ts";
import { chanceFrom, mutations, randomFrom } from "./mutation.ts";
import { isPlausible, readPlain } from "./plain-table.ts";

/** MUTATIONS=20000 SEED=7 tries more of them, or others. */
const { SEED: seedText = "20260301", MUTATIONS: countText = "1000" } = process.env;
const [seed, count] = [Number(seedText), Number(countText)];
const tables: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures", "good-folder.json"), "utf8"),
);

const good = load(
  writeTree(
    newFolder(),
    Object.fromEntries(
      Object.entries(tables).map(([path, lines]) => [`exports/${path}`, `\uFEFF${lines.join("\r\n")}\r\n`]),
    ),
  ),
  "public",
  "2026-03-01",
);

/** Everything a site says in numbers; where a row stands in its file is left out. */
function figuresOf(site: Site): string {
  const { figures, titles, units, gaps, datasets } = site;
  const records = datasets.map(({ id, header, records: own }) => [
    id,
    own
      .map((record) =>
        JSON.stringify(
          header
            .map((name, i) => [name, record[i]])
            .filter(([, text]) => text)
            .sort(),
        ),
      )
      .sort(),
  ]);
  return JSON.stringify([figures, titles, units, gaps, records], (key, value) =>
    ["sources", "sourceCount", "fields", "files"].includes(key) ? undefined : value,
  );
}

type Verdict = "stopped" | "warned" | "equal" | "another right table" | "SILENTLY DIFFERENT" | "CRASHED";

/** Judge what came of a spoilt file: there must be a finding, or the same figures, or it must be a right table of its own. */
function judge(file: SourceFile, bytes: Uint8Array, wanted: string): Verdict {
  const inputs: Inputs = {
    ...good,
    exports: good.exports.map((one) => (one === file ? { ...file, bytes } : one)),
  };
  let outcome: Outcome;
  try {
    outcome = buildSite(inputs);
  } catch {
    return "CRASHED";
  }
  const severities = new Set(outcome.findings.map(severity));
  if (!outcome.site) return severities.has("error") ? "stopped" : "CRASHED";
  if (figuresOf(outcome.site) === wanted) return "equal";
  if (severities.has("warning")) return "warned";
  const before = readPlain(file.bytes);
  return before && isPlausible(readPlain(bytes), before) ? "another right table" : "SILENTLY DIFFERENT";
}

describe(`${count} spoilt files, seed ${seed}`, { timeout: 600_000 }, () => {
  const untouched = buildSite(good);

  it("begins with a folder that has nothing to find", () => {
    expect(untouched.findings).toEqual([]);
    expect(untouched.site?.figures.filter(({ present }) => present).length).toBeGreaterThan(10);
    expect(good.exports.map(({ bytes }) => readPlain(bytes) === null)).not.toContain(true);
  });

  it("gives a finding or the same figures for each, never a crash, never another figure in silence", () => {
    const wanted = figuresOf(untouched.site as Site);
    const chance = chanceFrom(randomFrom(seed));
    const names = Object.keys(mutations);
    const verdicts = new Map<Verdict, number>();
    const wrong: string[] = [];
    for (let i = 0; i < count; i++) {
      const name = names[i % names.length] ?? "";
      const file = chance.of(good.exports);
      const bytes = mutations[name]?.(file.bytes, chance) ?? file.bytes;
      const verdict = judge(file, bytes, wanted);
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      if (verdict === "CRASHED" || verdict === "SILENTLY DIFFERENT") {
        wrong.push(
          `${i}: ${name}: ${file.path}: ${verdict}\n${new TextDecoder().decode(bytes).slice(0, 2000)}`,
        );
      }
    }
    console.log(`seed ${seed}: ${[...verdicts].map(([verdict, n]) => `${n} ${verdict}`).join(", ")}`);
    expect(wrong).toEqual([]);
    expect(verdicts.get("stopped")).toBeGreaterThan(count / 2); // else the files are hardly spoilt
  });
});

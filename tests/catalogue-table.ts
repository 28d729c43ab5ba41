import { buildSite } from "../src/core/pipeline.ts";
import { provedElsewhere, rowCodes } from "./catalogue-rows.ts";
import { caseNames, expectedOf, inputsOf, placed } from "./check-case.ts";

/** Print, for every row of the catalogue and every other code that is shown, its folders, and what they expect and give. */
function printTable(): void {
  const cases = caseNames.map((name) => ({
    name,
    expected: expectedOf(name),
    found: buildSite(inputsOf(name)).findings.map((found) => placed(found)),
  }));
  const codeOf = (name: string) => /^[A-Z]+-\d+/.exec(name)?.[0] ?? "ok";
  const codes = new Set([...rowCodes, ...cases.map(({ name }) => codeOf(name))]);
  const table = [...codes].map((code) => {
    const own = cases.filter(({ name }) => codeOf(name) === code);
    const count = (list: "expected" | "found") =>
      own.flatMap((one) => one[list].filter((found) => code === "ok" || found.code === code)).length;
    return { code, fixtures: own.length, expected: count("expected"), found: count("found") };
  });
  console.log("code\tfixtures\texpected\tfound");
  for (const row of table) console.log(Object.values(row).join("\t"));
  const bare = table.filter(({ fixtures }) => fixtures === 0).map(({ code }) => code);
  console.log(`${cases.length} fixtures; ${rowCodes.length} rows, ${bare.length} without a fixture`);
  for (const code of bare) console.log(`${code}\t${provedElsewhere.get(code) ?? "no reason written down"}`);
}

printTable();

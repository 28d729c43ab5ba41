import { readdirSync } from "node:fs";
import { isNumeric } from "../src/core/declared/dataset.ts";
import { stateAt } from "../src/core/rows.ts";
import { isAbsent } from "../src/core/state.ts";
import { read, real } from "./real-files.ts";

/** Print, for every real file, what was found in it by level, and how many figures were read. */
function printTable(): void {
  console.log("file\tE\tW\tT\tN\tvalues read");
  for (const folder of readdirSync(real, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const { rows: all, findings } = read(folder.name);
    const values = new Map<string, number>();
    for (const rows of all.values()) {
      for (const file of rows.files) values.set(file, 0);
      for (const { name } of rows.dataset.schema.fields.filter(isNumeric)) {
        for (let row = 0; row < rows.length; row++) {
          const file = rows.files[rows.file[row] ?? 0] ?? "";
          if (!isAbsent(stateAt(rows, row, name))) values.set(file, (values.get(file) ?? 0) + 1);
        }
      }
    }
    const files = new Set([...values.keys(), ...findings.map((found) => found.file)]);
    for (const file of [...files].toSorted()) {
      const count = (level: string) =>
        findings.filter((found) => found.file === file && found.level === level).length;
      const counts = ["E", "W", "T", "N"].map(count);
      console.log([file, ...counts, values.get(file) ?? "not read"].join("\t"));
    }
  }
}

printTable();

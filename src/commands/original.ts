import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** Beside the file; names that begin with a dot are no exports. */
const folder = ".原件";

/** Replace a file's content and keep what it was; gives where, from the file's own folder. An original kept before is never overwritten. */
export function replaceKeeping(file: string, bytes: Uint8Array): string {
  const kept = keep(file);
  const next = join(dirname(file), `.${basename(file)}.tmp`);
  writeFileSync(next, bytes);
  renameSync(next, file); // whoever reads meanwhile finds one of the two whole
  return `${folder}/${kept}`;
}

/** Copy a file under its own name, or the first free 2025-2.csv, 2025-3.csv; one that is there to the byte is enough. */
function keep(file: string): string {
  const shelf = join(dirname(file), folder);
  mkdirSync(shelf, { recursive: true });
  const ending = extname(file);
  const stem = basename(file, ending);
  for (let count = 1; ; count++) {
    const name = count === 1 ? stem + ending : `${stem}-${count}${ending}`;
    const full = join(shelf, name);
    if (!existsSync(full)) {
      copyFileSync(file, full, constants.COPYFILE_EXCL);
      return name;
    }
    if (readFileSync(full).equals(readFileSync(file))) return name;
  }
}

import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Find, for every export that is byte for byte an earlier one of its folder, that earlier one. */
export function findCopies(files: readonly SourceFile[]): ReadonlyMap<SourceFile, SourceFile> {
  const copies = new Map<SourceFile, SourceFile>();
  const alike = Map.groupBy(files, ({ path, bytes }) => `${path.split("/")[0]}/${bytes.length}`);
  for (const group of alike.values()) {
    group.forEach((file, i) => {
      const first = group.slice(0, i).find((other) => isSame(file.bytes, other.bytes));
      if (first && file.bytes.length > 0) copies.set(file, first);
    });
  }
  return copies;
}

/** Say that a file brings nothing that an earlier one did not (FILE-19); it is not read again. */
export function copyFinding({ path }: SourceFile, first: SourceFile): Finding {
  const subject = { dataset: path.split("/")[0] ?? "", key: path, column: "", value: "" };
  const related = [filePlace(first.path)];
  return finding("FILE-19", filePlace(path), { first: first.path }, { subject, related });
}

import type { SourceFile } from "../core/inputs.ts";

/** What could be read of a drop, and the names of what could not. */
export interface Picked {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly string[];
}

/** Read chosen files; those of a chosen folder keep their paths in it. */
export function readChosen(files: FileList): Promise<Picked> {
  return readAll(Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Read dropped files, and the folders among them to their depths. */
export async function readDropped(transfer: DataTransfer): Promise<Picked> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  const loose = Array.from(transfer.files, (file) => ({ path: file.name, file }));
  if (entries.every((entry) => entry === null)) return readAll(loose);
  const found = await Promise.all(entries.map((entry) => (entry ? walk(entry, "") : [])));
  return readAll(found.flat());
}

interface Found {
  readonly path: string;
  readonly file: File | null; // null: it cannot be opened
}

async function walk(entry: FileSystemEntry, parent: string): Promise<Found[]> {
  const path = parent + entry.name;
  if (entry.isFile) {
    const open = (done: (file: File | null) => void) =>
      (entry as FileSystemFileEntry).file(done, () => done(null));
    return [{ path, file: await new Promise<File | null>(open) }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) break; // a hundred come at a time
    inside.push(...some);
  }
  const found = await Promise.all(inside.map((one) => walk(one, `${path}/`)));
  return found.flat();
}

async function readAll(found: readonly Found[]): Promise<Picked> {
  const files: SourceFile[] = [];
  const unreadable: string[] = [];
  for (const { path, file } of found) {
    const bytes = await file?.arrayBuffer().catch(() => null); // Excel holds a file while it is open
    if (bytes) files.push({ path, bytes: new Uint8Array(bytes) });
    else unreadable.push(path);
  }
  return { files, unreadable };
}

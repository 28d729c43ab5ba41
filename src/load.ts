import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Edition } from "./core/edition.ts";
import type { Inputs, SourceFile, Unread } from "./core/inputs.ts";
import type { Site } from "./core/site.ts";

/** The project's folder, and its own data folder, whose data sets and indicators hold for every other. */
export const project = resolve(import.meta.dirname, "..");
export const projectData = join(project, "data");

/** Tell whether a folder holds data: it has exports/. */
export function isDataFolder(data: string): boolean {
  return isFolder(join(data, "exports"));
}

/** What else than a data folder is read, and how. */
export interface Beside {
  /** Internal exports kept elsewhere: a data folder, or a folder laid out like exports/. */
  readonly internal?: string | null;
  /** Data sets and indicators are the folder's alone: it is the project's own at another time. */
  readonly isOwn?: boolean;
}

/** Read a data folder; data sets and indicators are the project's, then the folder's own, then those that lie with internal exports. */
export function load(
  data: string,
  edition: Edition,
  now: string,
  { internal = null, isOwn = false }: Beside = {},
): Inputs {
  const roots = [join(data, "exports"), ...(internal === null ? [] : [exportsOf(internal)])];
  const [own, other] = roots.map((root) => readTree(root, ""));
  const beside = (found: readonly { readonly path: string }[] = []) =>
    found.map((one) => ({ ...one, path: besidePath(one.path) }));
  const exports = [...(own?.files ?? []), ...(beside(other?.files) as SourceFile[])];
  const folders = roots.flatMap((root) =>
    entriesOf(root).flatMap((entry) => (entry.isDirectory() ? entry.name : [])),
  );
  const definitions = (kind: string) => [
    ...[...new Set([isOwn ? data : projectData, data])].flatMap((folder) => readDefinitions(folder, kind)),
    ...(internal !== null && isDataFolder(internal)
      ? readDefinitions(internal, kind).map((one) => ({ ...one, path: `${mark}/${one.path}` }))
      : []),
  ];
  return {
    exports: exports.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    unread: [...(own?.unread ?? []), ...(beside(other?.unread) as Unread[])],
    folders: [...new Set(folders)],
    datasets: definitions("datasets"),
    indicators: definitions("indicators"),
    settings: readOptional(data, "site.json"),
    signoffs: readOptional(data, "signoffs.csv"),
    wall: readOptional(data, "wall.csv"),
    revisions: readOptional(data, "revisions.csv"),
    releases: readDefinitions(data, "releases"),
    edition,
    now,
  };
}

/** Where internal exports lie: in exports/, or in the folder itself. */
export function exportsOf(internal: string): string {
  return isDataFolder(internal) ? join(internal, "exports") : internal;
}

/** What stands, after the data set's folder, in the names of files that lie with internal exports kept elsewhere. */
const mark = "〔内部〕";

/** Name a file kept elsewhere so that it is no file of the data folder: volunteers/2026.csv is volunteers/〔内部〕2026.csv. */
function besidePath(path: string): string {
  return path.includes("/") ? path.replace("/", `/${mark}`) : mark + path;
}

/** Write where a file that a finding names lies, from the project's root. */
export function locate(file: string, data: string, inputs: Inputs, internal: string | null = null): string {
  const isExport = [...inputs.exports, ...inputs.unread].some(({ path }) => path === file);
  const plain = file.replace(new RegExp(`^${mark}/|${mark}`), "");
  const isBeside = internal !== null && plain !== file;
  const isOwn = isExport || isFile(join(data, file));
  const folder = isBeside ? internal : isOwn ? data : projectData;
  const exports = isBeside ? exportsOf(folder) : join(folder, "exports");
  return relative(project, join(isExport ? exports : folder, isBeside ? plain : file)).replaceAll("\\", "/");
}

/** Read every file of a folder that we wrote ourselves. */
export function readFiles(folder: string): readonly SourceFile[] {
  return readTree(folder, "").files;
}

/** Hash a text as a Content-Security-Policy quotes it: SHA-256 in base64. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/** Find an export on the disk, where its names may be composed otherwise than ours. */
export function exportPath(data: string, path: string): string {
  return path.split("/").reduce(
    (folder, name) => {
      const entry = entriesOf(folder).find((one) => one.name.normalize("NFC") === name);
      return join(folder, entry?.name ?? name);
    },
    join(data, "exports"),
  );
}

/** Name a site by its content and nothing else: the first 12 hex digits of its SHA-256. */
export function buildId(site: Site): string {
  return createHash("sha256").update(JSON.stringify(site)).digest("hex").slice(0, 12);
}

/** Tell whether a folder is, or lies around, another. */
export function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return (
    way === "" ||
    !(way === ".." || way.startsWith(`..${sep}`) || way.startsWith(sep) || /^[A-Za-z]:/.test(way))
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** List a folder without what systems leave in it, in the same order everywhere. */
function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^\.|^thumbs\.db$|^desktop\.ini$/i.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Read every file under a folder; links are not followed, since they may lead out of it. */
function readTree(folder: string, path: string): { files: SourceFile[]; unread: Unread[] } {
  const files: SourceFile[] = [];
  const unread: Unread[] = [];
  for (const entry of entriesOf(folder)) {
    const here = path + entry.name;
    const full = join(folder, entry.name);
    if (here.includes("\ufffd")) unread.push({ path: here, why: "name" });
    else if (entry.isDirectory()) {
      const inside = readTree(full, `${here}/`);
      files.push(...inside.files);
      unread.push(...inside.unread);
    } else if (entry.isFile()) files.push({ path: here.normalize("NFC"), bytes: readFileSync(full) });
    else unread.push({ path: here.normalize("NFC"), why: "link" });
  }
  return { files, unread };
}

/** Read the JSON files of datasets/, indicators/ or releases/. */
function readDefinitions(data: string, kind: string): SourceFile[] {
  const folder = join(data, kind);
  if (!isFolder(folder)) return [];
  return entriesOf(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => ({ path: `${kind}/${entry.name}`, bytes: readFileSync(join(folder, entry.name)) }));
}

function readOptional(data: string, path: string): SourceFile | null {
  const full = join(data, path);
  return isFile(full) ? { path, bytes: readFileSync(full) } : null;
}

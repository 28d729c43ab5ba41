import type { SourceFile } from "../core/inputs.ts";
import { wallDataset } from "../core/wall/dataset.ts";

/** Files put where a data folder has them. */
export interface Arrangement {
  readonly alone: boolean; // a folder of exports, or a data folder: nothing is added to it
  readonly exports: readonly SourceFile[];
  readonly datasets: readonly SourceFile[];
  readonly indicators: readonly SourceFile[];
  readonly settings: SourceFile | null;
  readonly signoffs: SourceFile | null;
  readonly wall: SourceFile | null;
  readonly revisions: SourceFile | null;
  readonly releases: readonly SourceFile[];
  readonly replaced: ReadonlySet<string>; // data sets of which the whole folder was dropped
  readonly loose: ReadonlyMap<string, { readonly dropped: string; readonly dataset: string | null }>; // by path among the exports
}

const ignored = /(?:^|\/)(?:\.[^/]*|thumbs\.db|desktop\.ini)(?:\/|$)/i;

/** Put dropped files where they belong: by an exports folder, by a data set's folder, or one by one as `guess` says. */
export function arrange(
  dropped: readonly SourceFile[],
  datasets: ReadonlySet<string>,
  guess: (file: SourceFile) => string | null,
): Arrangement {
  const files = dropped
    .map(({ path, bytes }) => ({ path: path.normalize("NFC"), bytes }))
    .filter(({ path }) => !ignored.test(path));
  const root = findRoot(files.map(({ path }) => path));
  if (root !== null) return asDataFolder(files, root);
  const isFolderOfFolders = files.some(({ path }) => {
    const [top = "", next = "", ...rest] = path.split("/");
    return !datasets.has(top) && datasets.has(next) && rest.length > 0;
  });
  if (isFolderOfFolders) {
    const inside = files.flatMap(({ path, bytes }) => {
      const [, ...rest] = path.split("/");
      return rest.length === 0 ? [] : { path: `exports/${rest.join("/")}`, bytes };
    });
    return asDataFolder(inside, "");
  }
  return oneByOne(files, datasets, guess);
}

/** Find what stands before exports/ in the paths; null if there is no such folder. */
function findRoot(paths: readonly string[]): string | null {
  const roots = paths.flatMap((path) => /^((?:[^/]+\/)*?)exports\//.exec(path)?.[1] ?? []);
  return roots.length === 0 ? null : roots.reduce((a, b) => (b.length < a.length ? b : a));
}

function asDataFolder(files: readonly SourceFile[], root: string): Arrangement {
  const below = files.flatMap(({ path, bytes }) =>
    path.startsWith(root) ? { path: path.slice(root.length), bytes } : [],
  );
  const exports = below.flatMap(({ path, bytes }) =>
    path.startsWith("exports/") ? { path: path.slice("exports/".length), bytes } : [],
  );
  const json = (folder: string) =>
    below.filter(({ path }) => path.startsWith(`${folder}/`) && /^[^/]+\/[^/]+\.json$/.test(path));
  const own = (name: string) => below.find(({ path }) => path === name) ?? null;
  return {
    alone: true,
    exports: sorted(exports),
    datasets: sorted(json("datasets")),
    indicators: sorted(json("indicators")),
    settings: own("site.json"),
    signoffs: own("signoffs.csv"),
    wall: own("wall.csv"),
    revisions: own("revisions.csv"),
    releases: sorted(json("releases")),
    replaced: new Set(),
    loose: new Map(),
  };
}

function oneByOne(
  files: readonly SourceFile[],
  datasets: ReadonlySet<string>,
  guess: (file: SourceFile) => string | null,
): Arrangement {
  const wall = files.find(({ path }) => isWall(path, datasets));
  const replaced = new Set<string>();
  const loose = new Map<string, { dropped: string; dataset: string | null }>();
  const exports = files
    .filter((file) => file !== wall)
    .map((file) => {
      const parts = file.path.split("/");
      const at = parts.slice(0, -1).findIndex((part) => datasets.has(part));
      if (at >= 0) {
        replaced.add(parts[at] ?? "");
        return { path: parts.slice(at).join("/"), bytes: file.bytes };
      }
      const dataset = guess(file);
      const name = parts.at(-1) ?? "";
      const path = dataset === null ? name : `${dataset}/${name}`;
      loose.set(path, { dropped: file.path, dataset });
      return { path, bytes: file.bytes };
    });
  const none = {
    datasets: [],
    indicators: [],
    settings: null,
    signoffs: null,
    revisions: null,
    releases: [],
    wall: wall ? { path: wallDataset.id, bytes: wall.bytes } : null,
  };
  return { alone: false, exports: sorted(exports), ...none, replaced, loose };
}

/** Tell by its name that a file is the wall's, and no table of a data set. */
function isWall(path: string, datasets: ReadonlySet<string>): boolean {
  const parts = path.toLowerCase().split("/");
  return parts.at(-1) === wallDataset.id && !parts.some((part) => datasets.has(part));
}

function sorted(files: readonly SourceFile[]): SourceFile[] {
  return files.slice().sort((a, b) => (a.path < b.path ? -1 : 1));
}

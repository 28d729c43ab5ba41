import type { Edition } from "./edition.ts";

/** A file as read from the data folder; `path` is relative to exports (datasets, indicators, …: to the data folder), with "/". */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something under exports/ that could not be opened: a link, or a name that is not UTF-8. */
export interface Unread {
  readonly path: string; // relative to exports
  readonly why: "link" | "name";
}

/** Everything the core needs; nothing else reaches it. */
export interface Inputs {
  readonly exports: readonly SourceFile[]; // every file under exports/ that is not ignored
  readonly unread: readonly Unread[];
  readonly folders: readonly string[]; // names of the folders directly under exports/
  readonly datasets: readonly SourceFile[]; // JSON, the project's and the folder's; a later one with the same id wins
  readonly indicators: readonly SourceFile[]; // likewise
  readonly settings: SourceFile | null; // site.json
  readonly signoffs: SourceFile | null; // signoffs.csv
  readonly wall: SourceFile | null; // wall.csv
  readonly revisions: SourceFile | null; // revisions.csv
  readonly releases: readonly SourceFile[]; // releases/<date>.json
  readonly edition: Edition;
  readonly now: string; // today, YYYY-MM-DD
}

/** Is told, while work goes on, how many of the exports were read. */
export type OnRead = (files: number) => void;

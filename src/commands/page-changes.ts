import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloads } from "../core/published/publish.ts";
import type { Site } from "../core/site.ts";
import { readFiles } from "../load.ts";
import { writePages } from "./pages.ts";

/** A page or a download that differs between two versions of a site. */
export interface PageChange {
  readonly path: string; // from the site's root
  readonly title: string; // "" of a download
  readonly kind: "changed" | "new" | "gone";
}

/** What every page says of its build, and what says nothing of its own content. */
const build = {
  build: "000000000000",
  builtAt: "2000-01-01T00:00:00+08:00",
  published: 0,
  wallScript: "",
};

/** Write both versions' pages, and compare them but for the day that every page gives. */
export async function comparePages(before: Site, after: Site): Promise<PageChange[]> {
  const [old, now] = [await pagesOf(before), await pagesOf(after)];
  const paths = [...new Set([...now.keys(), ...old.keys()])].sort();
  return paths.flatMap((path): PageChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was === is) return [];
    return [
      {
        path,
        title: titleOf(is ?? was ?? ""),
        kind: was === undefined ? "new" : is === undefined ? "gone" : "changed",
      },
    ];
  });
}

/** Read how a page is called in the menu, or else by itself; a download has no title. */
function titleOf(text: string): string {
  const [, own = ""] = /<title>([^<]*)/.exec(text) ?? [];
  const [, title = own] = /<meta name="ColumnName" content="([^"]*)"/.exec(text) ?? [];
  return title;
}

async function pagesOf(site: Site): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "wenming-pages-"));
  try {
    await writePages({ ...site, ...build }, folder, { base: "/", site: undefined });
    const pages = readFiles(folder)
      .filter(({ path }) => path.endsWith(".html"))
      .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const);
    const all = [...pages, ...downloads(site)];
    return new Map(all.map(([path, text]) => [path, text.replaceAll(site.asOf, "")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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
const build = { build: "000000000000", builtAt: "2000-01-01T00:00:00+08:00" };

/** Write both versions' pages, and compare them but for the day that every page gives. */
export async function comparePages(before: Site, after: Site): Promise<PageChange[]> {
  const [old, now] = [await pagesOf(before), await pagesOf(after)];
  const paths = [...new Set([...now.keys(), ...old.keys()])].sort();
  return paths.flatMap((path): PageChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was === is) return [];
    const [, title = ""] = /<meta name="ColumnName" content="([^"]*)"/.exec(is ?? was ?? "") ?? [];
    return [{ path, title, kind: was === undefined ? "new" : is === undefined ? "gone" : "changed" }];
  });
}

async function pagesOf(site: Site): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "wenming-pages-"));
  try {
    await writePages({ ...site, ...build, published: 0 }, folder, { base: "/", site: undefined });
    const pages = readFiles(folder)
      .filter(({ path }) => path.endsWith(".html"))
      .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const);
    const all = [...pages, ...downloads(site)];
    return new Map(all.map(([path, text]) => [path, text.replaceAll(site.asOf, "")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

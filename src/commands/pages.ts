import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "astro";
import type { Site } from "../core/site.ts";
import { project } from "../load.ts";

/** Where the site will be read from; links are relative and need neither. */
export interface Address {
  readonly base: string;
  readonly site: string | undefined;
}

/** Give the pages their data as `virtual:site`. */
function provideSite(site: object) {
  const name = "virtual:site";
  const resolved = `\0${name}`;
  return {
    name,
    resolveId: (id: string) => (id === name ? resolved : undefined),
    load: (id: string) => (id === resolved ? `export default ${JSON.stringify(site)}` : undefined),
  };
}

/** Write the pages of a site into a folder. */
export async function writePages(
  site: Site & { readonly build: string; readonly builtAt: string },
  folder: string,
  { base, site: url }: Address,
): Promise<void> {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1" }); // before Astro looks
  const cache = mkdtempSync(join(tmpdir(), "pages-")); // one for each build: two may run at once
  try {
    await build({
      root: project,
      outDir: folder,
      cacheDir: join(cache, "astro"),
      base,
      ...(url === undefined ? {} : { site: url }),
      logLevel: "error",
      vite: { cacheDir: join(cache, "vite"), logLevel: "error", plugins: [provideSite(site)] },
    });
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

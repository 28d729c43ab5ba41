import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "astro";
import type { Site } from "../core/site.ts";
import { project } from "../load.ts";
import { leftBy, madeFor } from "./output.ts";

/** Where the site will be read from; links are relative and need neither. */
export interface Address {
  readonly base: string;
  readonly site: string | undefined;
}

/** Give the pages their data as `virtual:site`, read from a file: as code, a large one would take long to compile. */
function provideSite(file: string) {
  const name = "virtual:site";
  const resolved = `\0${name}`;
  const code = `import { readFileSync } from "node:fs";
export default JSON.parse(readFileSync(${JSON.stringify(file)}, "utf8"));`;
  return {
    name,
    resolveId: (id: string) => (id === name ? resolved : undefined),
    load: (id: string) => (id === resolved ? code : undefined),
  };
}

/** How many sites this process has written: what Node has loaded from a path it does not load again. */
let written = 0;

/** Write the pages of a site into a folder. */
export async function writePages(
  site: Site & {
    readonly build: string;
    readonly builtAt: string;
    readonly published: number;
    readonly wallScript: string;
  },
  folder: string,
  { base, site: url }: Address,
): Promise<void> {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1" }); // before Astro looks
  process.chdir(project); // Astro keeps what it compiles below the pages only if they are below this folder
  const shelf = join(project, ".astro", `build-${written++}`);
  for (const left of leftBy(shelf)) rmSync(left, { recursive: true });
  const work = madeFor(shelf); // one for each build: two may run at once
  mkdirSync(work, { recursive: true });
  const pages = join(work, "pages");
  const data = join(work, "site.json");
  try {
    writeFileSync(data, JSON.stringify(site));
    await build({
      root: project,
      outDir: pages,
      cacheDir: join(work, "astro"),
      base,
      ...(url === undefined ? {} : { site: url }),
      logLevel: "error",
      vite: { cacheDir: join(work, "vite"), logLevel: "error", plugins: [provideSite(data)] },
    });
    cpSync(pages, folder, { recursive: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AstroIntegration, build } from "astro";
import type { Review } from "../core/review/review.ts";
import type { Desk, Site } from "../core/site.ts";
import { project } from "../load.ts";
import { leftBy, madeFor } from "./output.ts";

/** Where the site will be read from; links are relative and need neither. */
export interface Address {
  readonly base: string;
  readonly site: string | undefined;
}

/** Give the pages data as a module, read from a file: as code, a large one would take long to compile. */
function provide(name: string, file: string) {
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

const room = join(project, "src", "review");

/** The pages of the review desk: they lie outside the folder of pages, so that only an edition that is given a review has them. */
const desk: AstroIntegration = {
  name: "review",
  hooks: {
    "astro:config:setup": ({ injectRoute }) => {
      injectRoute({ pattern: "/review", entrypoint: join(room, "desk.astro") });
      injectRoute({ pattern: "/review/sheet", entrypoint: join(room, "sheet.astro") });
      injectRoute({ pattern: "/review/sources/[...path]", entrypoint: join(room, "sources.astro") });
    },
  },
};

/** What other pages know of the desk. */
function deskOf({ prefixes }: Review): Desk {
  return {
    pages: [["review/index.html", "审核"]],
    prefixes,
    sheet: readFileSync(join(room, "review.css"), "utf8"),
  };
}

/** Write the pages of a site into a folder, those of its review among them if there is one. */
export async function writePages(
  site: Site & {
    readonly build: string;
    readonly builtAt: string;
    readonly published: number;
    readonly wallScript: string;
  },
  folder: string,
  { base, site: url }: Address,
  review: Review | null = null,
): Promise<void> {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1" }); // before Astro looks
  process.chdir(project); // Astro keeps what it compiles below the pages only if they are below this folder
  const shelf = join(project, ".astro", `build-${written++}`);
  for (const left of leftBy(shelf)) rmSync(left, { recursive: true });
  const work = madeFor(shelf); // one for each build: two may run at once
  mkdirSync(work, { recursive: true });
  const pages = join(work, "pages");
  const [data, reviewed] = [join(work, "site.json"), join(work, "review.json")];
  try {
    writeFileSync(data, JSON.stringify({ ...site, desk: review && deskOf(review) }));
    if (review) writeFileSync(reviewed, JSON.stringify(review));
    await build({
      root: project,
      outDir: pages,
      cacheDir: join(work, "astro"),
      base,
      ...(url === undefined ? {} : { site: url }),
      logLevel: "error",
      integrations: review ? [desk] : [],
      vite: {
        cacheDir: join(work, "vite"),
        logLevel: "error",
        plugins: [provide("virtual:site", data), ...(review ? [provide("virtual:review", reviewed)] : [])],
      },
    });
    cpSync(pages, folder, { recursive: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

import { writePages } from "../../src/commands/pages.ts";
import { bundleWall, writeKit, writeScripts, writeWall } from "../../src/commands/scripts.ts";
import { buildSite } from "../../src/core/pipeline.ts";
import { makeKit } from "../../src/core/published/kit.ts";
import type { Site } from "../../src/core/site.ts";
import { load, sha256 } from "../../src/load.ts";
import { project } from "../command.ts";
import { endOfStyle } from "../hostile-texts.ts";
import { plantIn } from "./plant.ts";

/** Write the sample's pages as if every check of texts had failed: hostile ones behind every Chinese text that came from the data. */
const [folder = ""] = process.argv.slice(2);
const inputs = load(`${project}/data`, "public", "2026-03-01");
const { site } = buildSite(inputs);
if (!site) throw new Error("the sample gives no site");
const changed = plantIn(site);
const planted: Site = { ...changed, settings: { ...changed.settings, bureau: endOfStyle } }; // stands in every page's style
const wall = await bundleWall();
await writePages(
  {
    ...planted,
    build: "0123456789ab",
    builtAt: "2026-03-01T00:00:00Z",
    published: 1,
    wallScript: sha256(wall),
  },
  folder,
  {
    base: "/",
    site: undefined,
  },
);
writeKit(makeKit(inputs, planted, "0123456789ab"), folder);
writeWall(folder, wall);
await writeScripts(folder);

import { wallOf, writeRecord } from "../../src/commands/output.ts";
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
const build = "0123456789ab";
const builtAt = "2026-03-01T00:00:00Z";
await writePages({ ...planted, build, builtAt, published: 1, wallScript: sha256(wall) }, folder, {
  base: "/",
  site: undefined,
});
writeKit(makeKit(inputs, planted, build), folder);
writeWall(folder, wall);
await writeScripts(folder);
writeRecord(folder, {
  build,
  edition: "public",
  asOf: site.asOf,
  builtAt,
  published: 1,
  sample: site.settings.sample,
  wall: wallOf(folder),
});

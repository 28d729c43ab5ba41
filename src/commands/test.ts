import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { project } from "../load.ts";

const steps: readonly { name: string; tool: string; bin: string; args: readonly string[] }[] = [
  {
    name: "格式与写法",
    tool: "@biomejs/biome",
    bin: "bin/biome",
    args: ["check", "--error-on-warnings", "."],
  },
  { name: "类型", tool: "astro", bin: "bin/astro.mjs", args: ["check", "--minimumSeverity", "warning"] },
  { name: "测试", tool: "vitest", bin: "vitest.mjs", args: ["run", "--config", "tests/vitest.config.ts"] },
];

/** Run everything that must hold: formatting, types, tests; arguments go to the tests. All are run, whichever fails. */
export async function run(args: readonly string[]): Promise<number> {
  const { resolve } = createRequire(join(project, "package.json"));
  const failed = steps.filter(({ name, tool, bin, args: own }) => {
    console.log(`\n# ${name}`);
    const file = join(dirname(resolve(`${tool}/package.json`)), bin);
    const more = tool === "vitest" ? args : [];
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
    const { status } = spawnSync(process.execPath, [file, ...own, ...more], {
      cwd: project,
      env,
      stdio: "inherit",
    });
    return status !== 0;
  });
  if (failed.length > 0) console.error(`\n没有通过：${failed.map(({ name }) => name).join("、")}`);
  return failed.length > 0 ? 1 : 0;
}

import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { command, newFolder } from "../command.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly site: string; // the folder of the built sample
  }
}

/** Build the sample once, for every test that opens it. */
export async function setup({ provide }: TestProject): Promise<void> {
  const site = join(newFolder(), "site");
  const { code, stdout, stderr } = await command("build", ["--out", site, "--now", "2026-03-01"]);
  if (code !== 0) throw new Error(`build: exit ${code}\n${stdout}${stderr}`);
  provide("site", site);
}

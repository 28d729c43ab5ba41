import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

describe("renderSvg(option, frame)", () => {
  it("leaves nothing running: the process that drew a chart ends by itself", () => {
    const script = `
      import { renderSvg } from "./src/charts/render.ts";
      const frame = { id: "c", width: 10, height: 10, title: "", desc: "" };
      process.stdout.write(renderSvg({ series: [] }, frame).slice(0, 4));`;
    const run = ["--input-type=module", "--eval", script];
    const cwd = `${import.meta.dirname}/../..`;
    expect(execFileSync(process.execPath, run, { cwd, encoding: "utf8", timeout: 30_000 })).toBe("<svg");
  }, 40_000);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDatasets } from "../../../src/core/declared/datasets.ts";

/** Read one data set with these rules; what else it says is the least it can. */
function read(more: object) {
  const figure = (name: string) => ({ name, type: "integer", audience: "public" });
  const json = {
    title: "甲表",
    description: "",
    audience: "public",
    kind: "state",
    internalRows: "withheld",
    time: "年度",
    schema: {
      fields: [
        { name: "年度", type: "year", audience: "public" },
        { name: "项目", type: "string", audience: "public", constraints: { enum: ["甲", "乙", "合计"] } },
        ...["男", "女", "合计"].map(figure),
      ],
      primaryKey: ["年度", "项目"],
    },
    ...more,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  return readDatasets([{ path: "datasets/a.json", bytes }]);
}

function mistakes(rule: object): string[] {
  return read({ rules: [rule] }).findings.map(({ code, facts }) => {
    const { path, name } = facts as { path?: string; name?: string };
    return [code, path, name].filter(Boolean).join(" ");
  });
}

describe("readDatasets(files)", () => {
  it.each([
    ["parts in a row", { rule: "parts-of-total", total: "合计", parts: ["男", "女"] }],
    [
      "parts in several rows",
      { rule: "parts-of-total", total: "合计", parts: ["甲", "乙"], across: { by: "项目", column: "男" } },
    ],
    ["shares of a row", { rule: "share-sums", columns: ["男", "女"] }],
    ["a stock and its flows", { rule: "stock-and-flow", start: "男", plus: ["女"], end: "合计" }],
  ])("takes a rule on %s", (_, rule) => {
    expect(mistakes(rule)).toEqual([]);
  });

  it.each([
    [
      "a part that is no column",
      { rule: "parts-of-total", total: "合计", parts: ["男", "其他"] },
      ["CFG-03 rules.0.parts.1 其他"],
    ],
    [
      "a word that its column does not list",
      { rule: "parts-of-total", total: "总计", parts: ["甲", "乙"], across: { by: "项目", column: "男" } },
      ["CFG-03 rules.0.total 总计"],
    ],
    [
      "a flow that is no column",
      { rule: "stock-and-flow", start: "男", minus: ["转出"], end: "合计" },
      ["CFG-03 rules.0.minus.0 转出"],
    ],
    ["shares of nothing", { rule: "share-sums" }, ["CFG-01 rules.0"]],
    ["a rule nobody knows", { rule: "not-below", column: "男", limit: "女" }, ["CFG-01 rules.0.rule"]],
  ])("finds %s", (_, rule, expected) => {
    expect(mistakes(rule)).toEqual(expected);
    expect(read({ rules: [rule] }).datasets.size).toBe(0);
  });

  it.each(["README.md", "README.zh-CN.md"])("has the defaults that stand in %s", (readme) => {
    const text = readFileSync(join(import.meta.dirname, "../../..", readme), "utf8");
    const [, defaults = ""] = /```json\n(\{\s*"jump"[\s\S]*?)```/.exec(text) ?? [];
    expect(read({}).datasets.get("a")?.suspicions).toEqual(JSON.parse(defaults));
  });
});

import { describe, expect, it } from "vitest";
import { sealDataset, unsealDataset } from "../../../src/core/published/seal.ts";

const dataset = {
  title: "荣誉",
  schema: {
    fields: [
      { name: "名称", type: "string", audience: "public" },
      {
        name: "获得者",
        type: "string",
        audience: "internal",
        description: "个人的姓名",
        aliases: ["获奖人"],
        constraints: { enum: ["某甲"] },
        person: true,
      },
    ],
    primaryKey: ["名称"],
    foreignKeys: [{ field: "获得者", resource: "people", fields: ["姓名"] }],
  },
  rules: [{ rule: "not-above", column: "获得者", limit: "名称" }],
};

describe("sealDataset(dataset)", () => {
  it("leaves no word of an internal column", () => {
    const sealed = JSON.stringify(sealDataset(dataset));
    expect(sealed).toContain("名称");
    for (const word of ["获得者", "获奖人", "姓名的", "个人的姓名", "某甲"])
      expect(sealed).not.toContain(word);
  });
});

describe("unsealDataset(dataset, words)", () => {
  const sealed = sealDataset(dataset);
  const namesOf = (words: string[]) => {
    const { schema, rules } = unsealDataset(sealed, words) as unknown as typeof dataset;
    return {
      names: schema.fields.map(({ name }) => name),
      references: schema.foreignKeys.length,
      rules: rules.length,
    };
  };

  it("names a column again whose header is met, however it is spaced", () => {
    expect(namesOf(["名称", "获 得者"])).toEqual({ names: ["名称", "获得者"], references: 1, rules: 1 });
  });

  it("names a column by another of its headers", () => {
    expect(namesOf(["获奖人"]).names).toEqual(["名称", "获奖人"]);
  });

  it("has no part of a column that is not met", () => {
    expect(namesOf(["名称", "得者"])).toEqual({ names: ["名称"], references: 0, rules: 0 });
    expect(JSON.stringify(unsealDataset(sealed, []))).not.toContain("sealed:");
  });
});

import { describe, expect, it } from "vitest";
import { isCollective, totalWord } from "../../../src/core/cells/total.ts";

describe("totalWord(text, prefixed)", () => {
  it.each(["合计", "合 计", "小　计", "总计：", "共计（人）", "累计数", "其中:"])("knows %s", (text) => {
    expect(totalWord(text, false)).toMatch(/^(合计|小计|总计|共计|累计|其中)$/);
  });

  it("knows a sum of something named only where units and times stand", () => {
    expect(totalWord("机关合计", true)).toBe("合计");
    expect(totalWord("2024年小计", true)).toBe("小计");
    expect(totalWord("三公经费合计", false)).toBeNull();
  });

  it.each(["会计", "审计处", "统计处", "合计划处", "设计院", "计", "其中女", "小计算机中心", ""])(
    "takes %s for no sum",
    (text) => {
      expect(totalWord(text, true)).toBeNull();
    },
  );
});

describe("isCollective(text)", () => {
  it("tells several units together from one", () => {
    expect(
      ["其他", "其它单位", "各支部", "各处室", "所有单位", "直属单位"].filter(isCollective),
    ).toHaveLength(6);
    expect(["其他产品处", "各地联络处", "机关党委", "某省某局"].filter(isCollective)).toEqual([]);
  });
});

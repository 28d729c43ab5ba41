import { describe, expect, it } from "vitest";
import type { PublishedPoint } from "../../../src/core/site.ts";
import { togetherFinding } from "../../../src/core/words/together.ts";
import { figure, point } from "../../components/figure.ts";

/** A figure whose 2025 stands so far from 2012. */
const since = (title: string, base: number | null, more: Partial<PublishedPoint> = {}) =>
  figure([point(2012, { value: 10, base: 0 }), point(2025, { value: 5, base, ...more })], {
    title,
    unit: "次",
    changeUnit: "%",
  });

describe("togetherFinding(figures)", () => {
  it("says what all have in common, and which went furthest", () => {
    const three = [since("会议", -49.2), since("文件", -43), since("公务接待费", -74)];
    expect(togetherFinding(three)).toBe("三项都低于 2012 年，公务接待费降得最多");
    expect(togetherFinding([since("会议", 3), since("文件", 4)])).toBe("两项都高于 2012 年，文件升得最多");
  });
  it("names none as furthest where two show the same", () => {
    expect(togetherFinding([since("会议", -49.21), since("文件", -49.18)])).toBe("两项都低于 2012 年");
    const chained = since("文件", -49.4, { chained: true, value: null, state: "rate-only" }); // 约 49%
    expect(togetherFinding([since("会议", -49), chained])).toBe("两项都低于 2012 年");
  });
  it("names each side where they differ", () => {
    expect(togetherFinding([since("会议", -9), since("文件", 4), since("简报", 0.04)])).toBe(
      "会议低于 2012 年，文件高于 2012 年，简报与 2012 年基本持平",
    );
    expect(togetherFinding([since("会议", 0), since("文件", 0.01)])).toBe("两项都与 2012 年基本持平");
  });
  it("says nothing where one is unknown, provisional or of another year, nor of one alone", () => {
    expect(togetherFinding([since("会议", -9), since("文件", null)])).toBeNull();
    expect(togetherFinding([since("会议", -9), since("文件", -4, { state: "provisional" })])).toBeNull();
    expect(togetherFinding([since("会议", -9), since("文件", -4, { until: "2025-06-30" })])).toBeNull();
    expect(togetherFinding([since("会议", -9)])).toBeNull();
    expect(togetherFinding([])).toBeNull();
  });
});

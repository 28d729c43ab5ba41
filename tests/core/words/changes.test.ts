import { describe, expect, it } from "vitest";
import { changesFinding, describeChanges } from "../../../src/core/words/changes.ts";
import { headline } from "../../../src/core/words/headline.ts";
import { figure, point } from "../../components/figure.ts";

const money = { title: "公务接待费", unit: "万元", decimals: 2, changeUnit: "%", chart: "changes" } as const;

/** Years in a row from 2018 on with these changes on the year before; the first has none. */
function changed(changes: readonly (number | null)[], more: object = money) {
  const points = [null, ...changes].map((change, i) => point(2018 + i, { value: 10, change }));
  return figure(points, more);
}

describe("changesFinding(figure)", () => {
  it("counts falls and rises, most frequent first, and names years that are few", () => {
    expect(changesFinding(changed([-28.5, -10, 27.3, -14.7]))).toBe(
      "公务接待费 4 年里，3 年比上年减少，2021 年增长",
    );
    expect(changesFinding(changed([5, 3, -1, 4, -2, 6]))).toBe(
      "公务接待费 6 年里，4 年比上年增长，2021、2023 年减少",
    );
    expect(changesFinding(changed([5, -3, 4, -1, -2, 6, 7]))).toBe(
      "公务接待费 7 年里，4 年比上年增长，3 年减少",
    );
  });
  it("counts as standing what shows no change", () => {
    expect(changesFinding(changed([0.04, -3, -4]))).toBe(
      "公务接待费 3 年里，2 年比上年减少，2019 年基本持平",
    );
    expect(changesFinding(changed([0.04, -0.03]))).toBe("公务接待费 2 年都与上年基本持平");
  });
  it("tells that years are left out which cannot be compared", () => {
    expect(changesFinding(changed([-28.5, null, -10, 27.3]))).toBe(
      "公务接待费能与上年相比的 3 年里，2 年比上年减少，2022 年增长",
    );
  });
  it("says what all years have in common, and a single one as it is", () => {
    expect(changesFinding(changed([-28.5, -10]))).toBe("公务接待费 2 年都比上年减少");
    expect(changesFinding(changed([-28.5]))).toBe("2019 年公务接待费比上年减少 28.5%");
    expect(changesFinding(changed([null]))).toBe("公务接待费：各年都不能与上年相比");
  });
  it("speaks of shares in 百分点's words", () => {
    const share = { title: "占比", unit: "%", decimals: 1, changeUnit: "百分点", chart: "changes" };
    expect(changesFinding(changed([8, -2, 3], share))).toBe("占比 3 年里，2 年比上年提高，2020 年降低");
  });
  it("speaks for a chart of changes, and not where there are none", () => {
    expect(headline(changed([-28.5, -10]))).toBe("公务接待费 2 年都比上年减少");
    expect(headline(changed([null]))).toBe("2019 年公务接待费 10.00 万元");
  });
});

describe("describeChanges(figure)", () => {
  it("gives the largest fall and rise and the latest change", () => {
    expect(describeChanges(changed([-28.5, 27.3, -14.7]))).toBe(
      "公务接待费 3 年里，2 年比上年减少，2020 年增长；最大的变化是增长 27.3%（2020 年）和减少 28.5%（2019 年）；2021 年比上年减少 14.7%。",
    );
  });
  it("names no largest where two years share it", () => {
    expect(describeChanges(changed([-5, -5]))).toBe("公务接待费 2 年都比上年减少；2020 年比上年减少 5.0%。");
  });
});

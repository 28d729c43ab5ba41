import { describe, expect, it } from "vitest";
import { linesPerLabel, spread } from "../../src/charts/end-labels.ts";
import { niceScale, tickLabels } from "../../src/charts/scale.ts";
import { tidySvg } from "../../src/charts/svg.ts";
import { textWidth, wrapName, wrapText } from "../../src/charts/text.ts";

describe("niceScale(values, decimals)", () => {
  it("starts at zero and ends at a round number", () => {
    expect(niceScale([28.4, 89.8], 1)).toEqual({ min: 0, max: 100, step: 25 });
    expect(niceScale([-28.5, 27.3], 1)).toEqual({ min: -40, max: 40, step: 20 });
    expect(niceScale([0.3, 0.66], 2)).toEqual({ min: 0, max: 0.8, step: 0.2 });
  });

  it("takes no step that the values cannot take", () => {
    expect(niceScale([1, 1], 0)).toEqual({ min: 0, max: 1, step: 1 });
    expect(niceScale([9], 0)).toEqual({ min: 0, max: 10, step: 5 });
  });

  it("gives an axis to zeros and to nothing", () => {
    for (const values of [[0, 0], []]) expect(niceScale(values, 0).max).toBeGreaterThan(0);
  });
});

describe("tickLabels(scale, unit)", () => {
  it("writes the unit on the top label only", () => {
    expect(tickLabels({ min: 0, max: 100, step: 50 }, "%")).toEqual(["0", "50", "100%"]);
  });

  it("counts large numbers in 万 and 亿", () => {
    expect(tickLabels({ min: 0, max: 300000, step: 150000 }, "人")).toEqual(["0", "15", "30 万人"]);
    expect(tickLabels({ min: 0, max: 5e9, step: 2.5e9 }, "元")).toEqual(["0", "25", "50 亿元"]);
  });
});

describe("textWidth(text, size, bold)", () => {
  it("counts a Han character as one em", () => {
    expect(textWidth("未公开", 12)).toBe(36);
  });
});

describe("wrapText(text, width, size, bold)", () => {
  it("breaks where the line is full and loses nothing", () => {
    expect(wrapText("省级文明单位", 40, 10)).toEqual(["省级文明", "单位"]);
  });

  it("keeps a number whole, unless no line holds it", () => {
    expect(wrapText("会议 1234", 40, 10)).toEqual(["会议 ", "1234"]); // 20 + 3 + 4 × 5.8 px
    expect(wrapText("12345678", 40, 10)).toEqual(["123456", "78"]);
  });
});

describe("wrapName(name, tail, most, width, size, bold)", () => {
  it("cuts a name that is too long and keeps what follows it", () => {
    expect(wrapName("省级文明单位", " 6", 2, 40, 10)).toEqual(["省级文明", "单位 6"]);
    expect(wrapName("省级文明单位标兵", " 6", 2, 40, 10)).toEqual(["省级文明", "单位… 6"]); // 30 + 3 + 5.8 px
  });
});

describe("linesPerLabel(count, height)", () => {
  it("shares a sheet's height out evenly, in lines of 16 px", () => {
    expect(linesPerLabel(2, 248)).toBe(7); // (244 ÷ 2 − 4) ÷ 16 = 7.4
    expect(linesPerLabel(6, 248)).toBe(2); // 36.7 ÷ 16
    expect(linesPerLabel(20, 248)).toBe(1);
  });
});

describe("spread(wished, top, bottom)", () => {
  it("leaves labels that do not touch where they are", () => {
    expect(
      spread(
        [
          { y: 80, height: 20 },
          { y: 20, height: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([80, 20]);
  });

  it("pushes two that touch apart by half each", () => {
    expect(
      spread(
        [
          { y: 50, height: 20 },
          { y: 50, height: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([40, 60]);
  });

  it("keeps all of them on the sheet", () => {
    const places = spread(
      Array.from({ length: 5 }, () => ({ y: 98, height: 20 })),
      0,
      100,
    );
    expect(places.map(Math.round)).toEqual([10, 30, 50, 70, 90]);
  });
});

describe("tidySvg(svg, frame)", () => {
  const tidy = (body: string) =>
    tidySvg(`<svg>${body}</svg>`, { id: "c", width: 10, height: 10, title: "", desc: "" }).replace(
      /^.*<\/desc>|<\/svg>$/g,
      "",
    );

  it("turns styles into attributes and applies the translation", () => {
    expect(
      tidy(
        '<text dominant-baseline="central" style="font-size:20px;font-weight:700;" transform="translate(3 4)" y="2" fill="red">5</text>',
      ),
    ).toBe('<text y="13" fill="red" font-size="20" font-weight="700" x="3">5</text>');
  });

  it("rewrites paths in short relative steps and merges neighbours painted alike", () => {
    expect(tidy('<path d="M1 1L5.04 1L5.04 9" stroke="red"/><path d="M2 2l0 3Z" stroke="red"/>')).toBe(
      '<path d="M1 1h4v8M2 2v3z" stroke="red"/>',
    );
  });

  it("sets single characters one below the other as one word", () => {
    expect(tidy('<text x="5" y="0" fill="red">未</text><text x="5" y="14" fill="red">定</text>')).toBe(
      '<text x="5 5" y="4 18" fill="red">未定</text>',
    );
  });
});

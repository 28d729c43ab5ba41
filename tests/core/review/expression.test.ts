import { describe, expect, it } from "vitest";
import { evaluate, join, term, write } from "../../../src/core/review/expression.ts";
import { line } from "../../../src/core/review/line.ts";

const text = (pieces: ReturnType<typeof write>) =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece[0])).join("");

describe("write(expression)", () => {
  it("sets brackets only where the signs need them", () => {
    const sum = join("+", [term(30), term(15)]);
    expect(text(write(join("÷", [sum, term(60)])))).toBe("(30 + 15) ÷ 60");
    expect(text(write(join("×", [join("÷", [term(45), term(60)]), term(100)])))).toBe("45 ÷ 60 × 100");
    expect(text(write(join("÷", [term(100), join("×", [term(2), term(5)])])))).toBe("100 ÷ (2 × 5)");
    expect(text(write(join("−", [term(1), join("−", [term(3), term(2)])])))).toBe("1 − (3 − 2)");
  });

  it("writes a negative number with a true minus, in brackets behind a sign", () => {
    expect(text(write(join("−", [term(-1), term("-2.5")])))).toBe("−1 − (−2.5)");
  });

  it("keeps where a number comes from, and writes no exponent", () => {
    expect(write(join("+", [term("389", "#c1"), term(1e-7)]))).toEqual([["389", "#c1"], " + 0.0000001"]);
  });
});

describe("evaluate(expression)", () => {
  it("computes in decimals, from left to right", () => {
    expect(evaluate(join("+", [term(0.1), term(0.2)]))?.toString()).toBe("0.3");
    expect(evaluate(join("−", [term(10), term(4), term(3)]))?.toString()).toBe("3");
    expect(evaluate(join("÷", [term(100), term(5), term(4)]))?.toString()).toBe("5");
  });

  it("has nothing to give where something is divided by 0", () => {
    expect(evaluate(join("×", [join("÷", [term(1), term(0)]), term(100)]))).toBeNull();
  });
});

describe("line(name, words, formula, value, unit)", () => {
  const quotient = join("×", [join("÷", [term(389), term(433)]), term(100)]);

  it("agrees with a value that its formula gives to 1e-9", () => {
    expect(line("占比", "", quotient, 89.8383371824481, "%").agrees).toBe(true); // 38900 ÷ 433 = 89.838337182448…
    expect(line("占比", "", quotient, 89.84, "%").agrees).toBe(false);
    expect(line("占比", "", join("÷", [term(1), term(0)]), 0, "%").agrees).toBe(false);
  });
});

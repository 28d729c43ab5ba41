import type { Page } from "playwright-core";

/** A value as the page of its sources shows it. */
export interface ShownValue {
  readonly mark: string;
  readonly year: number;
  readonly lines: readonly { readonly name: string; readonly formula: string; readonly value: number }[];
  readonly cells: readonly string[]; // marks of the cells it names
}

/** A cell as that page shows it. */
export interface ShownCell {
  readonly mark: string;
  readonly file: string;
  readonly line: number;
  readonly address: string; // Excel's
  readonly text: string;
  readonly feeds: readonly string[]; // absolute addresses
}

/** Read a page of sources. */
export async function readSources(page: Page): Promise<{ values: ShownValue[]; cells: ShownCell[] }> {
  return page.evaluate(() => {
    const markOf = (a: Element) => (a.getAttribute("href") ?? "").split("#")[1] ?? "";
    const values = [...document.querySelectorAll(".value")].map((value) => ({
      mark: value.id,
      year: Number(value.querySelector(".is b")?.textContent),
      lines: [...value.querySelectorAll<HTMLElement>(".made")].map((made) => ({
        name: (made.textContent ?? "").split("：")[0] ?? "",
        formula: made.querySelector(".equals")?.textContent?.replace(/^ = /, "") ?? "",
        value: Number(made.dataset.value),
      })),
      cells: [...value.querySelectorAll(".used a")].map(markOf),
    }));
    const cells = [...document.querySelectorAll("table.cells tbody tr")].map((row) => {
      const [, line = "", address = ""] =
        /第 (\d+) 行(?: (\w+))?/.exec(row.querySelector("small")?.textContent ?? "") ?? [];
      return {
        mark: row.id,
        file: row.querySelector("th")?.firstChild?.textContent ?? "",
        line: Number(line),
        address,
        text: row.querySelector("q")?.textContent ?? "",
        feeds: [...row.querySelectorAll<HTMLAnchorElement>(".feeds a")].map((a) => a.href),
      };
    });
    return { values, cells };
  });
}

/** Compute a formula as a reader would: brackets first, then × and ÷, then + and −. */
export function compute(formula: string): number {
  const tokens = formula.replaceAll("−", "-").match(/\d+(?:\.\d+)?|[-+×÷()]/g) ?? [];
  if (tokens.join("") !== formula.replaceAll("−", "-").replaceAll(" ", "")) return Number.NaN; // something else stands there
  let at = 0;
  const factor = (): number => {
    const token = tokens[at++];
    if (token === "-") return -factor();
    if (token !== "(") return Number(token);
    const inner = sum();
    return tokens[at++] === ")" ? inner : Number.NaN;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === "×" || tokens[at] === "÷") {
      value = tokens[at++] === "×" ? value * factor() : value / factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-")
      value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const value = sum();
  return at === tokens.length ? value : Number.NaN;
}

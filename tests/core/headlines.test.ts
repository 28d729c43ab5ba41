import { describe, expect, it } from "vitest";
import { describe as describeFigure, headline, roundingNote } from "../../src/core/headline.ts";
import { generated, tell } from "./generated-figures.ts";

describe("two hundred generated figures", () => {
  it("are said as in the list that was read through", async () => {
    const lines = generated.map((one, i) => {
      const note = roundingNote(one.figure);
      const said = [`▶ ${headline(one.figure)}`, `◇ ${describeFigure(one.figure)}`];
      return `${i + 1}. ${tell(one, note ? [...said, `注 ${note}`] : said)}`;
    });
    await expect(`${lines.join("\n\n")}\n`).toMatchFileSnapshot("../fixtures/headlines.txt");
  });
});

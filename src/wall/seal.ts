import { element, type Ink } from "./ink.ts";

/** Side of the seal's square. */
const side = 100;
/** Its edge is cut by hand: no side quite straight, no corner quite square. */
const plate =
  "M3 1.2 34 .4 66 1.5 97.6.6 99.5 3.2 98.8 35 99.6 68 98.6 97.2 96 99.4 63 98.7 31 99.6 2.6 98.8.5 96 1.3 64 .4 32 1 3Z";
/** What a seal of a name too long for it says: compared and finished, as a proof-reader signs. */
const proved = "校讫";

/** Draw the seal once for the page: the bureau's name in columns from the right, up to nine characters; else 校讫. */
export function sealSymbol(bureau: string): Ink {
  const name = [...bureau.replace(/[^\p{Script=Han}]/gu, "")];
  const carved = name.length === 0 || name.length > 9 ? [...proved] : name;
  const columns = carved.length <= 2 ? 1 : carved.length <= 6 ? 2 : 3;
  const rows = Math.ceil(carved.length / columns);
  const [wide, high] = [80 / columns, 84 / rows];
  const size = Math.min(wide, high) * 0.9;
  const characters = carved.map((character, i) => {
    const [column, row] = [Math.floor(i / rows), i % rows];
    const x = 50 + ((columns - 1) / 2 - column) * wide;
    const y = 8 + (row + 0.5) * high + size * 0.37;
    return element("text", { x, y, "font-size": size }, character);
  });
  return element(
    "symbol",
    { id: "seal", viewBox: `0 0 ${side} ${side}` },
    element("path", { class: "carving", d: plate }),
    element("g", { class: "carved" }, ...characters),
  );
}

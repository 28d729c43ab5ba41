import encodeQR from "qr";
import { element, type Ink } from "./ink.ts";

/** A QR code as one SVG path: a module is one unit wide, and nothing is drawn around them. */
export interface Code {
  readonly size: number; // modules a side, without the quiet zone of 4 that must surround them
  readonly d: string;
}

/** Draw an address as a QR code that may lose 15 % of itself (level M of ISO/IEC 18004). */
export function qrPath(url: string): Code {
  const bordered = encodeQR(url, "raw", { ecc: "medium", border: 1 }); // none is not to be had
  const rows = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  return { size: rows.length, d: rows.map(runs).join("") };
}

/** Draw the dark runs of a row, each as a rectangle. */
function runs(row: readonly boolean[], y: number): string {
  const dark = row.map((module) => (module ? "1" : "0")).join("");
  return [...dark.matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join("");
}

/** The quiet zone around a code, in modules. */
const quiet = 4;

/** Draw an address as a symbol of the page, with its quiet zone. */
export function codeSymbol(id: string, url: string): Ink {
  const { size, d } = qrPath(url);
  const side = size + 2 * quiet;
  return element(
    "symbol",
    { id, viewBox: `${-quiet} ${-quiet} ${side} ${side}` },
    element("path", { class: "modules", d }),
  );
}

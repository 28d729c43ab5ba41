import brief from "../styles/brief.css?inline";
import check from "../styles/check.css?inline";
import sheet from "../styles/site.css?inline";
import topicSheet from "../styles/topic.css?inline";

const factor = 1.35;
const hairline = 4; // px; what is thinner stays as it is

/** What only large type needs: a drawing never shrinks below its size, and scrolls where a phone is narrower. */
const only = ".chart>div{overflow-x:auto}.s svg{min-width:328px}";

/** Make every length of a sheet larger, and every width of a screen that it asks for: the same pages, seen from nearer. */
export function enlarge(css: string): string {
  return css.replace(/(\d*\.?\d+)px/g, (length, number: string) =>
    Number(number) < hairline ? length : `${Number((Number(number) * factor).toFixed(2))}px`,
  );
}

/** The site's sheet for large type, with those that single pages add to it. */
export const largeSheet = enlarge(sheet + topicSheet + brief + check + only);

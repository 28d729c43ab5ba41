import site from "virtual:site";
import { enlarge, largeSheet } from "../layouts/large-type.ts";

/** Write the sheet that large-type.js puts in the place of the page's own. */
export function GET(): Response {
  return new Response(largeSheet + enlarge(site.desk?.sheet ?? ""));
}

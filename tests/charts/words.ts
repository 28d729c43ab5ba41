/** Read the words of a chart, in the order in which they are drawn. */
export function wordsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? "");
}

/**
 * Write the relative address that leads from one file of the site to another, so that it holds under any base path,
 * in any folder and from file://. Both are paths from the site's root without a leading slash; `to` may carry a #mark.
 */
export function link(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  const shared = here.findIndex((folder, i) => folder !== there[i] || i === there.length - 1);
  const common = shared === -1 ? here.length : shared;
  return [...here.slice(common).map(() => ".."), ...there.slice(common)].join("/");
}

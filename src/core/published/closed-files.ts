import { hiddenAs } from "../edition.ts";
import { indices, type Rows } from "../rows.ts";
import type { PublishedDataset, PublishedFigure, PublishedPoint, Site } from "../site.ts";

/** What a file is called of which nothing may be shown, where something has to stand for it. */
const unnamed = "未公开.csv";

/** List the files of which the public may see no row: not even their names are told. */
export function closedFiles(all: ReadonlyMap<string, Rows>, now: string): ReadonlySet<string> {
  const closed = new Set([...all.values()].flatMap(({ files }) => files));
  for (const rows of all.values()) {
    for (const row of indices(rows)) {
      const path = rows.files[rows.file[row] ?? 0] ?? "";
      if (closed.has(path) && !hiddenAs(rows, row, now)) closed.delete(path);
    }
  }
  return closed;
}

/** Take the names of closed files out of a site: out of the sources of its figures, and of what its rows come from. */
export function withoutFiles(site: Site, closed: ReadonlySet<string>): Site {
  if (closed.size === 0) return site;
  const isOpen = (source: string) => !closed.has(source.slice(0, source.lastIndexOf(":")));
  const point = <P extends PublishedPoint>(one: P): P => {
    const sources = one.sources.filter(isOpen);
    return { ...one, sources, sourceCount: one.sourceCount - (one.sources.length - sources.length) };
  };
  const figure = (one: PublishedFigure): PublishedFigure => ({
    ...one,
    series: one.series.map((series) => ({ ...series, points: series.points.map(point) })),
  });
  const dataset = (one: PublishedDataset): PublishedDataset => {
    const used = new Set(one.origins);
    const kept = [...one.files.keys()].filter((file) => used.has(file) || !closed.has(one.files[file] ?? ""));
    const name = (file: number) => {
      const path = one.files[file] ?? "";
      return closed.has(path) ? `${one.id}/${kept.indexOf(file)}-${unnamed}` : path;
    };
    return { ...one, files: kept.map(name), origins: one.origins.map((file) => kept.indexOf(file)) };
  };
  return {
    ...site,
    figures: site.figures.map(figure),
    datasets: site.datasets.map(dataset),
    units: site.units.map((unit) => ({
      ...unit,
      figures: unit.figures.map((one) => ({ ...one, points: one.points.map(point) })),
    })),
  };
}

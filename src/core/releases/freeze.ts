import { methodOf } from "../published/publish.ts";
import type { PublishedFigure, PublishedPoint, Site } from "../site.ts";
import type { Release, ReleasedFigure, ReleasedPoint } from "./release.ts";

/** Freeze the figures of a public site: all that a citation needs, in the site's order. `build` names the site. */
export function freeze(site: Site, date: string, build: string): Release {
  return {
    date,
    asOf: site.asOf,
    build,
    bureau: site.settings.bureau,
    sample: site.settings.sample,
    withdrawn: [],
    indicators: site.figures.filter(({ present }) => present).map(freezeFigure),
  };
}

function freezeFigure(figure: PublishedFigure): ReleasedFigure {
  const { id, title, unit, changeUnit, decimals, scope, baseYear, by, byScope } = figure;
  return {
    id,
    title,
    unit,
    changeUnit,
    decimals,
    method: methodOf(figure),
    scope,
    baseYear,
    split: by !== null && !byScope,
    series: figure.series.map(({ key, title, points }) => ({ key, title, points: points.map(freezePoint) })),
  };
}

function freezePoint(point: PublishedPoint): ReleasedPoint {
  const { year, value, state, scope, parts, change, base, chained, partial, until, terms } = point;
  return {
    year,
    value,
    state,
    scope,
    parts,
    change,
    base,
    chained,
    break: point.break,
    partial,
    until,
    terms,
    withdrawn: null,
  };
}

import type { Title } from "../core/figure.ts";
import { mainSeries } from "../core/figures/latest.ts";
import { dayNumber, lastDay, nextDay, yearOf } from "../core/figures/period.ts";
import { stretchesOf } from "../core/figures/stretches.ts";
import { rankTitles } from "../core/figures/telling-titles.ts";
import type { PublishedFigure, PublishedSeries, Site } from "../core/site.ts";

/** A stretch of validity on the ribbon, in years as 2014.5. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly term: string; // 届次
  readonly kept: number | null; // years in a row at the last year-end in it
  readonly former: boolean; // of the title's predecessor
  readonly notches: readonly number[]; // 复查合格
  readonly cards: readonly (readonly [from: number, to: number])[]; // 黄牌 until 恢复
}

/** A title on the ribbon. */
export interface Held {
  readonly name: string;
  readonly unit: string; // "" for the whole bureau's
  readonly bands: readonly Band[];
  readonly sum: string; // 3 届 9 年
  readonly end: string; // how it ended: 撤销, 终止, 到期未续; "" while it stands
}

/** What the ribbon tells: the title kept longest, the lesser one before it, and others. */
export interface Tenure {
  readonly from: number; // where the first band begins
  readonly to: number; // the end of the as-of day
  readonly main: Held;
  readonly years: number; // of the main title, as the headline says them
  readonly before: Held | null;
  readonly others: readonly Held[]; // the most telling first
  readonly until: string | null; // the day to which the main title is valid after the as-of day; "" without a limit; null: not
}

/** Find what the ribbon tells of streaks; null where no title stands. */
export function tenureOf(figure: PublishedFigure, site: Pick<Site, "titles" | "asOf">): Tenure | null {
  const series = mainSeries(figure);
  const title = site.titles.find(({ key }) => key === series?.key);
  const years = series?.points.at(-1)?.value ?? 0;
  if (!series || !title || years === 0) return null;
  const seriesOf = ({ key }: Title) => figure.series.find((one) => one.key === key);
  const held = (one: Title) => heldOf(one, seriesOf(one), site.asOf);
  const main = held(title);
  const lesser = lesserBefore(title, site.titles, main);
  const before = lesser ? held(lesser) : null;
  const others = rankTitles(site.titles).filter((one) => one !== title && one !== lesser);
  const first = (before ?? main).bands[0]?.from ?? 0;
  const last = stretchesOf(title, site.asOf).at(-1);
  return {
    from: first,
    to: instant(nextDay(site.asOf)),
    main,
    years,
    before,
    others: others.map(held).filter(({ bands }) => bands.length > 0),
    until: last?.open && last.naming.to !== site.asOf ? (last.naming.to ?? "") : null,
  };
}

/** Find the title that the same unit held until the main one came, and whose name the main one's goes on from. */
function lesserBefore(title: Title, titles: readonly Title[], main: Held): Title | undefined {
  const start = main.bands[0]?.from ?? 0;
  return titles.find((one) => {
    const ends = one.namings.map(({ to }) => (to === null ? Number.POSITIVE_INFINITY : instant(nextDay(to))));
    const end = Math.max(...ends);
    const goesOn = title.name !== one.name && title.name.startsWith(one.name) && title.unit === one.unit;
    return goesOn && end <= start + 0.01 && start - end <= 1;
  });
}

function heldOf(title: Title, series: PublishedSeries | undefined, asOf: string): Held {
  const stretches = stretchesOf(title, asOf);
  const bands = stretches.map(({ naming, from, end, former }): Band => {
    const within = (date: string) => from <= date && date < end;
    const points =
      series?.points.filter(({ year, until }) => within(until === null ? lastDay(year) : asOf)) ?? [];
    const own = title.events.filter(({ date }) => within(date));
    const back = (date: string) =>
      own.find((event) => event.event === "恢复" && event.date >= date)?.date ?? end;
    return {
      from: instant(from),
      to: instant(end),
      term: naming.term,
      kept: points.at(-1)?.value || null,
      former,
      notches: own.filter(({ event }) => event === "复查合格").map(({ date }) => instant(date)),
      cards: own
        .filter(({ event }) => event === "黄牌")
        .map(({ date }) => [instant(date), instant(back(date))] as const),
    };
  });
  const { held, terms, years, namings } = title;
  const ended = namings.at(-1)?.ended?.event;
  const count = years > 0 ? `${years} 年` : "不满 1 年";
  return {
    name: title.name,
    unit: title.key === title.name ? "" : title.unit,
    bands,
    sum: held ? (terms > 1 ? `${terms} 届 ${count}` : count) : `曾 ${namings.length} 届`,
    end: held ? "" : ended === undefined || ended === "到期" ? "到期未续" : ended,
  };
}

/** Give a day as a moment in years: 1 July 2014 is 2014.5, about. */
export function instant(day: string): number {
  const year = yearOf(day);
  const start = dayNumber(`${year}-01-01`);
  return year + (dayNumber(day) - start) / (dayNumber(`${year + 1}-01-01`) - start);
}

import type { Title } from "../core/figure.ts";
import { rankTitles } from "../core/figures/telling-titles.ts";
import type { Site } from "../core/site.ts";
import { readCount } from "../core/words/claim.ts";
import { drawScrolls } from "./drawings/scrolls.ts";
import { framed, type Subject, stage } from "./frame.ts";
import { makeScene, type Scene, type Surroundings } from "./scene.ts";

/** Something that happened in the year, to be hung under its month. */
export interface Event {
  readonly month: number; // 1 to 12; 13: only the year is known
  readonly date: string;
  readonly text: string;
  readonly unit: string; // whose it is; "" for the whole bureau's
}

/** A year and what happened in it, the most important first. */
export interface YearOfEvents {
  readonly year: number;
  readonly events: readonly Event[];
  /** The theme that a year was given: 基层基础建设年. */
  readonly theme: { readonly year: number; readonly text: string } | null;
}

/** Make the scene of a year's events; null where there are none. */
export function eventsScene({ site, marks, names, codeOf }: Surroundings): Scene | null {
  const found = eventsOf(site);
  if (!found) return null;
  const { year, events, theme } = found;
  const subject: Subject = {
    topic: "年度大事",
    measures: [spanOf(year, site.asOf), `${year} 年`],
    headline: headlineOf(found),
    names: [...names, ...(theme ? [theme.text] : []), ...events.map(({ text }) => text)],
    says: [`数据截至 ${site.asOf}`, ["来源：大事记、荣誉"]],
    marks,
    code: codeOf("index.html"),
  };
  return makeScene({
    id: "timeline",
    title: "年度大事",
    kind: "figures",
    headline: subject.headline,
    when: null,
    page: "index.html",
    draw: (format) => {
      const set = stage(format, subject, format.layout === "strip" ? "panel" : "top");
      return framed(format, subject, set, drawScrolls(found, set.areas, format));
    },
  });
}

/** Say what the year had: 七件大事写进 2025 年，2026 年是基层基础提升年. */
function headlineOf({ year, events, theme }: YearOfEvents): string {
  const [only] = events;
  const count = events.length < 100 ? readCount(events.length) : ` ${events.length} `;
  const said =
    only && events.length === 1 ? `${year} 年：${only.unit}${only.text}` : `${count}件大事写进 ${year} 年`;
  if (!theme) return said;
  const named = theme.year === year ? "这一年" : `${theme.year} 年`;
  return events.length === 0 ? `${theme.year} 年是${theme.text}` : `${said}，${named}是${theme.text}`;
}

function spanOf(year: number, asOf: string): string {
  const last = asOf.startsWith(String(year)) ? Number(asOf.slice(5, 7)) : 12;
  return `${year} 年 1 ${last === 1 ? "" : `至 ${last} `}月`;
}

/** Gather the events of the as-of day's year; where there are none, of the last year that has some. */
export function eventsOf({
  timeline,
  titles,
  asOf,
}: Pick<Site, "timeline" | "titles" | "asOf">): YearOfEvents | null {
  const current = Number(asOf.slice(0, 4));
  const years = timeline.map(({ date }) => Number(date.slice(0, 4))).filter((year) => year <= current);
  for (const year of [...new Set([current, ...years.toSorted((a, b) => b - a)])]) {
    const theme = themeOf(timeline, year + 1) ?? themeOf(timeline, year);
    const own = timeline.filter(({ date, title }) => date.startsWith(String(year)) && title !== theme?.text);
    const happened = own.map(({ date, title }) => eventOf(date, title, ""));
    const events = [...happened, ...honoursIn(titles, year, asOf)];
    if (events.length > 0 || theme?.year === year) return { year, events, theme };
  }
  return null;
}

/** Find the theme a year was given: an entry of its timeline that is named as a year. */
function themeOf(timeline: Site["timeline"], year: number): YearOfEvents["theme"] {
  const named = timeline.find(
    ({ date, title }) => date.startsWith(String(year)) && /^\p{Script=Han}{3,12}(?<!周)年$/u.test(title),
  );
  return named ? { year, text: named.title } : null;
}

function eventOf(date: string, text: string, unit: string): Event {
  return { month: date.length === 4 ? 13 : Number(date.slice(5, 7)), date, text, unit };
}

/** What an event of a title is called where a title's name comes before it. */
const changes: Readonly<Record<string, string>> = {
  复查合格: "复查合格",
  黄牌: "被出示黄牌",
  恢复: "恢复",
  撤销: "被撤销",
  终止: "终止",
};

/** So many of the highest levels make a title of one of its units an event of the whole bureau. */
const high = 2;

/** List the titles that were given in a year, the bureau's own and the highest of its units', and what became of its own; its own first, then by level. */
function honoursIn(titles: readonly Title[], year: number, asOf: string): Event[] {
  const ranked = rankTitles(titles).toSorted((a, b) => titles.indexOf(a) - titles.indexOf(b));
  const isOwn = (title: Title) => title.key === title.name;
  const within = (date: string) => date.startsWith(String(year)) && date <= asOf;
  const given = (title: Title) =>
    title.namings
      .filter(({ awarded }) => within(awarded))
      .map(({ awarded }) => eventOf(awarded, `获${title.name}`, isOwn(title) ? "" : title.unit));
  const changed = (title: Title) =>
    title.events.flatMap(({ date, event }) => {
      const said = changes[event];
      return within(date) && said !== undefined ? [eventOf(date, title.name + said, "")] : [];
    });
  const own = ranked.filter(isOwn);
  const levels = [...new Set(titles.map(({ level }) => level))].slice(0, high);
  const others = ranked.filter((title) => !isOwn(title) && levels.includes(title.level));
  return [...own.flatMap(given), ...own.flatMap(changed), ...others.flatMap(given)];
}

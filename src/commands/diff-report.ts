import { changeKinds, type FigureChange } from "../core/changes/figure-changes.ts";
import type { Edition } from "../core/edition.ts";
import { visible } from "../core/visible.ts";
import { changeHeadings, sayChange } from "../core/words/figure-change.ts";
import type { PageChange } from "./page-changes.ts";

/** Everything in which two versions of a folder differ. */
export interface Difference {
  readonly base: string; // as given
  readonly edition: Edition;
  readonly asOf: { readonly before: string; readonly after: string };
  readonly figures: readonly FigureChange[]; // the biggest consequence first
  readonly pages: readonly PageChange[]; // downloads too, by path
}

const pageKinds = { changed: "有变化", new: "新页", gone: "没有了" } as const;

/** GitHub takes 65 536 characters a comment. */
const mostRows = 200;

/** Write a difference for someone at a terminal: every figure, then every page. */
export function diffText(difference: Difference): string {
  const { figures, pages } = difference;
  const blocks = changeKinds.flatMap((kind) => {
    const own = figures.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const lines = own.map((change) => {
      const { whose, year, before, after, size } = sayChange(change);
      return `  ${whose} ${year} 年：${before} → ${after}${size === "" ? "" : `（${size}）`}`;
    });
    return [[`${changeHeadings[kind]}（${own.length}）`, ...lines].map(visible).join("\n")];
  });
  const listed = pages.map(({ path, title, kind }) => {
    const name = title === "" ? "" : `　${title}`;
    return visible(`  ${path}${name}${kind === "changed" ? "" : `（${pageKinds[kind]}）`}`);
  });
  const shown = listed.length > 0 ? [[`有变化的页面和下载（${listed.length}）`, ...listed].join("\n")] : [];
  return [summary(difference), ...blocks, ...shown].join("\n\n");
}

function summary({ base, asOf, figures, pages, edition }: Difference): string {
  const name = edition === "public" ? "公开版" : "内部版";
  const found =
    figures.length + pages.length === 0
      ? "没有任何变化"
      : `${figures.length} 个数、${pages.length} 个页面和下载有变化`;
  const moved = asOf.before === asOf.after ? "" : `数据截至 ${asOf.before} → ${asOf.after}（每一页都写着）。`;
  return visible(`${name}与 ${base} 相比：${found}。${moved}`);
}

/** Write a difference as Markdown, for a comment on a pull request; what is too much is counted. */
export function diffMarkdown(difference: Difference): string {
  const { figures, pages } = difference;
  const blocks = changeKinds.flatMap((kind) => {
    const own = figures.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const rows = own.slice(0, mostRows).map((change) => {
      const { whose, year, before, after, size } = sayChange(change);
      return `| ${[whose, String(year), before, after, size].map(plain).join(" | ")} |`;
    });
    const rest = own.length > mostRows ? [`\n另有 ${own.length - mostRows} 个。`] : [];
    const head = ["| 指标 | 年度 | 原来 | 现在 | 变化 |", "| --- | --- | --- | --- | --- |"];
    return [`#### ${changeHeadings[kind]}（${own.length}）\n\n${[...head, ...rows, ...rest].join("\n")}`];
  });
  const listed = pages.slice(0, mostRows).map(({ path, title, kind }) => {
    const name = title === "" ? "" : `　${plain(title)}`;
    return `- ${plain(path)}${name}${kind === "changed" ? "" : `（${pageKinds[kind]}）`}`;
  });
  const rest = pages.length > mostRows ? [`- 另有 ${pages.length - mostRows} 个`] : [];
  const shown =
    listed.length > 0
      ? [`#### 有变化的页面和下载（${pages.length}）\n\n${[...listed, ...rest].join("\n")}`]
      : [];
  return ["### 这次改动会改变哪些数", plain(summary(difference)), ...blocks, ...shown].join("\n\n");
}

/** Write a difference as one JSON object. */
export function diffJson({ figures, ...difference }: Difference): string {
  const listed = figures.map(({ figure, series, unit, kind, year, before, after, ...size }) => ({
    kind,
    indicator: figure.id,
    title: figure.title,
    unit: figure.unit,
    of: unit?.code ?? null, // a unit's code; null: the bureau's own
    series: series.key,
    year,
    before: before && { value: before.value, state: before.state },
    after: after && { value: after.value, state: after.state },
    ...size,
  }));
  return JSON.stringify({ ...difference, figures: listed }, null, 2);
}

/** Keep a text from acting as Markdown or HTML. */
function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]()<>#+!|~&$@-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

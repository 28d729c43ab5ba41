import { button, element } from "./element.ts";
import type { CheckReport, FigureChange } from "./report.ts";

/** What the script of the charts offers once it is loaded. */
export interface Charts {
  draw(id: string, side: NonNullable<FigureChange["before"]>): Element;
}

/** Show what the charts would tell otherwise: sentences and numbers at once, drawings when asked for. */
export function changesView(report: CheckReport, loadCharts: () => Promise<Charts>): HTMLElement {
  const { figures, otherFigures, withoutFigures, assumed } = report;
  const view = element("section", { class: "part changes", "aria-labelledby": "changes" });
  view.append(element("h2", { id: "changes" }, "图表会怎么变"));
  const say = (text: string) => view.append(element("p", { class: "sub" }, text));
  if (withoutFigures !== "") say(withoutFigures);
  else if (figures.length === 0) say("和本站现在公布的数比，用这张表的指标没有变化。");
  else {
    say(
      `和本站现在公布的数比，${figures.length} 项指标会变。${otherFigures > 0 ? `另有 ${otherFigures} 项不用这张表，只是跟着多出一年，没有列出。` : ""}${assumed ? "这是假定上面要签认的数都属实、都已签认。" : ""}`,
    );
    const slots = figures.map((figure) => ({ figure, slot: element("div", { class: "before-after" }) }));
    const draw = button("画出前后的图表", {}, () => {
      draw.disabled = true;
      loadCharts().then(
        (charts) => {
          draw.remove();
          for (const [i, { figure, slot }] of slots.entries()) fill(slot, figure, `p${i}`, charts);
        },
        () => {
          draw.disabled = false;
          draw.textContent = "画图的文件 charts.js 没有打开，再试一次";
        },
      );
    });
    view.append(element("p", { class: "turn" }, draw));
    for (const { figure, slot } of slots) view.append(describe(figure, slot));
  }
  return view;
}

function describe({ title, before, after, changes }: FigureChange, slot: HTMLElement): HTMLElement {
  const hasSeries = changes.some(({ series }) => series !== "");
  const head = [...(hasSeries ? ["分项"] : []), "年度", "原值", "新值"];
  const rows = changes.map(({ series, year, before: was, after: is }) =>
    element(
      "tr",
      {},
      ...(hasSeries ? [element("td", {}, series)] : []),
      element("th", { scope: "row" }, String(year)),
      element("td", {}, was),
      element("td", {}, is),
    ),
  );
  const table = element(
    "table",
    { class: "words" },
    element("thead", {}, element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, ...rows),
  );
  const sentence = (name: string, side: FigureChange["before"]) =>
    element("p", {}, element("b", {}, name), side?.sentence ?? "没有这一项");
  return element(
    "div",
    { class: "entry" },
    element("h3", {}, title),
    sentence("原来：", before),
    sentence("改后：", after),
    element("div", { class: "box", tabindex: "0", role: "region", "aria-label": `${title}会变的数` }, table),
    slot,
  );
}

function fill(slot: HTMLElement, { before, after }: FigureChange, id: string, charts: Charts): void {
  const sides = [
    ["原来", before, `${id}b`],
    ["改后", after, `${id}a`],
  ] as const;
  for (const [name, side, own] of sides) {
    if (side) slot.append(element("figure", {}, element("figcaption", {}, name), charts.draw(own, side)));
  }
}

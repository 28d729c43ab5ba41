import type { Severity } from "../core/finding.ts";
import { severityNames } from "../core/words/finding-line.ts";
import { correctionView } from "./correction-view.ts";
import { button, element, refill } from "./element.ts";
import { Grid, type Mark } from "./grid.ts";
import type { Correction, FileReport, Told, ToldGroup } from "./report.ts";
import type { Sheet } from "./sheet.ts";

const told = 3; // places of a group that are shown at once
const more = 50;
const mostListed = 200; // places that a printed report lists

/** What a file's view may ask of the page. */
export interface FileActions {
  sheet(path: string): Promise<Sheet>;
  correction(path: string): Promise<Correction>;
  choose(dropped: string, dataset: string): void;
}

/** One file: its findings on one side, its cells on the other, each leading to the other. */
export class FileView {
  readonly element: HTMLElement;
  readonly #report: FileReport;
  readonly #actions: FileActions;
  readonly #side = element("div", { class: "side" });
  readonly #places = new Map<Told, () => HTMLElement | null>(); // makes sure that a place is listed, and gives its button
  #grid: Grid | null = null;

  constructor(
    report: FileReport,
    id: string,
    datasets: readonly (readonly [id: string, title: string])[],
    actions: FileActions,
  ) {
    this.#report = report;
    this.#actions = actions;
    const list = element("div", { class: "list" }, ...report.groups.map((group) => this.#group(group)));
    if (report.groups.length === 0) list.append(element("p", {}, "没有发现问题。"));
    const heading = element("h3", { id }, report.path === "" ? "文件" : report.path);
    if (report.title !== "") heading.append(element("small", {}, report.title));
    this.element = element(
      "section",
      { class: "file", "aria-labelledby": id },
      heading,
      this.#choice(id, datasets),
      element("div", { class: "pair" }, list, this.#side),
    );
    if (report.isTable) this.#side.append(button("看这张表", {}, () => void this.open()));
  }

  /** Load and draw the file's cells, unless that is done. */
  async open(): Promise<void> {
    if (this.#grid || !this.#report.isTable) return;
    const sheet = await this.#actions.sheet(this.#report.path);
    if (this.#grid) return;
    this.#grid = new Grid(this.#report.path, sheet, this.#marks());
    refill(this.#side, this.#grid.element);
    const correction = await this.#actions.correction(this.#report.path);
    const offer = correctionView(this.#report.path, correction);
    if (offer) this.#side.append(offer);
  }

  #marks(): Mark[] {
    return this.#report.groups.flatMap(({ severity, places }) =>
      places.flatMap((place) => {
        if (place.row === null) return [];
        const show = () => this.#places.get(place)?.()?.focus();
        return { row: place.row, column: place.column, severity, message: place.message, show };
      }),
    );
  }

  #group({ severity, code, column, hints, places }: ToldGroup): HTMLElement {
    const count = places.length > 1 ? `共 ${places.length} 处` : "";
    const list = element("ul", {});
    const rest = element("p", { class: "turn" });
    const items: HTMLElement[] = [];
    const show = (upTo: number) => {
      for (const place of places.slice(items.length, upTo)) {
        const item = this.#place(place);
        items.push(item);
        list.append(item);
      }
      const left = places.length - items.length;
      const next = button(`再列 ${Math.min(more, left)} 处（还有 ${left} 处）`, {}, () =>
        show(items.length + more),
      );
      refill(rest, ...(left > 0 ? [next] : []));
    };
    show(told);
    places.forEach((place, i) => {
      this.#places.set(place, () => {
        if (i >= items.length) show(i + 1);
        return items[i]?.querySelector("button") ?? null;
      });
    });
    return element(
      "div",
      { class: `found ${severity}` },
      element(
        "p",
        { class: "what" },
        element("b", {}, severityNames[severity]),
        ` ${code}${column === null ? "" : ` · ${column}`}${count === "" ? "" : ` · ${count}`}`,
      ),
      list,
      rest,
      listed(places),
      ...hints
        .slice(0, told)
        .map((hint) => element("p", { class: "hint" }, element("b", {}, "怎么改："), hint)),
    );
  }

  /** Tell one place; where it lies in the grid, its address leads there. */
  #place(place: Told): HTMLElement {
    const { row, cell, where, message } = place;
    const address = cell ?? (row === null ? "" : `第 ${row} 行`);
    const also = where.replace(/^[^（]*/, "");
    if (address === "" || !this.#report.isTable) {
      return element("li", {}, `${where === "" ? "" : `${where}：`}${message}`);
    }
    const go = button(
      address,
      { class: "go", "aria-label": `${address}，在表格里看` },
      () => void this.#go(place),
    );
    return element("li", {}, go, `${also} ${message}`);
  }

  async #go({ row, column }: Told): Promise<void> {
    await this.open();
    if (row !== null) this.#grid?.focus(row, column);
  }

  /** Let the clerk say what kind of table a single file is. */
  #choice(id: string, datasets: readonly (readonly [id: string, title: string])[]): HTMLElement | null {
    const { loose, isWorkbook } = this.#report;
    if (!loose || isWorkbook) return null;
    const options = datasets.map(([value, title]) =>
      element("option", { value, selected: value === loose.dataset }, `${title}（${value}）`),
    );
    const none = element("option", { value: "", selected: loose.dataset === null }, "请选择");
    const select = element(
      "select",
      { id: `${id}-kind` },
      ...(loose.dataset === null ? [none] : []),
      ...options,
    );
    select.addEventListener("change", () => this.#actions.choose(loose.dropped, select.value));
    const label = loose.dataset === null ? "从表头看不出这是哪一种表，请选：" : "从表头看，这是：";
    return element("p", { class: "kind" }, element("label", { for: `${id}-kind` }, label), select);
  }
}

/** Name all places of a group on paper, where no button can be pressed. */
function listed(places: readonly Told[]): HTMLElement | null {
  if (places.length <= told) return null;
  const names = places.slice(0, mostListed).map(({ cell, row }) => cell ?? `第 ${row ?? 1} 行`);
  return element(
    "p",
    { class: "paper" },
    `全部位置：${names.join("、")}${places.length > mostListed ? " 等" : ""}。`,
  );
}

/** Tell how grave the worst in a file is; null where nothing was found. */
export function worstOf({ groups }: FileReport): Severity | null {
  return (
    (["error", "warning", "note"] as const).find((level) =>
      groups.some(({ severity }) => severity === level),
    ) ?? null
  );
}

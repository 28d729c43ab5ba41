import type { Severity } from "../core/finding.ts";
import { severityNames } from "../core/words/finding-line.ts";
import { button, element, refill } from "./element.ts";
import type { Sheet } from "./sheet.ts";

/** A place in the grid that a finding is about; without a column it is the whole row. */
export interface Mark {
  readonly row: number;
  readonly column: number | null; // from 0
  readonly severity: Severity;
  readonly message: string;
  readonly show: () => void; // shows the finding
}

const pageRows = 100;
const around = 2; // rows shown above and below a marked one
const mostText = 200;

/** A file's cells with its marks; only a window of rows is ever on the page. */
export class Grid {
  readonly element = element("div", { class: "grid" });
  readonly #sheet: Sheet;
  readonly #marks = new Map<number, Mark[]>(); // by row
  readonly #name: string;
  #whole: boolean;
  #page = 0;

  constructor(name: string, sheet: Sheet, marks: readonly Mark[]) {
    this.#name = name;
    this.#sheet = sheet;
    for (const mark of marks) {
      const of = this.#marks.get(mark.row);
      if (of) of.push(mark);
      else this.#marks.set(mark.row, [mark]);
    }
    this.#whole = this.#rows(false).length === 0;
    this.#draw();
  }

  /** Show a cell, or a row where it has none marked, and put the focus on it. */
  focus(row: number, column: number | null): void {
    const selector = `[data-at="${row}:${column ?? ""}"]`;
    if (!this.element.querySelector(selector)) {
      const at = this.#rows(this.#whole).indexOf(row);
      if (at >= 0) this.#page = Math.floor(at / pageRows);
      this.#draw();
    }
    const found = this.element.querySelector<HTMLElement>(selector);
    found?.focus();
    found?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** List the rows below the first that are shown: all, or those with marks and what stands around them. */
  #rows(whole: boolean): number[] {
    const last = this.#sheet.rows.length;
    if (whole) return Array.from({ length: Math.max(0, last - 1) }, (_, i) => i + 2);
    const rows = new Set<number>();
    for (const row of this.#marks.keys()) {
      for (let near = Math.max(2, row - around); near <= Math.min(last, row + around); near++) rows.add(near);
    }
    return Array.from(rows).sort((a, b) => a - b);
  }

  #draw(): void {
    const rows = this.#rows(this.#whole);
    const shown = rows.slice(this.#page * pageRows, (this.#page + 1) * pageRows);
    const width = this.#sheet.letters.length;
    const caption = `${this.#name}：共 ${this.#sheet.rows.length} 行，这里是${this.#whole ? "" : "有问题的行和前后各两行，"}第 ${shown[0] ?? 1}—${shown[shown.length - 1] ?? 1} 行`;
    const body = element("tbody", {});
    let before = 1;
    for (const row of shown) {
      if (row > before + 1) body.append(gap(before + 1, row - 1, width));
      body.append(this.#line(row, width));
      before = row;
    }
    const head = element("thead", {}, this.#line(1, width));
    const table = element("table", {}, element("caption", {}, caption), head, body);
    const box = element(
      "div",
      { class: "box", tabindex: "0", role: "region", "aria-label": `${this.#name}的内容` },
      table,
    );
    refill(this.element, box, this.#controls(rows.length));
  }

  #line(row: number, width: number): HTMLTableRowElement {
    const cells = this.#sheet.rows[row - 1] ?? [];
    const marks = this.#marks.get(row) ?? [];
    const isHead = row === 1;
    const first = this.#cell(String(row), row, null, marks, element("th", { scope: isHead ? "col" : "row" }));
    const rest = Array.from({ length: width }, (_, column) => {
      const box = isHead ? element("th", { scope: "col" }) : element("td", {});
      if (isHead) box.append(element("small", {}, this.#sheet.letters[column] ?? ""));
      return this.#cell(cells[column] ?? "", row, column, marks, box);
    });
    return element("tr", {}, first, ...rest);
  }

  /** Fill a cell; a marked one is a button that leads to its finding. */
  #cell<Box extends HTMLElement>(
    text: string,
    row: number,
    column: number | null,
    marks: readonly Mark[],
    box: Box,
  ): Box {
    const short = text.length > mostText ? `${text.slice(0, mostText)}……` : text;
    const own = marks.filter((mark) => mark.column === column);
    const worst = (["error", "warning", "note"] as const).flatMap((level) =>
      own.filter((mark) => mark.severity === level),
    )[0];
    if (!worst) {
      box.append(short);
      return box;
    }
    const made = button(
      short.trim() === "" ? "（空）" : short,
      { class: `mark ${worst.severity}`, "data-at": `${row}:${column ?? ""}` },
      worst.show,
    );
    made.append(element("span", { class: "sr" }, `，${severityNames[worst.severity]}：${worst.message}`));
    box.append(made);
    return box;
  }

  #controls(total: number): HTMLElement {
    const turn = (by: number) => () => {
      this.#page += by;
      this.#draw();
    };
    const last = Math.ceil(total / pageRows) - 1;
    const controls = element("p", { class: "turn" });
    if (this.#page > 0) controls.append(button("上一段", {}, turn(-1)));
    if (this.#page < last) controls.append(button("下一段", {}, turn(1)));
    if (this.#rows(false).length > 0) {
      const text = this.#whole ? "只看有问题的行" : "看全部的行";
      controls.append(
        button(text, {}, () => {
          this.#whole = !this.#whole;
          this.#page = 0;
          this.#draw();
        }),
      );
    }
    return controls;
  }
}

function gap(from: number, to: number, width: number): HTMLTableRowElement {
  const text = from === to ? `第 ${from} 行没有问题` : `第 ${from}—${to} 行没有问题`;
  return element("tr", { class: "skip" }, element("td", { colspan: String(width + 1) }, text));
}

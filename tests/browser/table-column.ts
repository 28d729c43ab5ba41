import type { Page } from "playwright-core";

/** A column of a page's table: its texts by year, and the card it stands in. */
export interface TableColumn {
  readonly card: string; // its id
  readonly title: string; // without the unit
  readonly cells: Readonly<Record<string, string>>;
}

/** Read every column of every table of years on a page; a cell that spans several stands in each of them. */
export function readColumns(page: Page): Promise<TableColumn[]> {
  return page.$$eval("section.card table", (tables) =>
    tables.flatMap((table) => {
      const text = (cell: Element) => {
        const copy = cell.cloneNode(true) as Element;
        for (const small of copy.querySelectorAll("small")) small.remove();
        return (copy.textContent ?? "").trim();
      };
      const rows = [...table.querySelectorAll("tbody tr")];
      const grid: string[][] = rows.map(() => []);
      rows.forEach((row, y) => {
        for (const cell of row.children as HTMLCollectionOf<HTMLTableCellElement>) {
          const line = grid[y] ?? [];
          let x = 0;
          while (line[x] !== undefined) x++;
          for (let dy = 0; dy < cell.rowSpan; dy++) {
            for (let dx = 0; dx < cell.colSpan; dx++) (grid[y + dy] ?? [])[x + dx] = text(cell);
          }
        }
      });
      const titles = [...table.querySelectorAll("thead tr:last-child th")].map(text);
      const card = table.closest("section.card")?.id ?? "";
      return titles.slice(1).map((title, x) => ({
        card,
        title,
        cells: Object.fromEntries(grid.map((line) => [line[0] ?? "", line[x + 1] ?? ""])),
      }));
    }),
  );
}

import { formulaSafe } from "../cells/formula.ts";

/** One cell of a CSV to be: its text, and whether it holds a number, which stays as it is. */
export interface CsvCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** Write a table as Excel and WPS open it: UTF-8 with BOM, CRLF, quotes where needed, no text that would be calculated. */
export function writeCsv(header: readonly string[], records: readonly (readonly CsvCell[])[]): string {
  const lines = [header.map((text) => ({ text, isNumber: false })), ...records];
  return `\uFEFF${lines.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("")}`;
}

const plainNumber = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

function writeCell({ text, isNumber }: CsvCell): string {
  return quoteCell(isNumber && plainNumber.test(text) ? text : formulaSafe(text, false));
}

/** Put a cell into quotes where what it holds would end it. */
export function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Make a cell of a text. */
export function word(text: string): CsvCell {
  return { text, isNumber: false };
}

/** Write a number as JSON does, so that both say the same text for text; nothing where there is none. */
export function number(value: number | null | undefined): CsvCell {
  return { text: value == null ? "" : JSON.stringify(value), isNumber: true };
}

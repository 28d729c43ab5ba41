const quote = 34;
const lf = 10;
const cr = 13;

/** How a record ends. */
export const lineEnds = ["", "\n", "\r\n", "\r"] as const;

/** A quoted cell that holds line breaks. */
export interface Span {
  readonly record: number;
  readonly offset: number; // of its opening quote
  readonly breaks: number; // line breaks inside
  readonly delimiters: number; // delimiters inside: many mean that rows were swallowed
}

/** A quote that does not do what quotes do. */
export interface Fault {
  readonly kind: "unclosed" | "paired" | "after" | "inside" | "spaced";
  readonly record: number;
  readonly offset: number; // of the quote, or of the quote that opened the cell
  readonly breaks: number;
}

/** Where records begin and end, found by our own reading so that the parser's can be checked against it. */
export interface Scan {
  readonly starts: readonly number[]; // offset of each record
  readonly ends: readonly number[]; // offset of its line end
  readonly lines: readonly number[]; // physical line on which it begins, from 1
  readonly cells: readonly number[];
  readonly sizes: readonly number[]; // characters of content: without delimiters and quoting
  readonly lineEnds: readonly number[]; // index into `lineEnds`
  readonly spans: readonly Span[];
  readonly faults: readonly Fault[];
  readonly lineCount: number;
}

/** Read the structure of a CSV text in one pass: quotes as RFC 4180 has them, LF, CRLF and CR all end a line. */
export function scan(text: string, delimiter: string): Scan {
  const comma = delimiter.charCodeAt(0);
  const end = text.length;
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  const cells: number[] = [];
  const sizes: number[] = [];
  const kinds: number[] = [];
  const spans: Span[] = [];
  const faults: Fault[] = [];
  let at = 0;
  let line = 1;

  while (at < end) {
    const record = starts.length;
    const start = at;
    starts.push(at);
    lines.push(line);
    let count = 1;
    let quoting = 0; // characters that are not content
    let torn = false; // a quote that came too late: its partner further on is no second fault
    for (;;) {
      const opened = at;
      let code = text.charCodeAt(at);
      if (code === quote) {
        let breaks = 0;
        let delimiters = 0;
        let closed = false;
        for (at++; at < end; at++) {
          code = text.charCodeAt(at);
          if (code === quote) {
            if (text.charCodeAt(at + 1) !== quote) {
              closed = true;
              break;
            }
            at++;
            quoting++;
          } else if (code === comma) delimiters++;
          else if (code === lf || (code === cr && text.charCodeAt(at + 1) !== lf)) breaks++;
        }
        line += breaks;
        if (!closed) {
          faults.push({ kind: "unclosed", record, offset: opened, breaks });
        } else {
          quoting += 2;
          code = text.charCodeAt(++at);
          if (at < end && code !== comma && code !== lf && code !== cr) {
            faults.push({ kind: breaks > 0 ? "paired" : "after", record, offset: opened, breaks });
            // After a false pair nothing on this line can be trusted; the next line is a record again.
            while (at < end && code !== lf && code !== cr && (breaks > 0 || code !== comma)) {
              code = text.charCodeAt(++at);
            }
          } else if (breaks > 0) spans.push({ record, offset: opened, breaks, delimiters });
        }
      } else {
        let faulty = false;
        while (at < end && code !== comma && code !== lf && code !== cr) {
          if (code === quote && !faulty && !torn) {
            faulty = true;
            torn = text.slice(opened, at).trim() === "";
            faults.push({ kind: torn ? "spaced" : "inside", record, offset: at, breaks: 0 });
          }
          code = text.charCodeAt(++at);
        }
      }
      if (at < end && code === comma) {
        count++;
        at++;
      } else break;
    }
    ends.push(at);
    cells.push(count);
    sizes.push(at - start - (count - 1) - quoting);
    let kind = 0;
    if (at < end) {
      const pair = text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf;
      kind = pair ? 2 : text.charCodeAt(at) === lf ? 1 : 3;
      at += pair ? 2 : 1;
      line++;
    }
    kinds.push(kind);
  }
  const lineCount = kinds.at(-1) === 0 ? line : line - 1;
  return { starts, ends, lines, cells, sizes, lineEnds: kinds, spans, faults, lineCount };
}

/** Split one record into its cells as they are written, quotes and all; the quotes must be sound. */
export function splitWritten(text: string, from: number, to: number, delimiter: string): string[] {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let close = at;
    if (text[at] === '"') {
      for (close = at + 1; close < to; close++) {
        if (text[close] === '"' && text[++close] !== '"') break;
      }
    }
    const next = text.indexOf(delimiter, close);
    const stop = next < 0 || next >= to ? to : next;
    cells.push(text.slice(at, stop));
    if (stop === to) return cells;
    at = stop + 1;
  }
}

/** Take a cell out of its quotes. */
export function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Split one record into its cells; its quotes must be sound. */
export function splitRecord(text: string, from: number, to: number, delimiter: string): string[] {
  return splitWritten(text, from, to, delimiter).map(unquoted);
}

/** A stream of numbers from 0 to below 1 that a seed repeats exactly (mulberry32, public domain, by Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chooses among what a mutation may do. */
export interface Chance {
  index(length: number): number;
  of<T>(list: readonly T[]): T;
}

/** Make choices out of a stream of numbers. */
export function chanceFrom(random: () => number): Chance {
  const index = (length: number) => Math.floor(random() * length);
  return { index, of: (list) => list[index(list.length)] as (typeof list)[number] };
}

/** Spoils one good file. */
export type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Change a file's lines; the header is line 0. */
function lines(change: (lines: string[], chance: Chance) => readonly string[]): Mutation {
  return (bytes, chance) => {
    const all = decode(bytes).split("\r\n");
    if (all.at(-1) === "") all.pop();
    return encode(`\uFEFF${change(all, chance).join("\r\n")}\r\n`);
  };
}

/** Change one cell below the header. */
function cell(change: (text: string, chance: Chance) => string): Mutation {
  return lines((all, chance) => {
    const at = 1 + chance.index(all.length - 1);
    const cells = (all[at] ?? "").split(",");
    const column = chance.index(cells.length);
    return all.with(at, cells.with(column, change(cells[column] ?? "", chance)).join(","));
  });
}

/** Change all cells: `move` takes each row, the header too, to what becomes of it. */
function rows(move: (cells: string[], column: number) => readonly string[]): Mutation {
  return lines((all, chance) => {
    const column = chance.index((all[0] ?? "").split(",").length);
    return all.map((line) => move(line.split(","), column).join(","));
  });
}

function at(bytes: Uint8Array, chance: Chance): number {
  return chance.index(bytes.length);
}

function splice(bytes: Uint8Array, from: number, removed: number, added: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, from), ...added, ...bytes.subarray(from + removed)]);
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\uFEFF" : ""), ...text].join("");
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), little);
  return bytes;
}

const wide = (text: string) =>
  text.replace(/[0-9.-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** What is typed or pasted in the place of a cell. */
const junk = [
  "XXX人",
  "很多",
  "约100",
  "1.2万",
  "12,345",
  "１２",
  "1O0",
  "1e5",
  "=SUM(A1:A9)",
  "#DIV/0!",
  "######",
  "NaN",
  "null",
  "-5",
  "(5)",
  "5-",
  "12.5%",
  "0.125",
  "12。5",
  "1.2.3",
  "10-20",
  "<5",
  "无",
  "—",
  "/",
  "…",
  "?",
  "同上",
  "一百",
  "1月2日",
  "2019-02-30",
  "2099-01-01",
  "18年",
  "43101",
  "<b>甲</b>",
  "</script>",
  "{{x}}",
  "\u202E甲",
  "甲\u200B",
  "\u2800",
  "�",
  "锟斤拷",
  "'123",
  "+5",
  "007",
  "999",
  "合计",
  "  ",
  '"',
  '甲"乙',
  "，",
  "；",
  "\t",
  "::error::x",
  "__proto__",
  "../x",
]; // prettier-ignore

/** Every way in which a good file is spoilt, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "flip a bit": (bytes, chance) => {
    const place = at(bytes, chance);
    return bytes.with(place, (bytes[place] ?? 0) ^ (1 << chance.index(8)));
  },
  "overwrite a byte": (bytes, chance) => bytes.with(at(bytes, chance), chance.index(256)),
  "insert a byte": (bytes, chance) => splice(bytes, at(bytes, chance), 0, [chance.index(256)]),
  "drop a byte": (bytes, chance) => splice(bytes, at(bytes, chance), 1),
  "drop a stretch": (bytes, chance) => splice(bytes, at(bytes, chance), 1 + chance.index(40)),
  "cut the file off": (bytes, chance) => bytes.slice(0, at(bytes, chance)),
  "repeat a stretch": (bytes, chance) => {
    const from = at(bytes, chance);
    return splice(bytes, from, 0, [...bytes.subarray(from, from + 1 + chance.index(60))]);
  },
  "put junk in a cell": cell((_, chance) => chance.of(junk)),
  "add junk to a cell": cell((text, chance) =>
    chance.index(2) ? text + chance.of(junk) : chance.of(junk) + text,
  ),
  "space a cell out": cell((text, chance) => {
    const blank = chance.of([" ", "\u3000", "\u00A0", "\u200B", "\t"]);
    const place = chance.index(text.length + 1);
    return text.slice(0, place) + blank + text.slice(place);
  }),
  "widen a cell": cell((text) => wide(text)),
  "quote a cell": cell((text) => `"${text}"`),
  "quote half a cell": cell((text) => `"${text}`),
  "break a cell": cell((text) => `"${text}\r\n"`),
  "add a unit to a cell": cell((text, chance) => text + chance.of(["人", "个", "次", "万元", "%", "小时"])),
  "empty a cell": cell(() => ""),
  "drop a cell": lines((all, chance) => {
    const place = 1 + chance.index(all.length - 1);
    const cells = (all[place] ?? "").split(",");
    return all.with(place, cells.toSpliced(chance.index(cells.length), 1).join(","));
  }),
  "add a cell": lines((all, chance) => {
    const place = 1 + chance.index(all.length - 1);
    const cells = (all[place] ?? "").split(",");
    return all.with(
      place,
      cells.toSpliced(chance.index(cells.length), 0, chance.of(["", "1", "甲"])).join(","),
    );
  }),
  "repeat a row": lines((all, chance) => {
    const place = 1 + chance.index(all.length - 1);
    return all.toSpliced(place, 0, all[place] ?? "");
  }),
  "repeat the header": lines((all, chance) =>
    all.toSpliced(1 + chance.index(all.length - 1), 0, all[0] ?? ""),
  ),
  "drop the header": lines((all) => all.slice(1)),
  "move a row": lines((all, chance) => {
    const [row = ""] = all.splice(1 + chance.index(all.length - 1), 1);
    return all.toSpliced(1 + chance.index(all.length), 0, row);
  }),
  "leave a blank row": lines((all, chance) =>
    all.toSpliced(chance.index(all.length + 1), 0, chance.of(["", ",,,"])),
  ),
  "write a title above": lines((all) => ["2025 年统计表,,", ...all]),
  "write a note below": lines((all) => [...all, "注：本表数据来自各单位,,"]),
  "add a total": lines((all) => {
    const columns = (all[0] ?? "").split(",").length;
    return [...all, ["合计", ...Array.from({ length: columns - 1 }, () => "100")].join(",")];
  }),
  "drop a column": rows((cells, column) => cells.toSpliced(column, 1)),
  "repeat a column": rows((cells, column) => [...cells, cells[column] ?? ""]),
  "move a column": rows((cells, column) => [...cells.toSpliced(column, 1), cells[column] ?? ""]),
  "empty a column": lines((all, chance) => {
    const column = chance.index((all[0] ?? "").split(",").length);
    return all.map((line, i) => (i === 0 ? line : line.split(",").with(column, "").join(",")));
  }),
  "swap two headers": lines((all, chance) => {
    const cells = (all[0] ?? "").split(",");
    const [a, b] = [chance.index(cells.length), chance.index(cells.length)];
    return all.with(
      0,
      cells
        .with(a, cells[b] ?? "")
        .with(b, cells[a] ?? "")
        .join(","),
    );
  }),
  "end lines with LF": (bytes) => encode(decode(bytes).replaceAll("\r\n", "\n")),
  "end lines with CR": (bytes) => encode(decode(bytes).replaceAll("\r\n", "\r")),
  "end one line otherwise": (bytes, chance) => {
    const parts = decode(bytes).split("\r\n");
    const place = chance.index(parts.length - 1);
    return encode(
      parts.map((part, i) => part + (i === parts.length - 1 ? "" : i === place ? "\n" : "\r\n")).join(""),
    );
  },
  "separate with semicolons": (bytes) => encode(decode(bytes).replaceAll(",", ";")),
  "separate with tabs": (bytes) => encode(decode(bytes).replaceAll(",", "\t")),
  "separate with Chinese commas": (bytes) => encode(decode(bytes).replaceAll(",", "，")),
  "write UTF-16 with a mark": (bytes, chance) =>
    utf16(decode(bytes).replaceAll(",", "\t"), chance.index(2) === 0, true),
  "write UTF-16 without": (bytes, chance) =>
    utf16(decode(bytes).replaceAll(",", "\t"), chance.index(2) === 0, false),
  "mark it twice": (bytes) => encode(`\uFEFF\uFEFF${decode(bytes)}`),
  "read it as Latin-1": (bytes) =>
    encode([...encode(decode(bytes))].map((byte) => String.fromCharCode(byte)).join("")),
  "read it as GB18030": (bytes) => encode(new TextDecoder("gb18030").decode(encode(decode(bytes)))),
  "append another encoding": (bytes) => Uint8Array.from([...bytes, 0xbc, 0xd7, 0x2c, 0x31, 0x0d, 0x0a]), // 甲,1 in GBK
  "put a NUL in": (bytes, chance) => splice(bytes, at(bytes, chance), 0, [0]),
  "append it to itself": (bytes) => Uint8Array.from([...bytes, ...bytes]),
  "make it a workbook": (bytes) => Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]),
};

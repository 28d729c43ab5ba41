import { type Dataset, type Field, fieldsOf } from "./dataset.ts";
import { holesOf, type Layout, patternsOf, piecesOf } from "./layout.ts";

/** What is wrong with a layout that names only known columns. */
export interface LayoutMistake {
  readonly path: string;
  readonly problem: string;
}

/** Find what a layout says that no file could satisfy, or that could be read in two ways. */
export function checkLayout(dataset: Dataset): LayoutMistake[] {
  const { layout } = dataset;
  if (!layout) return [];
  const fields = new Map(fieldsOf(dataset).map((field) => [field.name, field]));
  return [
    ...patternsOf(layout).flatMap(({ path, text }) => checkPattern(path, text, fields)),
    ...checkParts(layout),
    ...checkFilledOnce(layout),
    ...checkWords(layout, fields),
  ];
}

function checkPattern(path: string, text: string, fields: ReadonlyMap<string, Field>): LayoutMistake[] {
  const pieces = piecesOf(text);
  const holes = holesOf(text);
  if (pieces.some((piece) => "literal" in piece && /[{}]/.test(piece.literal))) {
    return [{ path, problem: "花括号没有配对" }];
  }
  if (path.startsWith("layout.below") && holes.length > 0) {
    return [{ path, problem: "表尾的说明不能填列，花括号里要空着" }];
  }
  const twice = holes.find((name, i) => holes.indexOf(name) < i);
  if (twice !== undefined) return [{ path, problem: `“${twice}”出现了两次` }];
  const unclear = pieces.some((piece, i) => {
    const next = pieces[i + 1];
    return "hole" in piece && next && "hole" in next && ![piece.hole, next.hole].some(isBounded);
  });
  return unclear ? [{ path, problem: "两个花括号紧挨着，分不清哪里是前一个、哪里是后一个" }] : [];

  function isBounded(name: string): boolean {
    const field = fields.get(name);
    return field?.type === "year" || field?.constraints.enum !== undefined;
  }
}

/** Parts that do not go together, or say nothing. */
function checkParts({ transposed, headerRows, across }: Layout): LayoutMistake[] {
  const mistakes: LayoutMistake[] = [];
  if (transposed && across.length > 0) {
    mistakes.push({ path: "layout.across", problem: "transposed 的表一列就是一行，不能再声明 across" });
  }
  if (transposed && headerRows > 1) {
    mistakes.push({ path: "layout.headerRows", problem: "transposed 的表列名在第一列，只能是 1" });
  }
  across.forEach(({ header }, i) => {
    if (holesOf(header).length === 0) {
      const problem = "没有花括号，分不清各列是哪一年、哪一种";
      mistakes.push({ path: `layout.across.${i}.header`, problem });
    }
  });
  return mistakes;
}

/** A column that two parts of the file fill would say two things. */
function checkFilledOnce(layout: Layout): LayoutMistake[] {
  const parts: (readonly [path: string, names: readonly string[]])[] = [
    ...layout.above.map((text, i) => [`layout.above.${i}`, [...new Set(holesOf(text))]] as const),
    ...Object.entries(layout.columns).map(
      ([name, texts]) => [`layout.columns.${name}`, [...new Set(texts.flatMap(holesOf))]] as const,
    ),
    [
      "layout.across",
      [...new Set(layout.across.flatMap(({ header, value }) => [value, ...holesOf(header)]))],
    ],
    ["layout.constants", Object.keys(layout.constants)],
  ];
  const filled = new Set<string>();
  const mistakes: LayoutMistake[] = [];
  for (const [path, names] of parts) {
    for (const name of names) {
      if (filled.has(name)) mistakes.push({ path, problem: `“${name}”前面已经有了来处，不能再填一次` });
      filled.add(name);
    }
  }
  return mistakes;
}

/** Words and constants must be ones that their column takes. */
function checkWords(layout: Layout, fields: ReadonlyMap<string, Field>): LayoutMistake[] {
  const given = [
    ...Object.entries(layout.words).flatMap(([name, words]) =>
      Object.entries(words).map(([text, word]) => ({ path: `layout.words.${name}.${text}`, name, word })),
    ),
    ...Object.entries(layout.constants).map(([name, word]) => ({
      path: `layout.constants.${name}`,
      name,
      word,
    })),
  ];
  return given.flatMap(({ path, name, word }) => {
    const known = fields.get(name)?.constraints.enum;
    if (!known || known.includes(word)) return [];
    return [{ path, problem: `“${word}”不在“${name}”可填的词里：${known.join("、")}` }];
  });
}

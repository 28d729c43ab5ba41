import { type Ink, shape, short } from "../ink.ts";
import type { Held } from "../tenure.ts";
import { columnOf, measure, setColumn, setText } from "../type.ts";
import { drawBand, placeBands } from "./ribbon-band.ts";
import { lapses, namesOf } from "./ribbon-row.ts";

interface Hanging {
  readonly at: (year: number) => number;
  readonly foot: number; // to which a word after the last band may hang
  readonly width: number;
  readonly u: number;
}

/** Bands that follow one another at once. */
interface Chain {
  readonly from: number;
  readonly to: number;
  readonly folds: readonly number[];
  readonly last: boolean;
}

/**
 * Draw a title as a grey column with its name, its unit and its sum inside; a fold is a pair of notches, which a name may pass.
 * Null where they find no room.
 */
export function drawHangingRow(held: Held, { at, foot, width, u }: Hanging): ((x: number) => Ink) | null {
  const spans = placeBands(held.bands, at, 0);
  const chains = chainsOf(spans);
  const [pad, small] = [1.3 * u, 3.3 * u];
  const tall = (text: string, size: number) => (columnOf(text).length - 1) * size * 1.12 + size;
  const lines = held.sum.split(/ (?=\d+ 届)|(?<=届) /u);
  const sumTall = lines.length * small * 1.3 + 0.6 * u;
  const sizes = [3.9 * u, 3.6 * u, 3.3 * u];
  const choices = sizes.flatMap((size) => namesOf(held).map((name) => ({ name, size })));
  const unitTall = held.unit === "" ? 0 : tall(held.unit, small) + 1.4 * u;
  const fits = chains
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .flatMap((chain) => {
      const room = chain.to - chain.from - 2 * pad - (chain.last ? sumTall : 0);
      const choice = choices.find(({ name, size }) => tall(name, size) + unitTall <= room);
      return choice ? [{ chain, ...choice }] : [];
    });
  const [chosen] = fits;
  if (!chosen) return null;
  const { chain, name, size } = chosen;
  const lastTo = spans.at(-1)?.[1] ?? 0;
  const hasSum = chain.last || (spans.at(-1)?.[1] ?? 0) - (chains.at(-1)?.from ?? 0) >= sumTall + 2 * u;
  return (x) => {
    const middle = x + width / 2;
    const bands = chains.map(({ from, to }) => {
      const cards = held.bands.flatMap((band) => band.cards);
      return drawBand({ cards, notches: [] }, { from, to, near: x, far: x + width }, at, "down", "band", u);
    });
    const folds = chains
      .flatMap((one) => one.folds)
      .flatMap((y) => [notch(x, y, 1, u), notch(x + width, y, -1, u)]);
    const y = chain.from + pad;
    const words = [
      setColumn(name, { x: middle, y, size, face: "bold", colour: "on-area" }, 1.12),
      held.unit === ""
        ? ""
        : setColumn(
            held.unit,
            { x: middle, y: y + tall(name, size) + 1.4 * u, size: small, colour: "on-area" },
            1.12,
          ),
      ...(hasSum && lines.every((line) => measure(line, small, "bold") <= width - 0.6 * u)
        ? lines.map((line, i) =>
            setText(line, {
              x: middle,
              y: lastTo - 1.5 * u - (lines.length - 1 - i) * small * 1.3,
              size: small,
              face: "bold",
              colour: "on-area",
              anchor: "middle",
            }),
          )
        : []),
    ];
    return [...bands, ...folds, ...words, ...gaps(held, chains, middle, foot, u)].join("");
  };
}

function chainsOf(spans: readonly (readonly [number, number])[]): Chain[] {
  const chains: { from: number; to: number; folds: number[] }[] = [];
  for (const [from, to] of spans) {
    const last = chains.at(-1);
    if (last && from - last.to <= 6) {
      last.folds.push((from + last.to) / 2);
      last.to = to;
    } else chains.push({ from, to, folds: [] });
  }
  return chains.map((chain, i) => ({ ...chain, last: i === chains.length - 1 }));
}

function notch(x: number, y: number, side: 1 | -1, u: number): Ink {
  return shape(
    `M${short(x)} ${short(y - 0.7 * u)}L${short(x + side * 1.5 * u)} ${short(y)}L${short(x)} ${short(y + 0.7 * u)}z`,
    "ground",
  );
}

/** Write downwards 到期未续 in a gap, and after the last band how the title ended. */
function gaps(held: Held, chains: readonly Chain[], x: number, foot: number, u: number): Ink[] {
  const size = 3.3 * u;
  return chains.flatMap((chain, i) => {
    const next = chains[i + 1]?.from;
    const words = next === undefined ? [held.end] : lapses;
    const room = (next ?? foot) - chain.to - 1.2 * u;
    const word = words.find((one) => one !== "" && columnOf(one).length * size * 1.06 <= room);
    if (word === undefined) return [];
    const tall = columnOf(word).length * size * 1.06;
    return [
      setColumn(word, {
        x,
        y: next === undefined ? chain.to + 1.2 * u : (next + chain.to - tall) / 2,
        size,
        colour: "mute",
      }),
    ];
  });
}

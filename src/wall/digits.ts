import { element, escapeText, type Ink, short } from "./ink.ts";
import { measure, setText } from "./type.ts";

/*
 * Outlines of Noto Serif CJK SC Bold 2.001, © 2017-2022 Adobe (http://www.adobe.com/), under the SIL Open Font License 1.1
 * (OFL.txt); Noto is a trademark of Google Inc. So the great figures look the same on a wall whose machine has no good serif.
 * Em of 1000, baseline at 0; [advance, left and right edge of the ink, outline].
 */
const outlines: Readonly<Record<string, readonly [advance: number, left: number, right: number, d: string]>> =
  {
    "0": [
      593,
      44,
      549,
      "M297 16C428 16 549 -99 549 -372C549 -642 428 -757 297 -757C164 -757 44 -642 44 -372C44 -99 164 16 297 16ZM297 -17C231 -17 174 -96 174 -372C174 -645 231 -723 297 -723C361 -723 420 -644 420 -372C420 -97 361 -17 297 -17Z",
    ],
    "1": [
      466,
      54,
      432,
      "M57 0 432 2V-27L319 -47C317 -110 316 -173 316 -235V-580L320 -741L305 -752L54 -693V-659L181 -676V-235L179 -47L57 -30Z",
    ],
    "2": [
      594,
      59,
      544,
      "M61 0H544V-105H132C184 -154 235 -202 266 -229C440 -379 522 -455 522 -558C522 -676 450 -757 300 -757C178 -757 69 -697 59 -584C69 -561 91 -545 116 -545C144 -545 172 -560 182 -618L204 -717C221 -722 238 -724 255 -724C337 -724 385 -666 385 -565C385 -463 338 -396 230 -271C181 -214 122 -146 61 -78Z",
    ],
    "3": [
      593,
      43,
      537,
      "M274 16C434 16 537 -66 537 -189C537 -294 480 -369 332 -390C461 -418 514 -491 514 -580C514 -684 439 -757 292 -757C179 -757 80 -709 72 -597C81 -578 99 -568 121 -568C153 -568 179 -583 188 -628L208 -719C224 -722 239 -724 254 -724C334 -724 381 -672 381 -575C381 -460 318 -405 227 -405H191V-367H232C340 -367 397 -304 397 -189C397 -79 338 -17 232 -17C213 -17 197 -19 183 -24L163 -115C154 -172 133 -190 99 -190C75 -190 53 -177 43 -149C56 -44 135 16 274 16Z",
    ],
    "4": [
      593,
      33,
      567,
      "M335 16H455V-177H567V-265H455V-753H362L33 -248V-177H335ZM84 -265 219 -474 335 -654V-265Z",
    ],
    "5": [
      594,
      39,
      543,
      "M261 16C427 16 543 -70 543 -219C543 -366 443 -443 283 -443C236 -443 193 -438 151 -424L166 -635H519V-741H128L104 -391L132 -375C167 -387 202 -394 242 -394C338 -394 400 -331 400 -213C400 -86 338 -17 238 -17C213 -17 195 -20 177 -27L159 -119C152 -170 132 -189 97 -189C72 -189 49 -176 39 -150C51 -47 132 16 261 16Z",
    ],
    "6": [
      594,
      45,
      551,
      "M308 16C456 16 551 -88 551 -227C551 -360 479 -451 352 -451C287 -451 232 -429 188 -385C213 -557 325 -689 518 -733L513 -757C232 -729 45 -526 45 -285C45 -97 147 16 308 16ZM185 -352C221 -387 260 -400 301 -400C377 -400 419 -336 419 -216C419 -80 371 -17 309 -17C232 -17 183 -111 183 -310Z",
    ],
    "7": [588, 58, 522, "M149 0H261L522 -674V-741H58V-635H464L140 -9Z"],
    "8": [
      594,
      54,
      541,
      "M285 16C448 16 541 -65 541 -190C541 -284 487 -352 366 -410C474 -458 514 -520 514 -586C514 -679 444 -757 301 -757C171 -757 72 -680 72 -561C72 -471 119 -397 220 -347C112 -306 54 -245 54 -158C54 -56 131 16 285 16ZM344 -421C214 -478 185 -540 185 -604C185 -677 239 -723 298 -723C368 -723 407 -666 407 -590C407 -521 389 -470 344 -421ZM244 -337C379 -277 419 -217 419 -143C419 -65 375 -17 295 -17C214 -17 166 -70 166 -174C166 -243 188 -289 244 -337Z",
    ],
    "9": [
      596,
      44,
      550,
      "M106 19C379 -38 550 -215 550 -446C550 -640 454 -757 291 -757C156 -757 44 -671 44 -511C44 -372 136 -291 263 -291C321 -291 369 -308 402 -336C373 -174 278 -70 100 -9ZM408 -369C381 -346 351 -335 315 -335C232 -335 177 -407 177 -528C177 -662 230 -724 294 -724C363 -724 413 -652 413 -462C413 -429 411 -398 408 -369Z",
    ],
    ".": [
      335,
      86,
      249,
      "M168 16C214 16 249 -20 249 -65C249 -110 214 -147 168 -147C121 -147 86 -110 86 -65C86 -20 121 16 168 16Z",
    ],
    ",": [
      335,
      66,
      249,
      "M77 184C183 152 249 71 249 -43C249 -72 246 -90 236 -117C215 -136 194 -143 168 -143C121 -143 88 -108 88 -63C88 -36 103 -8 141 12L185 36C167 94 130 125 66 157Z",
    ],
    "%": [
      966,
      41,
      925,
      "M202 -294C287 -294 364 -363 364 -522C364 -683 287 -751 202 -751C117 -751 41 -683 41 -522C41 -363 117 -294 202 -294ZM202 -320C164 -320 131 -360 131 -522C131 -684 164 -725 202 -725C241 -725 275 -683 275 -522C275 -362 241 -320 202 -320ZM764 10C848 10 925 -58 925 -218C925 -378 848 -447 764 -447C678 -447 602 -378 602 -218C602 -58 678 10 764 10ZM764 -16C725 -16 692 -57 692 -218C692 -379 725 -421 764 -421C802 -421 836 -379 836 -218C836 -57 802 -16 764 -16ZM241 33 755 -720 724 -742 210 11Z",
    ],
    "−": [603, 37, 567, "M567 -340V-390H37V-340Z"],
  };
/** Great digits stand closer than small ones, in thousandths of an em. */
const closer = 20;
const names: Readonly<Record<string, string>> = { ".": "p", ",": "c", "%": "r", "−": "m" };

/** Write the outlines once for the page, for pictures to use. */
export function digitSymbols(): Ink {
  return Object.entries(outlines)
    .map(([character, [, , , d]]) => element("path", { id: idOf(character), d }))
    .join("");
}

function idOf(character: string): string {
  return `d${names[character] ?? character}`;
}

/** No unit is set smaller, in px. */
const smallest = 38;

/** A great figure as it is set: its ink's edges relative to x, and its markup at a place. */
export interface Hero {
  readonly width: number; // of the ink
  readonly unitWidth: number; // of the unit with the gap before it; 0 where there is none
  at(x: number, baseline: number, colour?: string): Ink; // x: the ink's left edge
}

/** Height of the great digits' ink, of their size. */
export const heroHeight = 0.757;

/** Set a number in great digits with its unit: % at two fifths of the size, a word at a quarter; other words in serif. */
export function hero(
  number: string,
  unit: string,
  size: number,
  unitSize = Math.max(size * (unit === "%" ? 0.4 : 0.24), smallest),
): Hero {
  const scale = size / 1000;
  const placed: [character: string, x: number][] = [];
  let at = 0;
  for (const character of number) {
    if (character === "\u2009") {
      at += 110;
      continue;
    }
    const outline = outlines[character];
    if (!outline) return wordHero(number, size);
    const [advance, left] = outline;
    if (placed.length === 0) at = -left;
    placed.push([character, at]);
    at += advance - closer;
  }
  const [last, lastAt] = placed.at(-1) ?? ["", 0];
  const ink = (lastAt + (outlines[last]?.[2] ?? 0)) * scale;
  const space = unit === "" ? 0 : size * 0.095;
  const isRate = unit === "%";
  const unitInk = isRate
    ? ((outlines["%"]?.[2] ?? 0) - (outlines["%"]?.[1] ?? 0)) * (unitSize / 1000)
    : measure(unit, unitSize, "serif");
  const unitWidth = unit === "" ? 0 : space + unitInk;
  return {
    width: ink + unitWidth,
    unitWidth,
    at: (x, baseline, colour = "mark") => {
      const digits = placed.map(([character, dx]) => use(character, x + dx * scale, baseline, size));
      const after = x + ink + space;
      const rate = isRate
        ? use("%", after - ((outlines["%"]?.[1] ?? 0) * unitSize) / 1000, baseline, unitSize)
        : "";
      const word =
        isRate || unit === ""
          ? ""
          : setText(unit, { x: after, y: baseline, size: unitSize, face: "serif", colour });
      return element("g", { class: colour }, ...digits, rate) + word;
    },
  };
}

/** Set a word in the place of a number: the word of an absence. */
function wordHero(word: string, size: number): Hero {
  const set = size * 0.8;
  return {
    width: measure(word, set, "serif"),
    unitWidth: 0,
    at: (x, y, colour = "mark") => setText(word, { x, y, size: set, face: "serif", colour }),
  };
}

function use(character: string, x: number, y: number, size: number): Ink {
  const scale = Math.round(size) / 1000;
  return `<use href="#${escapeText(idOf(character))}" transform="translate(${short(x)} ${short(y)})scale(${scale})"/>`;
}

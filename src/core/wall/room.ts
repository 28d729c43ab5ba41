/** What fits a clerk's picture in every format. */
export const room = {
  title: 18, // characters, which the picture breaks into its lines
  lines: 3, // of 文字
  line: 18, // characters
} as const;

/** Measure a text in Chinese characters; a letter, a digit or a blank is about six tenths of one. */
export function widthOf(text: string): number {
  const characters = [...text];
  const narrow = characters.filter((one) => /[\u0020-\u02ff]/.test(one)).length;
  return Math.ceil(characters.length - narrow * 0.4 - 1e-9);
}

/** Break 文字 at “；” into the lines that the clerk meant. */
export function linesOf(text: string): string[] {
  return text
    .split(/[；;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Say how many seconds a text takes to read: four Chinese characters a second, and four seconds to find it. */
export function readingSeconds(text: string): number {
  return Math.ceil((text.match(/\p{Script=Han}/gu) ?? []).length / 4 + 4);
}

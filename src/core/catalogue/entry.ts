/** E stops publication; W stops it until signed for; T is shown and does not stop; N is accepted and noted. */
export type Level = "E" | "W" | "T" | "N";

/** One row of the catalogue: its usual level, and the Chinese sentence in two parts: what and why, then the remedy. */
export interface Entry<Facts> {
  readonly level: Level;
  readonly say: (facts: Facts) => readonly [message: string, hint: string];
}

/** Declare a row of the catalogue. Original text from a cell always goes into the fact `text`, so that it can be redacted. */
export function entry<Facts = Record<never, never>>(level: Level, say: Entry<Facts>["say"]): Entry<Facts> {
  return { level, say };
}

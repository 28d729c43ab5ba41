import { hostileTexts } from "../hostile-texts.ts";

/** Texts that a page can show whole: one without end says nothing new here. */
export const planted = hostileTexts.map(({ text }) => text).filter((text) => text.length < 1000);

/** Where words stand that are the program's own, whatever the data. */
const ownWords: readonly string[] = ["changeUnit"];

/** Put a hostile text behind every Chinese text of some data; the same behind the same text, so that what is one thing stays one. */
export function plantIn<T>(data: T): T {
  const known = new Map<string, string>();
  const plant = (text: string): string => {
    if (!/\p{Script=Han}/u.test(text)) return text;
    const with_ = known.get(text) ?? text + planted[known.size % planted.length];
    known.set(text, with_);
    return with_;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return plant(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, of]) => [plant(key), ownWords.includes(key) ? of : walk(of)]),
    );
  };
  return walk(data) as T; // texts for texts
}

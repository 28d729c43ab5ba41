/** The colours a chart may use, by the names of the page's own tokens. */
const tokens = [
  "paper",
  "card",
  "ink",
  "mute",
  "rule",
  "line",
  "c1",
  "o1", // on c1
  "c2",
  "c2w",
  "c3",
  "o3", // on c3
  "t3",
  "c4",
  "c4s",
  "yc",
] as const;

export type Palette = Readonly<Record<(typeof tokens)[number], string>>;

/** The page's CSS variables, so that one drawing serves light, dark and print. */
export const variables = Object.fromEntries(tokens.map((token) => [token, `var(--${token})`])) as Palette;

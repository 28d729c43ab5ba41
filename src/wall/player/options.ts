/** What the address asks of the wall. */
export interface Options {
  readonly scene: string | null; // id or title
  readonly hold: boolean; // that scene, for good
  readonly dwell: number | null; // seconds of every scene
  readonly theme: "dark" | "light";
  readonly night: string; // "22:00-06:30"; "" for never
  readonly nightMode: "dim" | "black";
  readonly seams: readonly number[] | null; // in px of the wall
  readonly safe: number; // per cent of the wall's side
  readonly still: boolean; // no transition
  readonly view: "wall" | "proof" | "calibrate";
  readonly ignored: readonly string[]; // what was asked for and is nothing, e.g. "dwell=fast"
}

const seconds = /^\d{1,4}$/;
const hours = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;
const pixels = /^\d{1,5}(,\d{1,5})*$/;
const percent = /^[0-5](\.\d)?$/;

const valid: Readonly<Record<string, (value: string) => boolean>> = {
  scene: (value) => value !== "",
  hold: () => true,
  dwell: (value) => seconds.test(value) && Number(value) >= 5,
  theme: (value) => value === "dark" || value === "light",
  night: (value) => value === "off" || hours.test(value),
  nightmode: (value) => value === "dim" || value === "black",
  seams: (value) => value === "none" || pixels.test(value),
  safe: (value) => percent.test(value) && Number(value) <= 5,
  still: () => true,
  proof: () => true,
  calibrate: () => true,
};

const names = new Set(Object.keys(valid));

/** What the page itself says of the wall, in data attributes of the same names. */
const fromPage = ["theme", "night", "seams", "safe"];

/**
 * Read what follows ? and # in an address, where each option may stand, over what the page says; one that cannot be is left
 * out and named.
 */
export function readOptions(
  query: string,
  mark: string,
  page: Readonly<Record<string, string | undefined>>,
): Options {
  const found = new Map<string, string>();
  for (const name of fromPage) {
    const value = page[name] ?? "";
    if (valid[name]?.(value)) found.set(name, value);
  }
  const ignored: string[] = [];
  for (const part of `${query.slice(1)}&${mark.slice(1)}`.split("&")) {
    if (part === "") continue;
    const [name = "", ...rest] = part.split("=");
    const value = decode(rest.join("="));
    if (names.has(name) && valid[name]?.(value)) found.set(name, value);
    else ignored.push(part);
  }
  const night = found.get("night");
  const seams = found.get("seams");
  const dwell = found.get("dwell");
  return {
    scene: found.get("scene") ?? null,
    hold: found.has("hold"),
    dwell: dwell === undefined ? null : Number(dwell),
    theme: found.get("theme") === "light" ? "light" : "dark",
    night: night === undefined || night === "off" ? "" : night,
    nightMode: found.get("nightmode") === "black" ? "black" : "dim",
    seams: seams === undefined ? null : seams === "none" ? [] : seams.split(",").map(Number),
    safe: Number(found.get("safe") ?? 5),
    still: found.has("still"),
    view: found.has("proof") ? "proof" : found.has("calibrate") ? "calibrate" : "wall",
    ignored,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

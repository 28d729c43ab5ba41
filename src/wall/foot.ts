import type { Format } from "./format.ts";
import type { Code, Subject } from "./frame.ts";
import { element, escapeText, group, type Ink, rect, short } from "./ink.ts";
import { measurePlain } from "./type.ts";

/** The foot's heights in u: itself, and its hairline above the bottom. */
const foot = { height: 10.4, hairline: 12.5 };
const small = 3.3;

/** Baselines of what stands in the foot, in u below its top. */
const says = [4, 9.1] as const;

/** Draw the foot: the hairline of the round, the seal, what is said, the code. */
export function footOf(format: Format, { says: [first, remarks], code: given }: Subject): Ink {
  const { u, bottom, panels } = format;
  const y = bottom - foot.height * u;
  const x0 = panels[0]?.x0 ?? 0;
  const x1 = panels[0]?.x1 ?? format.width;
  const rule = bottom - foot.hairline * u;
  const side = foot.height * u;
  const size = small * u;
  const textX = x0 + side + 2.7 * u;
  const captionX = x1 - side - 2.2 * u;
  const captionWidth = Math.max(...(given?.captions ?? [""]).map((text) => measurePlain(text, size, "sans")));
  const whole = given ? captionX - captionWidth - 3 * u - textX : x1 - textX;
  const code = whole < measurePlain(first, size, "bold") ? null : given; // a narrow wall with large type has no room for it
  const room = code ? whole : x1 - textX;
  const said = remarks.reduce((all, one) => {
    const longer = all === "" ? one : `${all}；${one}`;
    return measurePlain(longer, size, "sans") <= room ? longer : all;
  }, "");
  const say = (n: number, text: string, colour: string) =>
    element(
      "text",
      {
        class: `say say${n} ${colour}`,
        x: textX,
        y: y + (n === 3 ? 14.2 : (says[n - 1] ?? 0)) * u,
        "font-size": size,
        "data-room": short(room / u),
      },
      escapeText(text),
    );
  return group(
    "foot",
    rect(x0, rule - 0.1 * u, x1 - x0, 0.2 * u, "line"),
    rect(x0, rule - 0.18 * u, x1 - x0, 0.37 * u, "elapsed"),
    element("use", { class: "seal", href: "#seal", x: x0, y, width: side, height: side }),
    say(1, first, "bold"),
    say(2, said, "mute"),
    say(3, "", "mute"),
    code === null ? "" : codeOf(code, { x: x1 - side, y, side, captionX, size, u }),
  );
}

interface CodePlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly captionX: number;
  readonly size: number;
  readonly u: number;
}

function codeOf({ symbol, captions }: Code, { x, y, side, captionX, size, u }: CodePlace): Ink {
  const caption = (n: number) =>
    element(
      "text",
      {
        class: `cap${n} mute`,
        x: captionX,
        y: y + (says[n - 1] ?? 0) * u,
        "font-size": size,
        "text-anchor": "end",
      },
      escapeText(captions[n - 1] ?? ""),
    );
  return group(
    "code",
    rect(x, y, side, side, "plate"),
    element("use", { href: `#${symbol}`, x, y, width: side, height: side }),
    caption(1),
    caption(2),
  );
}

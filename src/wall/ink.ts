/** Markup of a picture: elements as text, one after the other. */
export type Ink = string;

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Write a text so that it is nothing but text, in an element or an attribute. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Write a length: at most one decimal. */
export function short(length: number): string {
  return String(Math.round(length * 10) / 10 || 0);
}

/** Write an element; attributes that are null are left out, numbers are lengths. */
export function element(name: string, attributes: Attributes, ...children: readonly Ink[]): Ink {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined
      ? []
      : [` ${key}="${typeof value === "number" ? short(value) : escapeText(value)}"`],
  );
  const inner = children.join("");
  return `<${name}${written.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}`;
}

/** Write a group by its class; nothing where it is empty. */
export function group(className: string, ...children: readonly Ink[]): Ink {
  const inner = children.join("");
  return inner === "" ? "" : element("g", { class: className }, inner);
}

/** Fill a rectangle in a colour of the palette: ink, mute, mark (cinnabar), area, t1, t2, t3, band, line, card. */
export function rect(x: number, y: number, width: number, height: number, colour: string): Ink {
  return element("rect", { class: colour, x, y, width, height });
}

/** Fill a path in a colour of the palette. */
export function shape(d: string, colour: string): Ink {
  return element("path", { class: colour, d });
}

/** Draw a path as a line of a width, in a colour of the palette: .stroke takes it from the same class. */
export function stroke(d: string, colour: string, width: number, attributes: Attributes = {}): Ink {
  return element("path", { class: `stroke ${colour}`, d, "stroke-width": short2(width), ...attributes });
}

function short2(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** Fill a dot in a colour of the palette. */
export function dot(cx: number, cy: number, r: number, colour: string): Ink {
  return element("circle", { class: colour, cx, cy, r });
}

/** Write a path through points, in px. */
export function line(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${short(x)} ${short(y)}`).join("");
}

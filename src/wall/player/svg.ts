const space = "http://www.w3.org/2000/svg";

/** Make an element of a picture; numbers are in px of its canvas. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  text = "",
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(space, name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, String(attributes[key]));
  if (text !== "") made.textContent = text;
  return made;
}

/** Read a length of an element, 0 if it has none. */
export function length(element: Element | null, name: string): number {
  return Number(element?.getAttribute(name) ?? 0);
}

type Child = Node | string | null;

/** Make an element: attributes by name (false leaves one out), then what is in it. Text is only ever text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** Put something in the place of all that an element holds. */
export function refill(holder: Element, ...children: readonly Child[]): void {
  while (holder.lastChild) holder.lastChild.remove();
  for (const child of children) if (child !== null) holder.append(child);
}

/** Make a button that does something. */
export function button(text: string, attributes: Readonly<Record<string, string>>, act: () => void) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** Find an element that the page has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element: ${id}`);
  return found;
}

/** Hand a file over to be saved. */
export function saveFile(name: string, bytes: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const anchor = element("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What a page brings beside its program: the facts at its root, its pictures, and what they share. */
export interface Content {
  readonly data: Readonly<Record<string, string>>;
  readonly store: Node;
  readonly scenes: DocumentFragment;
}

/** What the player itself writes at the root, and what it knows of the running program. */
const own = ["format"];

/** Copy the content of a page, live or only parsed, so that it can be put into this document. */
export function contentOf(page: Document): Content {
  const scenes = document.createDocumentFragment();
  for (const node of Array.from(page.getElementById("stage")?.childNodes ?? [])) {
    scenes.append(document.importNode(node, true));
  }
  const store = page.querySelector("body > .store");
  if (!store) throw new Error("没有共用的图形");
  return {
    data: { ...page.documentElement.dataset } as Record<string, string>,
    store: document.importNode(store, true),
    scenes,
  };
}

/** Put a page's content in the place of this one's, and give back what stood there, to be put back if need be. */
export function exchange({ data, store, scenes }: Content): Content {
  const stage = document.getElementById("stage");
  const oldStore = document.querySelector("body > .store");
  if (!stage || !oldStore) throw new Error("没有画面");
  const root = document.documentElement;
  const old = document.createDocumentFragment();
  while (stage.firstChild) old.append(stage.firstChild);
  const oldData = { ...root.dataset } as Record<string, string>;
  for (const name of Object.keys(oldData)) if (!own.includes(name)) delete root.dataset[name];
  for (const name of Object.keys(data)) if (!own.includes(name)) root.dataset[name] = data[name];
  oldStore.parentNode?.replaceChild(store, oldStore);
  stage.append(scenes);
  return { data: oldData, store: oldStore, scenes: old };
}

/** Tell whether a scene stands on the wall with a picture that takes room. */
export function isShowing(): boolean {
  const pictures = Array.from(document.querySelectorAll("#stage > .scene.on > .picture"));
  return pictures.some((picture) => picture.getBoundingClientRect().width > 0);
}

/** Put a page's own sheet in the place of this one's; gives back what undoes it. */
export function wear(page: Document): () => void {
  const text = page.querySelector("head > style")?.textContent ?? "";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const before = document.adoptedStyleSheets;
  const styles = Array.from(document.styleSheets).filter((one) => !one.disabled);
  document.adoptedStyleSheets = [sheet];
  for (const one of styles) one.disabled = true;
  return () => {
    for (const one of styles) one.disabled = false;
    document.adoptedStyleSheets = before;
  };
}

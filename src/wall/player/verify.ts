import { sha256 } from "@noble/hashes/sha2.js";
import type { Published } from "./record.ts";

/** The last line of the page: what does not end with it was cut off. */
const end = "<!-- wall:end -->";

/** Say why bytes are not the page that build.json describes; null if they are. Plain HTTP has no crypto.subtle. */
export function refuseBytes(
  bytes: Uint8Array,
  { bytes: length, sha256: wanted }: Published["wall"],
): string | null {
  if (bytes.length < length) return "新版只到一半";
  if (bytes.length > length || hexOf(sha256(bytes)) !== wanted) return "新版校验不符";
  if (!new TextDecoder().decode(bytes.slice(-64)).trimEnd().endsWith(end)) return "新版没有结尾";
  return null;
}

/** Say why a page, parsed but not shown, cannot go on the wall; null if it can. */
export function refusePage(page: Document, { build, edition, published }: Published): string | null {
  const { dataset } = page.documentElement;
  if (dataset.edition !== edition) return "新版不是本屏的版别";
  if (dataset.build !== build || dataset.published !== String(published)) return "新版与版本信息对不上";
  const stage = page.getElementById("stage");
  const scenes = [...(stage?.querySelectorAll(":scope > .scene") ?? [])];
  if (!stage || scenes.length === 0) return "新版没有画面";
  const ids = scenes.map((scene) => scene.id);
  if (ids.includes("") || new Set(ids).size < ids.length) return "新版画面重名";
  const formats = scenes.map((scene) => formatsOf(scene).join());
  if (formats.some((one) => one === "" || one !== formats[0])) return "新版缺画面";
  return holdsProgram(stage) ? "新版画面里有程序" : null;
}

/** List the formats that a scene has a picture for, of those with something in them. */
function formatsOf(scene: Element): string[] {
  const pictures = [...scene.querySelectorAll(":scope > svg.picture[data-format]")];
  return pictures.flatMap((svg) =>
    svg.childElementCount > 0 ? (svg.getAttribute("data-format") ?? "") : "",
  );
}

/** Tell whether anything in the stage would run, or style past the page's own sheet. */
function holdsProgram(stage: Element): boolean {
  return [stage, ...stage.querySelectorAll("*")].some(
    (element) =>
      /^(script|style|link|meta|base|iframe|object|embed|foreignobject|form)$/i.test(element.tagName) ||
      element.getAttributeNames().some((name) => name === "style" || /^on/i.test(name)) ||
      [element.getAttribute("href"), element.getAttribute("xlink:href")].some((href) =>
        /^\s*javascript:/i.test(href ?? ""),
      ),
  );
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

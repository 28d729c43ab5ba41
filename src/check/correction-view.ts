import { button, element, saveFile } from "./element.ts";
import type { Correction } from "./report.ts";

const mostListed = 50;

/** Offer a file with its spelling corrected; null where there is nothing to offer or to say. */
export function correctionView(path: string, { changes, bytes, isHeldBack }: Correction): HTMLElement | null {
  if (changes.length === 0) {
    const text = "表头、分列这类错误改好以后，程序才能替你改其余的写法。";
    return isHeldBack ? element("p", { class: "sub" }, text) : null;
  }
  const name = path.replace(/^.*\//, "");
  const list = element("ul", {}, ...changes.slice(0, mostListed).map((line) => element("li", {}, line)));
  const rest = changes.length - mostListed;
  return element(
    "div",
    { class: "correction" },
    element("h4", {}, `能替你改好的 ${changes.length} 处`),
    element("p", { class: "sub" }, "只改编码和写法，一个数也不动；上面要核对的错误，还得自己在原表里改。"),
    list,
    rest > 0 ? element("p", { class: "sub" }, `还有 ${rest} 处没有列出。`) : null,
    element(
      "p",
      { class: "turn" },
      button(`保存改好的 ${name}`, { class: "save" }, () => saveFile(name, bytes as BlobPart, "text/csv")),
    ),
  );
}

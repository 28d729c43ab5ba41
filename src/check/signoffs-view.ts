import { button, element } from "./element.ts";
import type { CheckReport } from "./report.ts";

/** Offer the rows that sign every suspicion, to be copied; null where there is none. */
export function signoffsView({ header, rows, hidden }: CheckReport["signoffs"]): HTMLElement | null {
  if (rows.length + hidden === 0) return null;
  const view = element("section", { class: "part", "aria-labelledby": "signoffs" });
  view.append(element("h2", { id: "signoffs" }, "要签认的"));
  if (rows.length > 0) {
    const text = [header, ...rows].join("\r\n");
    const area = element("textarea", {
      readonly: true,
      rows: String(Math.min(12, rows.length + 1)),
      "aria-label": "签认行",
      wrap: "off",
    });
    area.value = text;
    const state = element("span", { role: "status" });
    const copy = button("复制签认行", {}, () => {
      area.select();
      state.textContent = document.execCommand("copy") ? "已复制。" : "没有复制成，请按 Ctrl+C。";
    });
    view.append(
      element(
        "p",
        { class: "prose" },
        "这些数可疑，但可能属实。核对无误的，把它的那一行贴到 data 文件夹的 signoffs.csv 末尾，补上责任人、日期和理由（复核期可空），再检查一次；不属实的，改原表。第一行是列名，signoffs.csv 里已有就不用再贴。",
      ),
      area,
      element("p", { class: "turn" }, copy, state),
      element("pre", { class: "paper" }, text),
    );
  }
  if (hidden > 0)
    view.append(
      element("p", { class: "prose" }, `有 ${hidden} 处要签认的涉及内部内容，公开版不列出，请在内部版检查。`),
    );
  return view;
}

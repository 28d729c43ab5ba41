import "./older.ts";
import type { DueLine } from "../core/due/say.ts";
import type { SourceFile } from "../core/inputs.ts";
import type { Kit } from "../core/published/kit.ts";
import { type Charts, changesView } from "./changes-view.ts";
import { makeClient } from "./client.ts";
import { type Picked, readChosen, readDropped } from "./dropped.ts";
import { dueView } from "./due-view.ts";
import { button, byId, element, refill, saveFile } from "./element.ts";
import type { Port } from "./engine.ts";
import { FileView, worstOf } from "./file-view.ts";
import type { CheckReport, FileReport } from "./report.ts";
import { signoffsView } from "./signoffs-view.ts";
import { today } from "./today.ts";

declare global {
  interface Window {
    readonly checkingKit: Kit; // set by kit.js
    readonly checkingCharts?: { readonly charts: Charts }; // set by charts.js
  }
}

const openAtOnce = 3; // files whose cells are shown without being asked for

/** Bring the page to life. */
export function open(startEngine: (port: Port) => void): void {
  const kit = window.checkingKit;
  const client = makeClient(startEngine, kit);
  const kinds = Object.entries(kit.datasets).map(([id, { title }]) => [id, String(title)] as const);
  const status = byId("status");
  const results = byId("results");
  const day = byId("day") as HTMLInputElement;
  day.value = today();
  let files: readonly SourceFile[] = [];
  let chosen: Readonly<Record<string, string>> = {};
  let turn = 0;

  const run = async () => {
    const mine = ++turn;
    const now = day.value || today();
    status.textContent = `正在检查 ${files.length} 个文件……`;
    refill(results);
    try {
      const report = await client.check({ files, chosen, now });
      if (mine === turn) show(report, now);
    } catch (error) {
      if (mine === turn)
        status.textContent = `程序自身出错，与数据无关：${String(error)}。请换用新版的浏览器再试，或把文件交给维护人。`;
    }
  };

  const take = async (picking: Promise<Picked>) => {
    const { files: picked, unreadable } = await picking;
    const names = unreadable.join("、");
    byId("unread").textContent =
      unreadable.length === 0 ? "" : `打不开 ${names}。它可能正在 Excel 或 WPS 里打开着，关掉再放一次。`;
    if (picked.length === 0) return;
    files = picked;
    chosen = {};
    await run();
  };

  const showDue = (lines: readonly DueLine[], asked: string, note: string) => {
    byId("due").hidden = lines.length === 0;
    refill(byId("due-list"), ...dueView(lines, asked, note));
  };

  const show = (report: CheckReport, now: string) => {
    showDue(report.due, now, "算上放入的文件。");
    status.textContent = `${report.found}${report.verdict}`;
    const views = ordered(report.files).map((file, i) => ({
      file,
      view: new FileView(file, `file-${i}`, kinds, {
        sheet: client.sheet,
        correction: client.correction,
        choose: (dropped, dataset) => {
          chosen = { ...chosen, [dropped]: dataset };
          void run();
        },
      }),
    }));
    const heading = element(
      "h2",
      { id: "found", tabindex: "-1" },
      report.json.ok ? "没有错误" : "要改的地方",
    );
    refill(
      results,
      element(
        "section",
        { class: "part", "aria-labelledby": "found" },
        heading,
        summary(report, now, kit),
        ...views.map(({ view }) => view.element),
      ),
      ...[signoffsView(report.signoffs), changesView(report, loadCharts)].flatMap((part) => part ?? []),
    );
    const grave = views.filter(({ file }) => worstOf(file) === "error" || worstOf(file) === "warning");
    for (const { view } of (grave.length > 0 ? grave : views).slice(0, openAtOnce)) void view.open();
    if (report.files.some(({ isWorkbook }) => isWorkbook)) {
      const how = byId("how") as HTMLDetailsElement;
      how.open = true;
      how.scrollIntoView({ block: "nearest" });
    } else heading.focus();
  };

  for (const id of ["files", "folder"]) {
    const input = byId(id) as HTMLInputElement;
    input.addEventListener("change", () => {
      if (input.files)
        void take(readChosen(input.files)).then(() => {
          input.value = "";
        });
    });
  }
  const tellDue = async () => {
    const asked = day.value || today();
    const lines = await client.due(asked);
    if (asked === (day.value || today()) && files.length === 0) showDue(lines, asked, "");
  };
  day.addEventListener("change", () => void (files.length > 0 ? run() : tellDue()));
  acceptDrops(byId("drop"), (transfer) => void take(readDropped(transfer)));
  byId("without").hidden = true;
  byId("check").hidden = false;
  void tellDue();
}

/** Put the gravest files first. */
function ordered(files: readonly FileReport[]): FileReport[] {
  const levels = ["error", "warning", "note", null] as const;
  return levels.flatMap((level) => files.filter((file) => worstOf(file) === level));
}

/** Say what was checked, with what, when and by which edition; and offer to take it along. */
function summary(report: CheckReport, day: string, { edition, build }: Kit): HTMLElement {
  const json = () => saveFile("检查结果.json", JSON.stringify(report.json, null, 2), "application/json");
  const version = `检查日期 ${day}，${edition === "public" ? "公开版" : "内部版"} ${build}。`;
  return element(
    "div",
    { class: "summary" },
    element("p", { class: "paper" }, `${report.found}${report.verdict}`),
    ...report.compared.map((sentence) => element("p", { class: "sub" }, sentence)),
    element("p", { class: "sub" }, version),
    element(
      "p",
      { class: "turn" },
      button("打印这份报告", {}, () => window.print()),
      button("保存检查结果（JSON，给维护人）", { id: "json" }, json),
    ),
  );
}

/** Take what is dropped onto an element; what is dropped beside it must not replace the page. */
function acceptDrops(target: HTMLElement, take: (transfer: DataTransfer) => void): void {
  const over = (is: boolean) => target.classList.toggle("over", is);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  document.addEventListener("dragleave", () => over(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer) take(event.dataTransfer);
  });
}

/** Load the script that draws, once. */
function loadCharts(): Promise<Charts> {
  const loaded = window.checkingCharts;
  if (loaded) return Promise.resolve(loaded.charts);
  return new Promise((done, fail) => {
    const script = element("script", { src: "charts.js" });
    script.onload = () => {
      const { checkingCharts } = window;
      if (checkingCharts) done(checkingCharts.charts);
      else fail(new Error("charts.js: nothing in it"));
    };
    script.onerror = () => fail(new Error("charts.js: not loaded"));
    document.head.append(script);
  });
}

import { china } from "../hours.ts";
import { now } from "./clock.ts";
import { canvasesOf, nearest } from "./format.ts";
import { sayClock } from "./say-time.ts";

/** The walls that every scene is proved on, in rows as the sheet has them. */
const rows = [
  [[5760, 1080]],
  [
    [3840, 1080],
    [2560, 1080],
  ],
  [
    [1920, 1080],
    [3840, 2160],
    [1024, 768],
    [1080, 1920],
  ],
] as const;

/** Lay every scene at every size of a wall on one sheet, to be printed and signed before it goes on the wall. */
export function showProof(stage: HTMLElement): void {
  const root = document.documentElement;
  const { bureau = "", build = "", asOf = "", builtAt = "", edition, sample } = root.dataset;
  root.classList.add("sheet");
  delete root.dataset.format;
  root.style.setProperty("--elapsed", "0.5");
  const scenes = Array.from(stage.querySelectorAll<HTMLElement>(".scene"));
  const facts = [
    `版本 ${build}`,
    `数据截至 ${asOf}`,
    `构建 ${builtAt.slice(0, 10)}`,
    `打样 ${new Date(now() + 8 * 3_600_000).toISOString().slice(0, 10)}`,
    edition === "internal" ? "内部版" : "公开版",
    ...(sample === undefined ? [] : ["示例数据"]),
    `${scenes.length} 幕`,
  ];
  const sheet = make("div", "proof");
  const header = make("header");
  header.append(make("h1", "", `${bureau}大屏样张`), make("p", "", facts.join(" · ")));
  sheet.append(header, ...scenes.map(sectionOf));
  stage.textContent = "";
  document.body.append(sheet);
}

function sectionOf(scene: HTMLElement, place: number): HTMLElement {
  const section = make("section");
  section.append(make("h2", "", `${place + 1}　${scene.dataset.title}`));
  for (const row of rows) {
    const line = make("div", "row");
    for (const [width, height] of row) line.append(figureOf(scene, width, height));
    section.append(line);
  }
  const sign = make("p", "sign");
  sign.append(
    ...["核对人：", "日期：", "意见（可以上屏 / 要改什么）："].map((text) => make("span", "", text)),
  );
  section.append(sign);
  return section;
}

function figureOf(scene: HTMLElement, width: number, height: number): HTMLElement {
  const figure = make("figure");
  const wall = make("div", "wall");
  const format = nearest(canvasesOf(scene), width, height);
  const picture = scene.querySelector(`.picture[data-format="${format}"]`)?.cloneNode(true) as Element | null;
  figure.style.flexGrow = String(width / height);
  wall.style.paddingTop = `${(height / width) * 100}%`;
  if (picture) {
    for (const clock of Array.from(picture.querySelectorAll<SVGElement>(".clock"))) {
      clock.textContent = sayClock(now(), china, clock.dataset.clock ?? "full");
    }
    wall.append(picture);
  }
  figure.append(wall, make("figcaption", "", `${width} × ${height}`));
  return figure;
}

function make(name: string, className = "", text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}

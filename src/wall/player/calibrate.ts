import type { Options } from "./options.ts";
import { svg } from "./svg.ts";

/** Heights of text on the wall, in u: the smallest is what the pictures never go below. */
const steps = [20, 12, 9, 7.4, 5.9, 4.4, 3.6, 3.3] as const;
/** What is read aloud: digits that are easily taken for each other, and Han of many strokes. */
const samples = [
  "3869",
  "690528",
  "528604 93",
  "文明单位 83",
  "量度幕警爱 5",
  "3856 志愿服务",
  "83,659 人次 攀繁",
  "数据截至 8653-06-30",
] as const;

/** A part of the screen, in px. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the site says of the wall, in metres; 0 if it says nothing. */
interface Room {
  readonly height: number;
  readonly farthest: number;
}

/** Draw what proves a wall in a minute: can it be read from the last seat, is it whole, straight, even and smooth. */
export function showCalibration({ seams, safe }: Options): void {
  const root = document.documentElement;
  root.classList.add("sheet");
  const [width, height] = [innerWidth, innerHeight];
  const u = Math.min(width, height) / 100;
  const sheet = svg("svg", { class: "calibrate", viewBox: `0 0 ${width} ${height}` });
  const cuts = seams ?? defaultSeams(width, height);
  sheet.append(...grid(width, height, u, cuts), ...frame(width, height, u, cuts, safe));
  const room = { height: Number(root.dataset.height ?? 0), farthest: Number(root.dataset.farthest ?? 0) };
  const [chart, bars, ...others] = split(width, height, u, cuts);
  if (chart) sheet.append(...eyeChart(chart, u, room));
  if (bars) sheet.append(...colours(bars, u, `${width} × ${height}`));
  for (const box of others) sheet.append(...circle(box, u, box.height / 2, `${width} × ${height}`));
  sheet.append(svg("rect", { class: "mark moving", x: -u, y: height - 2.4 * u, width: u, height: 2.4 * u }));
  document.body.append(sheet);
}

/** Seams of a wall of 32:9 or 48:9: two or three screens of 16:9. */
function defaultSeams(width: number, height: number): number[] {
  const screens = Math.round(width / height / (16 / 9));
  return screens > 1 ? Array.from({ length: screens - 1 }, (_, i) => (width / screens) * (i + 1)) : [];
}

/** Set out one part for what is read and one for what is looked at, and the panels of a strip that are left. */
function split(width: number, height: number, u: number, cuts: readonly number[]): Box[] {
  const ends = [...cuts, width];
  const panels = ends.map((end, i): Box => {
    const x = i === 0 ? 0 : (ends[i - 1] ?? 0);
    const [side, top] = [(end - x) * 0.05 + 3 * u, height * 0.05 + 3 * u];
    return { x: x + side, y: top, width: end - x - 2 * side, height: height - 2 * top };
  });
  const [whole] = panels;
  if (!whole || panels.length > 1) return panels;
  const gap = 5 * u;
  if (height > width) {
    const upper = whole.height * 0.58;
    return [
      { ...whole, height: upper },
      { ...whole, y: whole.y + upper + gap, height: whole.height - upper - gap },
    ];
  }
  const left = whole.width * 0.58;
  return [
    { ...whole, width: left },
    { ...whole, x: whole.x + left + gap, width: whole.width - left - gap },
  ];
}

function grid(width: number, height: number, u: number, cuts: readonly number[]): SVGElement[] {
  const lines: string[] = [];
  for (let x = 0; x <= width; x += 10 * u) lines.push(`M${x} 0V${height}`);
  for (let y = 0; y <= height; y += 10 * u) lines.push(`M0 ${y}H${width}`);
  const seams = cuts.map((x) => `M${x} 0V${height}M${x - 16} 0V${height}M${x + 16} 0V${height}`);
  return [
    svg("path", { class: "grid", d: lines.join("") }),
    svg("path", { class: "seam", d: seams.join(""), "stroke-width": 2 }),
  ];
}

/** Frame the screen's very edge, and the safe area of each panel. */
function frame(
  width: number,
  height: number,
  u: number,
  cuts: readonly number[],
  safe: number,
): SVGElement[] {
  const edges = [0, ...cuts, width];
  const made: SVGElement[] = [
    svg("rect", { class: "frame", x: 1, y: 1, width: width - 2, height: height - 2, "stroke-width": 2 }),
  ];
  cuts.concat(width).forEach((end, i) => {
    const start = edges[i] ?? 0;
    const [side, top] = [((end - start) * safe) / 100, (height * safe) / 100];
    made.push(
      svg("rect", {
        class: "frame",
        x: start + side,
        y: top,
        width: end - start - 2 * side,
        height: height - 2 * top,
        "stroke-width": 0.3 * u,
        "stroke-dasharray": `${2 * u} ${u}`,
      }),
    );
  });
  return made;
}

/** Rows of text, each with the distance from which it can be read: 150 times the height of a character. */
function eyeChart({ x, y, width, height }: Box, u: number, room: Room): SVGElement[] {
  const made: SVGElement[] = [];
  const size = 3.3 * u;
  const inks = steps.reduce((sum, step) => sum + 0.88 * step * u, 0);
  const pitch = (height - 5 * u - inks) / steps.length;
  const needed = room.height > 0 && room.farthest > 0 ? (room.farthest / 150 / room.height) * 100 : 0;
  const must = steps.filter((step) => step >= needed).slice(-1)[0];
  const note = needed > 0 ? "在最远的座位念出红色一行以上的字" : "站在最远的座位，看能念到哪一行";
  made.push(
    svg("text", { class: "mute", x, y: y + size, "font-size": size }, note),
    svg(
      "text",
      { class: "mute", x: x + width, y: y + size, "font-size": size, "text-anchor": "end" },
      "最远",
    ),
  );
  let base = y + 5 * u;
  steps.forEach((step, i) => {
    base += 0.88 * step * u + pitch;
    const isIt = needed > 0 && step === must;
    const reach =
      room.height > 0
        ? `${((step / 100) * room.height * 150).toFixed(1)} 米`
        : `屏高 × ${(step * 1.5).toFixed(1)}`;
    made.push(
      svg("text", { class: isIt ? "mark bold" : "bold", x, y: base, "font-size": step * u }, samples[i]),
      svg(
        "text",
        {
          class: isIt ? "mark bold" : "mute",
          x: x + width,
          y: base,
          "font-size": size,
          "text-anchor": "end",
        },
        `${isIt ? "要看清　" : ""}${reach}`,
      ),
    );
  });
  return made;
}

const palette = ["ink", "t3", "t2", "t1", "line", "card", "mark", "area", "plate"] as const;

/** A circle that must be round, the palette, and greys that must all be told apart. */
function colours({ x, y, width, height }: Box, u: number, size: string): SVGElement[] {
  const made: SVGElement[] = [];
  const text = 3.3 * u;
  const radius = Math.min(width / 2, height * 0.22);
  made.push(...circle({ x, y, width, height: 2 * radius }, u, radius, size));
  const top = y + 2 * radius + 2 * u;
  const bar = (height - 2 * radius - 2 * u - 4 * 5 * u) / 3;
  const band = (row: number, words: string, fills: readonly (readonly [string, string])[]) => {
    const from = top + row * (bar + 6 * u);
    made.push(svg("text", { class: "mute", x, y: from + text, "font-size": text }, words));
    fills.forEach(([name, value], i) => {
      const place = {
        x: x + (width / fills.length) * i,
        y: from + 5 * u,
        width: width / fills.length,
        height: bar,
      };
      made.push(svg("rect", { ...place, [name]: value }));
    });
  };
  const grey = (level: number): [string, string] => ["fill", `rgb(${level},${level},${level})`];
  band(
    0,
    "画面用的颜色",
    palette.map((name) => ["class", name]),
  );
  band(
    1,
    "灰阶：十一格都分得开",
    Array.from({ length: 11 }, (_, i) => grey(Math.round(i * 25.5))),
  );
  band(
    2,
    "暗部：八格都分得开",
    Array.from({ length: 8 }, (_, i) => grey(i * 5)),
  );
  return made;
}

/** A circle in the middle of a box, with the screen's size in px. */
function circle({ x, y, width, height }: Box, u: number, radius: number, size: string): SVGElement[] {
  const [cx, cy, text] = [x + width / 2, y + height / 2, 3.3 * u];
  const words = (dy: number, className: string, what: string) =>
    svg("text", { class: className, x: cx, y: cy + dy, "font-size": text, "text-anchor": "middle" }, what);
  return [
    svg("circle", { class: "frame", cx, cy, r: Math.min(radius, width / 2) - u, "stroke-width": 0.3 * u }),
    words(0, "bold", size),
    words(4.6 * u, "mute", "正圆"),
  ];
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { project } from "../command.ts";
import { drawSamples } from "./gallery.ts";
import { cases, drawPair, kinds, matrix } from "./matrix.ts";

/** Write every chart of the gallery into one page, to be opened and looked at: `npm run gallery`. */
function galleryPage(): string {
  const sheet = ["tokens.css", "ground.css"].map((name) =>
    readFileSync(join(project, "src/styles", name), "utf8"),
  );
  const figure = ([name, svg]: readonly [string, string]) =>
    `<figure><figcaption>${name}</figcaption>${svg}</figure>`;
  const pairs = kinds.map((kind) => {
    const drawn = cases.flatMap((name) => {
      const entry = matrix[kind][name];
      if (typeof entry !== "function") return [`<p>${name}：${entry.none}</p>`];
      return [`<h3>${name}</h3>`, ...drawPair(kind, name).map(figure)];
    });
    return `<h2>${kind}</h2>${drawn.join("")}`;
  });
  const own =
    "body{padding:24px}figure{display:inline-block;margin:8px 24px 24px 0;vertical-align:top}svg{background:var(--card);outline:1px solid var(--line)}h2{margin-top:40px}";
  return `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>gallery</title><style>${sheet.join("")}${own}</style>${pairs.join("")}<h2>samples</h2>${[...drawSamples()].map(figure).join("")}`;
}

const file = join(project, ".astro", "gallery.html");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, galleryPage());
console.log(file);

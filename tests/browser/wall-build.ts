import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a server holds: paths and bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A build of the wall as a publication would write it, made of another by changing what it says. */
export interface Build {
  readonly id: string;
  readonly page: string;
  readonly files: Files;
}

export interface Change {
  readonly id: string; // of the content
  readonly published: number;
  readonly edition?: string;
  readonly builtAt?: string;
  readonly asOf?: string;
  readonly program?: (code: string) => string; // another wall.js
  readonly sheet?: string; // more styles
}

/** Read what a wall needs of a built site. */
export function readBuild(site: string): Build {
  const names = ["build.json", "wall/index.html", "wall/wall.js", "favicon.svg"];
  const files = new Map<string, Uint8Array>(names.map((name) => [name, readFileSync(join(site, name))]));
  const { build } = JSON.parse(text(files, "build.json"));
  return { id: build, page: text(files, "wall/index.html"), files };
}

/** Make another build of one: each scene's title, headline and 数据截至 tell which it is. */
export function rebuilt(base: Build, change: Change): Build {
  const old = JSON.parse(text(base.files, "build.json"));
  const record = { ...old, ...pick(change), build: change.id };
  const code = text(base.files, "wall/wall.js");
  const program = change.program?.(code) ?? code;
  let page = attribute(base.page, "build", change.id);
  page = attribute(page, "published", String(change.published));
  page = attribute(page, "edition", record.edition);
  page = attribute(page, "built-at", record.builtAt);
  page = attribute(page, "as-of", record.asOf).replaceAll(`数据截至 ${old.asOf}`, `数据截至 ${record.asOf}`);
  if (change.program || change.sheet !== undefined) {
    const hash = createHash("sha256").update(program);
    page = attribute(page, "script", `sha256-${hash.digest("base64")}`);
    page = attribute(
      page,
      "code",
      createHash("sha256")
        .update(program + change.sheet)
        .digest("hex")
        .slice(0, 12),
    );
    page = page.replace("</style>", () => `${change.sheet ?? ""}</style>`);
  }
  const bytes = new TextEncoder().encode(page);
  const wall = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  const files = new Map(base.files)
    .set("build.json", new TextEncoder().encode(`${JSON.stringify({ ...record, wall })}\n`))
    .set("wall/index.html", bytes)
    .set("wall/wall.js", new TextEncoder().encode(program));
  return { id: change.id, page, files };
}

/** Change one file of a build without telling build.json. */
export function spoilt({ files }: Build, path: string, change: (text: string) => string): Files {
  return new Map(files).set(path, new TextEncoder().encode(change(text(files, path))));
}

function pick({ published, edition, builtAt, asOf }: Change) {
  return {
    published,
    ...(edition === undefined ? {} : { edition }),
    ...(builtAt === undefined ? {} : { builtAt }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Set an attribute of the page's root. */
function attribute(page: string, name: string, value: string): string {
  const before = new RegExp(`(<html[^>]*\\sdata-${name}=")[^"]*(")`);
  if (!before.test(page)) throw new Error(`no data-${name} in the page`);
  return page.replace(before, (_, start: string, end: string) => start + value + end);
}

function text(files: Files, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

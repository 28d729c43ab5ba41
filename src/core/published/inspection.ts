import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { isAbsent, type State } from "../state.ts";
import type { Secret, Secrets } from "./secrets.ts";

/** Gives the SHA-256 of a text in base64, as a Content-Security-Policy quotes it. */
export type Hash = (text: string) => string;

/** Look through every file of a built site for what it may not hold, before it takes the place of the last one. */
export function inspectOutput(files: readonly SourceFile[], secrets: Secrets | null, hash: Hash): Finding[] {
  const index = secrets && indexTexts(secrets.texts);
  return files.flatMap((file) => {
    const text = new TextDecoder().decode(file.bytes);
    const isPage = file.path.endsWith(".html");
    return [
      ...(secrets && index ? findSecrets(file.path, text, secrets, index) : []),
      ...findGivenAway(file.path, text),
      ...(isPage || /\.(?:css|svg)$/.test(file.path) ? findOutside(file.path, text) : []),
      ...(isPage ? findUnlisted(file.path, text, hash) : []),
    ];
  });
}

type Index = ReadonlyMap<string, readonly (readonly [text: string, secret: Secret])[]>;

/** Index secret texts by how they begin, so that a file is gone through once however many there are. */
function indexTexts(texts: ReadonlyMap<string, Secret>): Index {
  return Map.groupBy(texts, ([text]) => text.slice(0, 2));
}

/** FILE-21, SDC-06, SDC-08: a file, a column or a text that is not for this edition. */
function findSecrets(path: string, text: string, { names, headers }: Secrets, index: Index): Finding[] {
  const place = filePlace(path);
  const found = new Map<string, Finding>();
  const name = path.split("/").find((part) => names.has(part.replace(/\.\w+$/, "")));
  if (name !== undefined) found.set("name", finding("FILE-21", place, { name: path }));
  const [, dataset = ""] = /^data\/datasets\/(.+)\.csv$/.exec(path) ?? [];
  const header = text.slice(0, text.indexOf("\n")).trim().split(",");
  for (const column of header.filter((cell) => headers.get(dataset)?.has(cell))) {
    found.set(column, finding("SDC-06", place, { what: `“${column}”这一列` }));
  }
  for (const read of readings(path, text)) {
    for (let at = 0; at < read.length; at++) {
      for (const [secret, { of, isNumber, isName }] of index.get(read.slice(at, at + 2)) ?? []) {
        if (
          !read.startsWith(secret, at) ||
          (isNumber || (isName && secret.length < 3) ? !isWhole(read, at, secret.length) : false)
        )
          continue;
        found.set(of, isNumber ? finding("SDC-08", place, { of }) : finding("SDC-06", place, { what: of }));
      }
    }
  }
  return [...found.values()];
}

/** A page is read as it is written, and as it is seen: without tags, which also part words, and entities. */
export function readings(path: string, text: string): string[] {
  if (!path.endsWith(".html")) return [text];
  const seen = text
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (decimal || hex) return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
      return (
        ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" } as Readonly<Record<string, string>>)[name] ??
        all
      );
    });
  return [text, seen];
}

/** Tell whether what stands before and after is no part of the same word or number. */
function isWhole(text: string, at: number, length: number): boolean {
  const part = /[\p{L}\p{N}.]/u;
  return !part.test(text[at - 1] ?? " ") && !part.test(text[at + length] ?? " ");
}

/** SDC-08: a point whose state says that it has no value, and that has one all the same. */
function findGivenAway(path: string, text: string): Finding[] {
  if (!/^data\/(?:indicators|units)\/.+\.json$/.test(path)) return [];
  const points = [...text.matchAll(/"year": (\d+),\s*"value": (\S+),\s*"state": "([\w-]+)"/g)];
  return points
    .filter(([, , value, state]) => value !== "null" && isAbsent(state as State))
    .map(([, year]) => finding("SDC-08", filePlace(path), { of: `${year} 年` }));
}

/** SEC-09: whatever makes a browser ask another host for something; a link that is only followed when clicked does not. */
function findOutside(path: string, text: string): Finding[] {
  const asks = [
    /<(?:script|img|source|video|audio|iframe|embed|object|track|input|use|image)\b[^>]*\s(?:src|srcset|poster|data|href|xlink:href)\s*=\s*["']?\s*((?:https?:)?\/\/[^\s"'>]+)/gi,
    /<link\b[^>]*\shref\s*=\s*["']?\s*((?:https?:)?\/\/[^\s"'>]+)/gi,
    /<form\b[^>]*\saction\s*=\s*["']?\s*((?:https?:)?\/\/[^\s"'>]+)/gi,
    /<meta\b[^>]*\bhttp-equiv\s*=\s*["']?refresh[^>]*\burl=\s*((?:https?:)?\/\/[^\s"'>]+)/gi,
    /(?:\burl\(|@import)\s*["']?\s*((?:https?:)?\/\/[^\s"')]+)/gi,
  ];
  const urls = new Set(asks.flatMap((ask) => [...text.matchAll(ask)].map((match) => match[1] ?? "")));
  return [...urls].map((url) => finding("SEC-09", filePlace(path), { url }));
}

/** SEC-10: scripts and styles in the page that its own policy would block. */
function findUnlisted(path: string, text: string, hash: Hash): Finding[] {
  const place = filePlace(path);
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/
    .exec(text)?.[1]
    ?.replaceAll("&#39;", "'");
  const inline = [...text.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi)]
    .filter(([, , attributes = "", body = ""]) => !/\ssrc\s*=/.test(attributes) && body !== "")
    .filter(([, , , body = ""]) => !policy?.includes(`'sha256-${hash(body)}'`));
  const bare = text.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, "");
  const attributes = [...bare.matchAll(/<[a-z][^>]*?\s(style|on[a-z]+)\s*=\s*["']/gi)];
  const kinds = new Map([
    ["脚本", inline.filter(([, tag]) => tag?.toLowerCase() === "script").length],
    ["样式", inline.filter(([, tag]) => tag?.toLowerCase() === "style").length],
    ["style 属性", attributes.filter(([, name]) => name?.toLowerCase() === "style").length],
    ["事件属性", attributes.filter(([, name]) => name?.toLowerCase() !== "style").length],
  ]);
  const found = [...kinds]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => finding("SEC-10", place, { what, count }));
  return policy === undefined ? [finding("SEC-10", place, { what: "", count: 0 }), ...found] : found;
}

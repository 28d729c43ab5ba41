import { short, shortenPath } from "./svg-path.ts";

/** One element of zrender's SVG text. */
interface Node {
  tag: string;
  attributes: Map<string, string>;
  children: (Node | string)[];
}

/** Attributes that say nothing in a still picture, or that our own root says once for all. */
const dropped = /^(class|pointer-events|ecmeta_.*|dominant-baseline|xml:space|style|transform|font-family)$/;
const inherited: Readonly<Record<string, string>> = {
  fill: "none",
  "font-size": "12",
  "text-anchor": "start",
  "stroke-width": "1",
  patternUnits: "",
};

export interface Frame {
  readonly id: string; // prefix of every id inside
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly desc: string;
}

/** Rewrite zrender's SVG as small, static, style-free markup whose ids begin with the chart's own. */
export function tidySvg(svg: string, { id, width, height, title, desc }: Frame): string {
  const root = parse(svg);
  const patterns: Node[] = [];
  const shapes = flatten(root.children, patterns).map((node) => tidy(node));
  const body = group(merge(shapes.filter((node) => node.attributes.get("d") !== "")))
    .map(write)
    .join("");
  const defs = patterns.length
    ? `<defs>${patterns.map((node) => write(tidyPattern(node))).join("")}</defs>`
    : "";
  return renumber(
    `<svg role="img" aria-labelledby="${id}-t ${id}-d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-size="12" fill="none"><title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(desc)}</desc>${defs}${body}</svg>`,
    id,
  );
}

/** Read the subset of XML that zrender writes. */
function parse(svg: string): Node {
  const root: Node = { tag: "root", attributes: new Map(), children: [] };
  const open = [root];
  for (const [, close, tag, attributes, words] of svg.matchAll(/<(\/?)([\w]+)([^>]*)>|([^<>]+)/g)) {
    const parent = open[open.length - 1] as Node;
    if (words !== undefined) {
      if (words.trim() !== "") parent.children.push(words);
    } else if (close) open.pop();
    else {
      const pairs = [...(attributes ?? "").matchAll(/([\w:-]+)="([^"]*)"/g)];
      const node: Node = {
        tag: tag as string,
        attributes: new Map(pairs.map(([, name, value]) => [name as string, value as string])),
        children: [],
      };
      parent.children.push(node);
      if (!attributes?.endsWith("/")) open.push(node);
    }
  }
  return root.children.find((child) => typeof child !== "string") as Node;
}

/** Take the shapes out of their groups: our charts clip nothing and nest nothing. */
function flatten(children: readonly (Node | string)[], patterns: Node[]): Node[] {
  return children.flatMap((node) => {
    if (typeof node === "string" || node.tag === "style" || node.tag === "clipPath") return [];
    if (node.tag === "pattern") patterns.push(node);
    if (node.tag === "g" || node.tag === "defs") return flatten(node.children, patterns);
    const unpainted = !paints(node, "fill") && !paints(node, "stroke") && node.tag !== "text";
    return node.tag === "pattern" || unpainted ? [] : [node];
  });
}

function paints(node: Node, attribute: string): boolean {
  return (node.attributes.get(attribute) ?? "none") !== "none";
}

function tidyPattern(node: Node): Node {
  for (const child of node.children) if (typeof child !== "string") child.attributes.delete("fill");
  return node;
}

/** Turn style into attributes, apply the translation, drop what is not needed and round the rest. */
function tidy(node: Node): Node {
  const all = new Map(node.attributes);
  for (const [, name, value] of (all.get("style") ?? "").matchAll(/([\w-]+):\s*([^;]+)/g)) {
    all.set(name as string, (value as string).replace(/px$/, ""));
  }
  const [dx, dy] = translation(all.get("transform"));
  if (node.tag === "text") {
    // Half the height of a figure below the middle: the same in every font, unlike dominant-baseline.
    const size = Number(all.get("font-size") ?? 12);
    all.set("x", String(Math.round(Number(all.get("x") ?? 0) + dx)));
    all.set("y", String(Math.round(Number(all.get("y") ?? 0) + dy + size * 0.36)));
  }
  const d = all.get("d");
  if (d !== undefined) all.set("d", shortenPath(d, dx, dy));
  const kept = [...all].filter(([name, value]) => !dropped.test(name) && inherited[name] !== value);
  return {
    ...node,
    attributes: new Map(
      kept.map(([name, value]) => [name, name === "stroke-width" ? short(Number(value)) : value]),
    ),
  };
}

function translation(transform: string | undefined): readonly [number, number] {
  if (transform === undefined) return [0, 0];
  const [, x, y] = /^translate\((\S+) (\S+)\)$/.exec(transform) ?? [];
  if (x === undefined) throw new Error(`unexpected transform: ${transform}`);
  return [Number(x), Number(y)];
}

/** Merge neighbours: shapes painted alike into one path, single Han characters one below the other into one word. */
function merge(nodes: readonly Node[]): Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged[merged.length - 1];
    if (last && last.tag === node.tag && alike(last, node)) {
      if (node.tag === "path") {
        last.attributes.set("d", `${last.attributes.get("d")}${node.attributes.get("d")}`);
        continue;
      }
      if (isBelow(last, node)) {
        for (const name of ["x", "y"]) {
          last.attributes.set(name, `${last.attributes.get(name)} ${node.attributes.get(name)}`);
        }
        last.children = [`${last.children[0]}${node.children[0]}`];
        continue;
      }
    }
    merged.push(node);
  }
  return merged;
}

function isBelow(last: Node, node: Node): boolean {
  const xs = last.attributes.get("x")?.split(" ") ?? [];
  const [above, below] = [String(last.children[0]), String(node.children[0])];
  return (
    /^\p{Script=Han}+$/u.test(above) &&
    /^\p{Script=Han}$/u.test(below) &&
    [...above].length === xs.length &&
    xs[0] === node.attributes.get("x")
  );
}

const placing = new Set(["d", "x", "y"]);

function appearance(node: Node): string {
  return [...node.attributes]
    .filter(([name]) => !placing.has(name))
    .map(([name, value]) => ` ${name}="${value}"`)
    .sort()
    .join("");
}

function alike(a: Node, b: Node): boolean {
  return appearance(a) === appearance(b);
}

/** Say once what neighbouring texts have in common. */
function group(nodes: readonly Node[]): Node[] {
  const grouped: Node[] = [];
  for (const node of nodes) {
    const last = grouped[grouped.length - 1];
    const first = last?.tag === "g" ? (last.children[0] as Node) : last;
    if (!last || !first || node.tag !== "text" || first.tag !== "text" || !alike(last, node)) {
      grouped.push(node);
      continue;
    }
    if (last.tag !== "g") {
      const shared = new Map([...last.attributes].filter(([name]) => !placing.has(name)));
      grouped[grouped.length - 1] = { tag: "g", attributes: shared, children: [bare(last), bare(node)] };
    } else last.children.push(bare(node));
  }
  return grouped;
}

function bare(node: Node): Node {
  return { ...node, attributes: new Map([...node.attributes].filter(([name]) => placing.has(name))) };
}

function write({ tag, attributes, children }: Node): string {
  const written = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  const inner = children.map((child) => (typeof child === "string" ? child : write(child))).join("");
  return inner === "" ? `<${tag}${written}/>` : `<${tag}${written}>${inner}</${tag}>`;
}

/** Name zrender's ids in order of appearance, so that a build depends on nothing but its input. */
function renumber(svg: string, id: string): string {
  const names = new Map<string, string>();
  return svg.replace(/\bzr\d+-\w+/g, (found) => {
    const name = names.get(found) ?? `${id}-${names.size}`;
    names.set(found, name);
    return name;
  });
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

import { findHostile } from "../cells/hostile.ts";
import { findDirectionControl } from "../cells/names.ts";
import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile, Unread } from "../inputs.ts";
import { codePoint } from "../visible.ts";

const longest = 100;

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What addresses, Windows or a terminal take for something else. */
const forbidden = /[#?%<>:"|*\\\p{Cc}]/u;

const control = /\p{Cc}/u;

function shown(name: string): string {
  return name.replace(/\p{Cc}/gu, codePoint);
}

/** Check the names of all exports, and what could not be opened at all: FILE-12, FILE-13. */
export function checkNames(files: readonly SourceFile[], unread: readonly Unread[]): Finding[] {
  const firsts = new Map<string, string>();
  const found: Finding[] = unread.map(({ path, why }) =>
    why === "link"
      ? finding("FILE-13", filePlace(path), { name: path, link: true })
      : finding("FILE-12", filePlace(path), { name: path, problem: "encoding", sign: "", other: "" }),
  );
  for (const { path } of files) {
    found.push(...checkName(path), ...checkText(path));
    const first = firsts.get(path.toLowerCase());
    if (first === undefined) firsts.set(path.toLowerCase(), path);
    else {
      const facts = { name: path, problem: "twice", sign: "", other: first } as const;
      found.push(finding("FILE-12", filePlace(path), facts, { related: [filePlace(first)] }));
    }
  }
  return found;
}

/** A file's name is printed, and shown as a source: it may not hold what is meant for a machine either. */
function checkText(path: string): Finding[] {
  const found = findDirectionControl(path, "文件名") ?? findHostile(path, "文件名");
  return found ? [finding(found.code, filePlace(path), found.facts as never)] : [];
}

/** Say what is wrong with the first part of a path that cannot stand. */
function checkName(path: string): Finding[] {
  const place = filePlace(path);
  const parts = path.split("/");
  if (parts.some((part) => ["", ".", ".."].includes(part))) {
    return [finding("FILE-13", place, { name: shown(path), link: false })];
  }
  for (const part of parts) {
    const name = shown(part);
    const sign = forbidden.exec(part)?.[0] ?? /[. ]$/.exec(part)?.[0];
    if (sign !== undefined) {
      const facts = { name, problem: "sign", sign: control.test(sign) ? codePoint(sign) : sign, other: "" };
      return [finding("FILE-12", place, { ...facts, problem: "sign" })];
    }
    if (reserved.test(part)) {
      const word = part.replace(/\..*$/, "");
      return [finding("FILE-12", place, { name, problem: "reserved", sign: word, other: "" })];
    }
    if ([...part].length > longest) {
      return [finding("FILE-12", place, { name, problem: "long", sign: "", other: "" })];
    }
  }
  return [];
}

import type { z } from "zod";
import { findHostile, isSafeSlug } from "../cells/hostile.ts";
import { findDirectionControl } from "../cells/names.ts";
import { type Issue, issue } from "../cells/reading.ts";
import { type Finding, filePlace, finding } from "../finding.ts";

/** Chinese for what zod says, so that a mistake in JSON reads like any other finding. */
const reasons: Readonly<Record<string, (issue: z.core.$ZodRawIssue) => string>> = {
  invalid_type: (i) =>
    i.input === undefined ? "缺少这一项" : `类型不对，应为 ${(i as { expected?: string }).expected}`,
  unrecognized_keys: (i) => `不认识的项：${((i as { keys?: string[] }).keys ?? []).join("、")}`,
  invalid_value: (i) => `应为以下之一：${((i as { values?: unknown[] }).values ?? []).join("、")}`,
  invalid_union: () => "不符合任何一种允许的写法",
  too_small: () => "太短或太小",
  too_big: () => "太长或太大",
  invalid_format: () => "格式不对",
};

/** Give the id a JSON file stands for: its name without folder and ending. */
export function idOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.json$/, "");
}

/** Read JSON text against a schema; every mistake is a CFG finding with its file and path. */
export function parseJson<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { value: T | null; findings: Finding[] } {
  if (!isSafeSlug(idOf(file))) {
    const found = finding("SEC-05", filePlace(file), { what: "文件名", text: idOf(file) });
    return { value: null, findings: [found] };
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return {
      value: null,
      findings: [finding("CFG-02", filePlace(file), { problem: (error as Error).message })],
    };
  }
  const parsed = schema.safeParse(raw, { error: (issue) => reasons[issue.code ?? ""]?.(issue) });
  if (parsed.success) {
    const hostile = hostileIn(raw, "");
    const findings = hostile.map(({ code, facts }) => finding(code, filePlace(file), facts as never));
    return { value: hostile.length > 0 ? null : parsed.data, findings };
  }
  const findings = parsed.error.issues.map((issue) =>
    finding("CFG-01", filePlace(file), { path: issue.path.join("."), problem: issue.message }),
  );
  return { value: null, findings };
}

/** Find what may stand nowhere in a JSON file, since all of its texts may reach a page: each with the way to it. */
function hostileIn(value: unknown, path: string): Issue[] {
  if (typeof value === "string") return judgeText(value, path);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const way = path === "" ? key : `${path}.${key}`;
    if (["__proto__", "constructor", "prototype"].includes(key)) {
      return [issue("CFG-01", { path: way, problem: `“${key}”是程序的保留字` })];
    }
    return [...judgeText(key, way), ...hostileIn(inner, way)];
  });
}

function judgeText(text: string, path: string): Issue[] {
  if (text.includes("\ufffd")) {
    return [issue("CFG-01", { path, problem: "文字里有“�”，文件多半不是以 UTF-8 编码保存的" })];
  }
  const what = `配置文件的“${path}”处`;
  const control = /[^\P{Cc}\n\t]/u.test(text) ? issue("SEC-06", { what, text }) : null;
  return [findDirectionControl(text, what) ?? findHostile(text, what) ?? control].filter(
    (found) => found !== null,
  );
}

import type { z } from "zod";
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

/** Read JSON text against a schema; every mistake is a CFG finding with its file and path. */
export function parseJson<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { value: T | null; findings: Finding[] } {
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
  if (parsed.success) return { value: parsed.data, findings: [] };
  const findings = parsed.error.issues.map((issue) =>
    finding("CFG-01", filePlace(file), { path: issue.path.join("."), problem: issue.message }),
  );
  return { value: null, findings };
}

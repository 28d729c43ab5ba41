import * as z from "zod";
import type { Finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { parseJson } from "./parsing.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** data/site.json; without it every default holds. */
export const settingsSchema = z.strictObject({
  bureau: z.string().default("某单位"),
  title: z.string().default("文明创建数据"),
  slogan: z.string().default(""),
  sample: z.boolean().default(true), // 示例数据 on every page and in every download
  baseYear: z.int().default(2012),
  asOf: day.optional(),
  scopes: z.array(z.string()).default([]), // beyond 机关, 全局, 全系统, 窗口
  /** Indicators whose four figures and cards open the site. */
  overview: z
    .array(z.string())
    .default(["honors-awarded", "volunteer-ratio", "competition-entries", "austerity-reception"]),
  contact: z
    .strictObject({
      office: z.string().default(""),
      phone: z.string().default(""),
      email: z.string().default(""),
      address: z.string().default(""),
    })
    .prefault({}),
  /** What a government site prints in its foot, where it has them. */
  registration: z
    .strictObject({
      siteCode: z.string().default(""),
      icp: z.string().default(""),
      police: z.string().default(""),
    })
    .prefault({}),
  /** FILE-09: larger files are not read; a data set may have limits of its own. */
  limits: z
    .strictObject({
      megabytes: z.number().positive().default(20),
      rows: z.int().positive().default(500_000),
    })
    .prefault({}),
  nextUpdate: z.string().default(""), // e.g. "2027-01-31 前"
});

export type Settings = z.infer<typeof settingsSchema>;

/** The scopes every site has. */
export const coreScopes = ["机关", "全局", "全系统", "窗口"] as const;

/** Read site.json; without it, or with a mistake in it, the defaults hold. */
export function readSettings(file: SourceFile | null): { settings: Settings; findings: Finding[] } {
  const defaults = settingsSchema.parse({});
  if (!file) return { settings: defaults, findings: [] };
  const { value, findings } = parseJson(file.path, new TextDecoder().decode(file.bytes), settingsSchema);
  return { settings: value ?? defaults, findings };
}

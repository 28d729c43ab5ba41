import * as z from "zod";
import type { Finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { parseJson } from "./parsing.ts";

const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d";
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
  /** The wall display, /wall/. */
  wall: z
    .strictObject({
      /** Metres: how high the lit surface is, and how far the farthest seat is from it. Words grow with the distance. */
      height: z.number().positive().max(100).optional(),
      farthest: z.number().positive().max(500).optional(),
      safe: z.number().min(0).max(5).default(5), // percent of each side that stays empty
      seams: z.array(z.int().positive()).default([]), // pixels from the left edge of the wall
      night: z
        .string()
        .regex(new RegExp(`^(?:${clock}-${clock})?$`))
        .default(""), // e.g. "22:00-06:30"; "": no night
      theme: z.enum(["dark", "light"]).default("dark"),
    })
    .refine(({ height, farthest }) => (height === undefined) === (farthest === undefined), {
      error: "height 和 farthest 要一起填，单位是米",
    })
    .refine(({ seams }) => seams.every((seam, i) => seam > (seams[i - 1] ?? 0)), {
      path: ["seams"],
      error: "拼缝要从左到右、从小到大写",
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

import { entry } from "./entry.ts";

export const cfg = {
  "CFG-01": entry<{ path: string; problem: string }>("E", (f) => [
    `配置文件${f.path ? `的“${f.path}”处` : ""}有误：${f.problem}。`,
    "对照 README 中的格式改正这一处；拿不准时请联系维护人。",
  ]),
  "CFG-02": entry<{ problem: string }>("E", (f) => [
    `配置文件不是正确的 JSON：${f.problem}。`,
    "多半是少了或多了逗号、引号或括号，请从最近改动的一处查起。",
  ]),
  "CFG-03": entry<{ path: string; name: string; known: string }>("E", (f) => [
    `配置文件的“${f.path}”处写的“${f.name}”不存在。`,
    `可用的有：${f.known}。请改成其中之一，或先补上缺的那一份。`,
  ]),
};

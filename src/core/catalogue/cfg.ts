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
  "CFG-04": entry<{ path: string; name: string }>("E", (f) => [
    `这是公开指标，而“${f.path}”处用的“${f.name}”只供内部。`,
    "请改用公开的表和列，或把指标的 audience 改成 internal。",
  ]),
  "CFG-05": entry<{ path: string; problem: string }>("E", (f) => [
    `指标的“${f.path}”处算不出正确的数：${f.problem}。`,
    "请对照 README 中“三步增加一个指标”一节改正这一处。",
  ]),
  "CFG-06": entry<{ indicator: string; unit: string; text: string }>("E", (f) => [
    `“${f.indicator}”的单位是“${f.unit}”，这一格填的是“${f.text}”，两者不能换算。`,
    "请核对这一格的单位；单位没有填错的，请改正指标的 unit。",
  ]),
};

import { entry } from "./entry.ts";

const ours = "这是程序的问题，不是数据的问题：上一次发布的网站原样未动，请把这条信息转给维护人。";

/** What a built site may not hold. Never quotes what was found: it is what must not be known. */
export const output = {
  "FILE-21": entry<{ name: string }>("E", (f) => [`公开版里有内部的文件“${f.name}”，发布已中止。`, ours]),
  "SDC-06": entry<{ what: string }>("E", (f) => [
    `公开版里出现了内部内容：${f.what}，发布已中止。`,
    `同样的文字也写在公开的格子、标题或说明里的，请改掉其中一处；不是的话，${ours}`,
  ]),
  "SDC-08": entry<{ of: string }>("E", (f) => [
    `公开版里还有不公开的数：${f.of}，发布已中止。`,
    `同样的数也写在公开的文字里的，请改掉；不是的话，${ours}`,
  ]),
  "SEC-09": entry<{ url: string }>("E", (f) => [
    `网页引用了外部地址 ${f.url}，公开版不允许任何外部请求，发布已中止。`,
    ours,
  ]),
  "SEC-10": entry<{ what: string; count: number }>("E", (f) => [
    f.count === 0
      ? "网页没有写明内容安全策略（CSP），发布已中止。"
      : `网页里有 ${f.count} 处${f.what}不在它的内容安全策略（CSP）里，浏览器会拦下，发布已中止。`,
    ours,
  ]),
};

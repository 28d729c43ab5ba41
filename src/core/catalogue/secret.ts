import { entry } from "./entry.ts";

export const secret = {
  /** In the public edition it stands for a finding whose code alone would say what an internal cell holds; it weighs what that weighs. */
  "SEC-08": entry("T", () => [
    "这里的数可疑；它涉及内部内容，公开版的检查结果不写明是哪一种可疑。",
    "请按内部版再检查一次（加上 --edition internal），照那里的提示改正或签认。",
  ]),
};

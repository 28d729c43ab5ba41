/** The parts of the desk below what is to do, by their marks. */
export const parts = [
  ["findings", "发现与签认"],
  ["changes", "变动"],
  ["suspicions", "异常"],
  ["targets", "目标"],
  ["sources", "来源"],
  ["hidden", "未公开"],
  ["due", "更新日历"],
] as const;

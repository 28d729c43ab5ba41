import { entry } from "./entry.ts";

export const tpl = {
  "TPL-01": entry<{ at: string; mark: string }>("E", (f) => [
    `${f.at}还是模板里的示例行：有的格子仍以“${f.mark}”开头。`,
    "照着它填好下面的行，然后在 Excel 或 WPS 中选中这一行，右键“删除”；要用这一行，就把每一格都换成自己的内容。再重新导出。",
  ]),
};

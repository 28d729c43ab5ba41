/** Read the words of a chart, in the order in which they are drawn. */
export function wordsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? "");
}

/** Words without end, as names sometimes are. */
export const long =
  "全省行政审批制度改革与营商环境优化工作先进集体暨政务服务示范窗口创建活动参与人员中注册志愿者所占比重及其历年变化情况统计指标数据";

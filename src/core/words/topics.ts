import type { Topic } from "../declared/indicator.ts";

/** The topics as readers know them. */
export const topicNames: Readonly<Record<Topic, string>> = {
  honors: "荣誉",
  volunteers: "志愿服务",
  competitions: "技能竞赛",
  austerity: "作风建设",
};

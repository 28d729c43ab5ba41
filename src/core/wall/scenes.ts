import { topics } from "../declared/indicator.ts";
import { topicNames } from "../words/topics.ts";

/** The scenes that clerks make, by their names. */
export const clerkScenes: ReadonlyMap<string, "welcome" | "notice"> = new Map([
  ["接待", "welcome"],
  ["通知", "notice"],
]);

/** The wall's own scenes by the names that clerks call them, in the order in which they are shown. */
export const sceneNames: ReadonlyMap<string, string> = new Map([
  ["总览", "overview"],
  ...topics.map((topic): [string, string] => [topicNames[topic], topic]),
  ["年度大事", "timeline"],
  ["目标", "targets"],
]);

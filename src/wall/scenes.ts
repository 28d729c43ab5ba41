import type { Site } from "../core/site.ts";
import { clerkScenes, scheduled } from "./clerk.ts";
import { eventsScene } from "./events.ts";
import type { Code } from "./frame.ts";
import { overviewScene } from "./overview.ts";
import type { Scene, Surroundings } from "./scene.ts";
import { targetsScene } from "./targets.ts";
import { topicScenes } from "./topics.ts";

/** List a site's scenes in their order: those that have nothing to show are left out. */
export function scenesOf(site: Site, codeOf: (page: string) => Code | null): Scene[] {
  const marks = [site.edition === "internal" ? "内部" : "", site.settings.sample ? "示例数据" : ""];
  const names = [
    ...site.titles.flatMap((title) => [title.name, title.unit]),
    ...site.figures.map((figure) => figure.title),
  ];
  const around: Surroundings = {
    site,
    marks: marks.filter((mark) => mark !== ""),
    names: [...new Set(names)].filter((name) => name !== ""),
    codeOf,
  };
  const own = [overviewScene(around), ...topicScenes(around), eventsScene(around), targetsScene(around)];
  const drawn = own.filter((scene) => scene !== null);
  return [...drawn.map((scene) => scheduled(scene, site)), ...clerkScenes(around)];
}

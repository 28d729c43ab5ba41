import type { Site } from "../core/site.ts";
import type { WallEntry } from "../core/wall/entry.ts";
import { drawNotice } from "./drawings/notice.ts";
import { drawWelcome } from "./drawings/welcome.ts";
import { makeScene, type Scene, type Surroundings } from "./scene.ts";

/** What a clerk's picture says beside its title. */
export interface Said {
  readonly title: string;
  readonly lines: readonly string[];
  readonly bureau: string;
  readonly site: string; // the site's title
  readonly until: string; // 1 月 19 日 17:30 自动撤下; "" where it stays
  readonly names: readonly string[]; // that no line may break
  readonly marks: readonly string[]; // 内部, 示例数据
}

/** Make the scenes of wall.csv's own rows: who is welcomed, what is announced. */
export function clerkScenes({ site, names, marks }: Surroundings): Scene[] {
  return site.wall.flatMap((entry) => {
    if (entry.kind === "figures") return [];
    const { bureau, title } = site.settings;
    const said: Said = {
      title: entry.title,
      lines: entry.lines,
      bureau,
      site: title,
      until: untilOf(entry),
      names,
      marks,
    };
    const draw = entry.kind === "welcome" ? drawWelcome : drawNotice;
    const scene = makeScene({
      id: entry.scene,
      title: entry.kind === "welcome" ? "接待" : "通知",
      kind: entry.kind,
      headline: entry.title,
      when: hoursOf(entry),
      page: null,
      draw: (format) => draw(said, format),
    });
    return [entry.seconds === null ? scene : { ...scene, seconds: entry.seconds }];
  });
}

/** Show one of the wall's own scenes as long and when wall.csv says, if it says so. */
export function scheduled(scene: Scene, { wall }: Pick<Site, "wall">): Scene {
  const entry = wall.find(({ kind, scene: id }) => kind === "figures" && id === scene.id);
  if (!entry) return scene;
  const seconds = Math.max(scene.seconds, entry.seconds ?? 0); // no picture goes before it can be read
  return { ...scene, seconds, when: hoursOf(entry) };
}

/** Give the hours of an entry; what does not limit is left out. */
function hoursOf({ when: { from, to, weekdays, hours, urgent } }: WallEntry): Scene["when"] {
  return {
    urgent,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(weekdays === null ? {} : { weekdays }),
    ...(hours === null ? {} : { hours }),
  };
}

/** Say when a picture is taken down: at a minute, or after a day that counts whole. */
function untilOf({ when: { to } }: WallEntry): string {
  if (to === null) return "";
  const isDay = to.endsWith("T00:00");
  const day = isDay ? new Date(Date.parse(`${to}:00Z`) - 86_400_000).toISOString() : to;
  const date = `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;
  return isDay ? `${date}后自动撤下` : `${date} ${to.slice(11, 16)} 自动撤下`;
}

import type { Site } from "../core/site.ts";
import { type Format, formatsAt } from "./format.ts";
import type { Code } from "./frame.ts";
import type { Hours } from "./hours.ts";
import type { Ink } from "./ink.ts";

/** When a scene may be shown, by the wall's own clock; an urgent one then takes the wall over. */
export interface When extends Hours {
  readonly urgent: boolean;
}

/** One picture of the wall, in whatever format. */
export interface Scene {
  readonly id: string; // latin
  readonly title: string;
  readonly kind: "figures" | "welcome" | "notice";
  readonly headline: string;
  readonly seconds: number;
  readonly when: When | null;
  readonly page: string | null; // path in the site
  draw(format: Format): Ink;
}

/** What every scene of a site has in common. */
export interface Surroundings {
  readonly site: Site;
  readonly marks: readonly string[]; // on every picture: 内部, 示例数据
  readonly names: readonly string[]; // that no line may break
  readonly codeOf: (page: string) => Code | null;
}

/** Make a scene whose time is that of reading its picture. */
export function makeScene(scene: Omit<Scene, "seconds">): Scene {
  const wide = formatsAt().find(({ id }) => id === "wide");
  return { ...scene, seconds: wide ? secondsFor(scene.draw(wide)) : shortest };
}

/** No scene goes sooner. */
const shortest = 12;

/** Give the seconds that a picture has to stay: to read its words at four characters a second, and to look up. */
export function secondsFor(picture: Ink): number {
  const read = picture.replace(/<[^>]*>/g, "").match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.max(shortest, Math.ceil(read / 4 + 4));
}

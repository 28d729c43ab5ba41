import { localOf, type Zone } from "../hours.ts";

/**
 * Write what the wall shows and when it was last alive: the page's title, which a start file can read without any privilege;
 * one that does not change for some minutes is a wall that stands still.
 */
export function beat(now: number, scene: string, zone: Zone): string {
  return `文明创建 · ${scene} · ${new Date(localOf(now, zone)).toISOString().slice(11, 19)}`;
}

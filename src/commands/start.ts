import { once } from "node:events";
import { join } from "node:path";
import { project } from "../load.ts";
import { publish } from "./build.ts";
import { readOptions, readTask } from "./options.ts";
import { serve } from "./server.ts";

const usualPort = 4321;

/** Check the project's data, build the public edition and serve it until Ctrl-C. */
export async function run(args: readonly string[]): Promise<number> {
  readOptions(args, []);
  const dist = join(project, "dist");
  const record = await publish(readTask({}), dist, { base: "/", site: undefined });
  if (!record) return 1;
  const { address, close } = await serve(dist, usualPort);
  console.log(`网站在这里：${address}　（按 Ctrl-C 停止）`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await close();
  return 0;
}

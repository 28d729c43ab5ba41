import { visible } from "../core/visible.ts";
import { UsageError } from "./options.ts";

/** A command takes its arguments and gives its exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: ReadonlyMap<string, () => Promise<{ run: Command }>> = new Map([
  ["check", () => import("./check.ts")],
  ["build", () => import("./build.ts")],
  ["fix", () => import("./fix.ts")],
  ["template", () => import("./template.ts")],
  ["release", () => import("./release.ts")],
  ["withdraw", () => import("./withdraw.ts")],
  ["due", () => import("./due.ts")],
  ["diff", () => import("./diff.ts")],
  ["start", () => import("./start.ts")],
  ["test", () => import("./test.ts")],
]);

/** Run a command by name: 2 where it is used wrongly, 70 where we fail ourselves. */
async function main([name = "", ...args]: readonly string[]): Promise<number> {
  try {
    const open = commands.get(name);
    if (!open) throw new UsageError(`没有“${name}”这个命令；有 ${[...commands.keys()].join("、")}。`);
    return await (await open()).run(args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(visible(error.message));
      return 2;
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const { DEBUG: isDebugging } = process.env;
    console.error(`程序自身出错，与数据无关：${visible(message)}`);
    console.error(isDebugging ? stack : "设置环境变量 DEBUG=1 再运行一次，可看到详情；请转给维护人。");
    return 70;
  }
}

process.stdout.on("error", () => process.exit(0)); // the reader, such as `head`, has had enough
process.exitCode = await main(process.argv.slice(2));

import type { SourceFile } from "../core/inputs.ts";

/** Less is read before anyone could wonder. */
const long = 5_000_000;

/** Where progress is shown: standard error, so that what a command prints stays its own. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Tell someone at a terminal how far long work has come, on one line that goes away; say nothing to pipes and files. */
export function progressFor(
  exports: readonly SourceFile[],
  screen: Screen = process.stderr,
): { read: (files: number) => void; end: () => void } {
  const bytes = exports.reduce((sum, file) => sum + file.bytes.length, 0);
  const { TERM: terminal } = process.env;
  if (!screen.isTTY || terminal === "dumb" || bytes < long) return { read: () => {}, end: () => {} };
  const show = (text: string) => screen.write(`\r\x1b[2K${text}`);
  return {
    read: (files) =>
      show(files < exports.length ? `已读 ${files}/${exports.length} 个文件…` : "全部读完，正在核对、计算…"),
    end: () => show(""),
  };
}

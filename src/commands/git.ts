import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "./options.ts";

const most = 1 << 30; // bytes of all files together

/** Run git in a folder; null where it says no. */
function git(folder: string, args: readonly string[], input?: string): Buffer | null {
  const { status, stdout, error } = spawnSync("git", args, { cwd: folder, input, maxBuffer: most });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
    throw new UsageError("这台电脑上没有 Git，--base 只能写另一个数据文件夹。");
  }
  if (error) throw error;
  return status === 0 ? stdout : null;
}

/**
 * Write a folder's files as they are in a commit into another folder, without touching the work tree. Links and submodules are
 * left out.
 */
export function extractCommit(folder: string, ref: string, into: string): void {
  if (git(folder, ["rev-parse", "--is-inside-work-tree"])?.toString().trim() !== "true") {
    throw new UsageError(`“${ref}”不是数据文件夹，而“${folder}”也不在 Git 仓库里，没有可比的版本。`);
  }
  const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (!commit) {
    throw new UsageError(
      `“${ref}”既不是数据文件夹，也不是这个仓库里的提交、分支或标签。在 CI 里要先取回它：git fetch origin ${ref}`,
    );
  }
  const id = commit.toString().trim();
  const listed = git(folder, ["ls-tree", "-r", "-z", id]) ?? Buffer.alloc(0); // below the folder alone, paths from it
  const files = listed
    .toString()
    .split("\0")
    .flatMap((line) => {
      const [, blob, path] = /^100\d+ blob (\w+)\t(.+)$/s.exec(line) ?? [];
      return blob && path ? [{ blob, path }] : [];
    });
  if (!files.some(({ path }) => path.startsWith("exports/"))) {
    throw new UsageError(`“${ref}”那时还没有这个数据文件夹（里面没有 exports）。`);
  }
  const names = files.map(({ blob }) => `${blob}\n`).join("");
  const bytes = git(folder, ["cat-file", "--batch"], names) ?? Buffer.alloc(0);
  let at = 0;
  for (const { path } of files) {
    const end = bytes.indexOf(10, at); // "<id> blob <size>\n<bytes>\n"
    const size = Number(bytes.toString("latin1", at, end).split(" ")[2]);
    const full = join(into, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
}

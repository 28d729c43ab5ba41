import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Release, readReleases, writeRelease } from "../core/releases/release.ts";
import { clearText, countText, patternOf } from "../core/withdraw/text.ts";
import { noteText } from "../core/withdraw/tombstone.ts";
import { load } from "../load.ts";
import { UsageError } from "./options.ts";
import { filesIn, type Withdrawing, type Withdrawn } from "./withdraw.ts";

/** Take a text out of every file of a data folder, and note in the releases that one was. */
export function withdrawText({ copy, today, reason }: Withdrawing, text: string): Withdrawn | null {
  if ([...text.replace(/\s/g, "")].length < 2) throw new UsageError("--text 至少要两个字，不然会误伤。");
  if (/[",\r\n]/.test(text)) throw new UsageError("--text 里不能有逗号、引号和换行，分几次撤下。");
  const pattern = patternOf(text);
  if (countText("", new TextEncoder().encode(reason), pattern) > 0) {
    throw new UsageError("--reason 会公布，里面不能再写要撤下的文字。");
  }
  const named = filesIn(copy).filter((path) => path.search(pattern) >= 0);
  if (named.length > 0) throw new UsageError(`文件名里有这段文字，先改名：${named.join("、")}`);

  const changes: string[] = [];
  const held = new Set<string>();
  for (const path of filesIn(copy)) {
    const cleared = clearText(readFileSync(join(copy, path)), pattern);
    if (!cleared) continue;
    writeFileSync(join(copy, path), cleared.bytes);
    changes.push(`${path}：第 ${cleared.lines.join("、")} 行，共 ${cleared.lines.length} 处`);
    held.add(path.replaceAll("\\", "/"));
  }
  if (changes.length === 0) {
    console.log("数据文件夹里没有这段文字。");
    return null;
  }
  const { releases } = readReleases(load(copy, "public", today).releases);
  const isHeld = ({ date }: Release) => held.has(`releases/${date}.json`);
  const noted = releases.some(isHeld) ? releases.filter(isHeld) : releases.slice(-1);
  for (const release of noted) {
    const text = writeRelease(noteText(release, { date: today, reason }));
    writeFileSync(join(copy, "releases", `${release.date}.json`), text);
  }
  const left = filesIn(copy).filter((path) => countText(path, readFileSync(join(copy, path)), pattern) > 0);
  if (left.length > 0) {
    console.log(`这些文件不是文字，或者写法特别，没有替你改，先自己改好：${left.join("、")}`);
    return null;
  }
  return {
    changes,
    what: "撤下的文字",
    search: (out) =>
      filesIn(out).flatMap((path) => {
        const count =
          countText(path, readFileSync(join(out, path)), pattern) + (path.match(pattern)?.length ?? 0);
        return count > 0 ? `${path}：${count} 处` : [];
      }),
    notes: [],
  };
}

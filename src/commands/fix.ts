import { styleText } from "node:util";
import { sayChange, show } from "../core/fix/change.ts";
import { type FixedFile, fixFolder } from "../core/fix/folder.ts";
import { say } from "../core/message.ts";
import { sayFinding } from "../core/words/finding-line.ts";
import { exportPath, load } from "../load.ts";
import { readOptions, readTask } from "./options.ts";
import { replaceKeeping } from "./original.ts";

/** Correct the exports of a data folder where nothing has to be asked: 0, or 1 if a file had to be left as it is. */
export async function run(args: readonly string[]): Promise<number> {
  const { data, moment } = readTask(readOptions(args, ["data"]));
  const { files, difference } = fixFolder(load(data, "internal", moment.today));
  if (difference !== null) throw new Error(`改了写法以后会与原来不同，一个文件也没有改：${difference}`);
  const changed = files.filter(({ changes }) => changes.length > 0);
  const left = files.filter(({ errors }) => errors.length > 0);
  for (const file of changed) {
    const kept = replaceKeeping(exportPath(data, file.path), file.bytes);
    console.log(sayChanged(file, kept));
  }
  for (const file of left) console.log(sayLeft(file));
  console.log(sayTotal(files, changed, left));
  return left.length > 0 ? 1 : 0;
}

function sayChanged({ path, changes }: FixedFile, kept: string): string {
  const head = `${bold(show(path))}　改了 ${changes.length} 处，原件在 ${show(path.replace(/[^/]*$/, "") + kept)}`;
  return [head, ...changes.map((change) => `  ${sayChange(change)}`), ""].join("\n");
}

/** Name a file that was left as it is, with the first of its errors. */
function sayLeft({ path, errors }: FixedFile): string {
  const [first] = errors;
  if (!first) return path;
  const count = errors.length > 1 ? `；这样的错误共 ${errors.length} 处` : "";
  return [
    `${bold(show(path))}　没有改：先要改正结构上的错误${count}`,
    `  ${first.code}　${sayFinding(first)}`,
    `  → ${say(first).hint}`,
    "",
  ].join("\n");
}

function sayTotal(
  files: readonly FixedFile[],
  changed: readonly FixedFile[],
  left: readonly FixedFile[],
): string {
  const places = changed.reduce((sum, { changes }) => sum + changes.length, 0);
  const rest = files.length - changed.length - left.length;
  const parts = [
    `改了 ${changed.length} 个文件，共 ${places} 处`,
    `${rest} 个文件没有要改的`,
    ...(left.length > 0 ? [`${left.length} 个文件有错误，原样未动`] : []),
  ];
  const proof = changed.length > 0 ? "改前、改后各读了一遍，数字和错误都没有变。" : "";
  return `${parts.join("；")}。${proof}`;
}

function bold(text: string): string {
  return styleText("bold", text, { stream: process.stdout });
}

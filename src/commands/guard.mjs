// Runs before every command, in JavaScript that old Nodes can read.
import { spawnSync } from "node:child_process";

const oldest = [22, 12];

/** Say why this version of Node cannot run the project, and what to do; null if it can. */
export function refusal(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null;
  return [
    `当前的 Node 是 ${version}，本项目需要 ${oldest.join(".")} 或更新的版本。`,
    "项目自带 Node 24：在项目文件夹里运行 npm ci 即可（不要加 --ignore-scripts）；仍不行，就从 nodejs.org 安装 Node 24。",
    `Node ${version} is too old: ${oldest.join(".")} or later is needed.`,
    "npm ci brings Node 24 along unless install scripts are switched off (--ignore-scripts); otherwise install Node 24 from nodejs.org.",
  ].join("\n");
}

const reason = refusal(process.versions.node);
if (reason !== null) {
  console.error(reason);
  process.exit(2);
}

// Nodes before 22.18 read TypeScript only when told to.
if (!process.features.typescript) {
  const flags = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
  const { status } = spawnSync(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(status ?? 70);
}

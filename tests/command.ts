import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

export const project = join(import.meta.dirname, "..");

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run a program to its end. */
export function run(file: string, args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((done) => {
    const shell = process.platform === "win32"; // npm is a script there
    execFile(file, [...args], { cwd, shell, maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
}

/** Run one of the project's commands as a user does, standing in a folder. */
export function command(name: string, args: readonly string[], cwd = project): Promise<Ran> {
  return run("npm", ["--prefix", project, "run", "--silent", name, "--", ...args], cwd);
}

/** Make an empty folder that no other test uses. */
export function newFolder(): string {
  const { TEST_FOLDER: parent = tmpdir() } = process.env;
  return mkdtempSync(join(parent, "wenming-"));
}

/** Write files into a folder by their paths. */
export function writeTree(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  return folder;
}

/** List the files under a folder by their paths, "/" between. */
export function listTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Hash every path and byte under a folder. */
export function hashTree(folder: string): string {
  const hash = createHash("sha256");
  for (const path of listTree(folder)) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  return hash.digest("hex");
}

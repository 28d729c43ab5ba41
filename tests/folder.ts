import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Give all tests of a run one folder to make theirs in, and remove it when they end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "wenming-"));
  process.env.TEST_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

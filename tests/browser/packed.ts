import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import chromium, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";

/** Unpack the Chromium that npm brought, with the libraries that a bare Linux lacks; for Linux on x64. */
export async function unpackBrowser(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  await inflate(join(dirname(dirname(entry)), "bin", "al2023.tar.br"));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib")); // told to every process that follows
  return chromium.executablePath();
}

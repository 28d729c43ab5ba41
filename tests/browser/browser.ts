import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const { CHROMIUM_PATH = "", PROGRAMFILES = "", "PROGRAMFILES(X86)": PROGRAMFILES_X86 = "" } = process.env;

/** Where browsers of Chromium's family are installed, the wanted one first. */
const places = [
  CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  `${PROGRAMFILES}/Google/Chrome/Application/chrome.exe`,
  `${PROGRAMFILES_X86}/Microsoft/Edge/Application/msedge.exe`,
];

/** Find a Chromium: the one that is asked for, the machine's own, or the one that npm brought. */
export async function findBrowser(): Promise<string> {
  const found = places.find((path) => path !== "" && existsSync(path));
  return found ?? (await import("./packed.ts")).unpackBrowser();
}

/** Start a headless browser that asks nothing of any host. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...flags, ...more] });
}

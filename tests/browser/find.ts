import { findBrowser } from "./browser.ts";

/** Find, or unpack, the browser once before any test asks for it. */
export async function setup(): Promise<void> {
  process.env.CHROMIUM_PATH = await findBrowser();
}

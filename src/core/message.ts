import { catalogue } from "./catalogue/catalogue.ts";
import type { Entry } from "./catalogue/entry.ts";
import type { Finding } from "./finding.ts";
import { visible } from "./visible.ts";

/** Say a finding in Chinese: what is there and why it cannot stay, then what to do; what it quotes cannot act where it is shown. */
export function say(found: Finding): { message: string; hint: string } {
  const entry = catalogue[found.code] as Entry<unknown>;
  const [message, hint] = entry.say(found.facts);
  return { message: visible(message), hint: visible(hint) };
}

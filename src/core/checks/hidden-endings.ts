import { issue } from "../cells/reading.ts";
import { hiddenAs } from "../edition.ts";
import { endings } from "../figures/honours.ts";
import type { Finding } from "../finding.ts";
import { placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";

/** REF-03: the public edition would go on counting a public honour whose ending, or whose return, it may not know of. */
export function checkHiddenEndings(
  honors: Rows | undefined,
  events: Rows | undefined,
  units: Units,
  now: string,
): Finding[] {
  if (!honors || !events) return [];
  const shown = new Map<string, number>();
  for (let row = 0; row < honors.length; row++) {
    if (hiddenAs(honors, row, now) === null) shown.set(textAt(honors, row, "荣誉编号"), row);
  }
  const found: Finding[] = [];
  for (let row = 0; row < events.length; row++) {
    const event = textAt(events, row, "事件");
    const honour = shown.get(textAt(events, row, "荣誉编号"));
    const decides = endings.has(event) || event === "恢复";
    if (!decides || honour === undefined || hiddenAs(events, row, now) === null) continue;
    const facts = { text: textAt(honors, honour, "名称"), textEvent: event };
    const related = [placeAt(honors, honour, "荣誉编号")];
    found.push(cellFinding(events, row, "事件", issue("REF-03", facts), units, related));
  }
  return found;
}

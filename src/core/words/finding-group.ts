import { type Finding, severity } from "../finding.ts";

/** Findings of one kind in one column of a file, told together. */
export type FindingGroup = readonly [Finding, ...Finding[]];

/** Group findings by file, code, column and weight, in the order they come. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const found of findings) {
    const { file, code, column } = found;
    const key = JSON.stringify([file, code, column, severity(found)]);
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return [...groups.values()];
}

/** So many places of a group are told one by one. */
export const toldPlaces = 3;

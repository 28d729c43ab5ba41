/** The rows of the design's catalogue: each group's are numbered from 01 without a gap. */
const groups: Readonly<Record<string, number>> = {
  FILE: 21,
  ENC: 22,
  STR: 31,
  HDR: 12,
  NUM: 32,
  MASK: 14,
  FML: 6,
  DATE: 16,
  NAME: 22,
  BIZ: 22,
  SDC: 8,
  SEC: 10,
};

/** The code of every row that a clerk's file can meet. */
export const rowCodes: readonly string[] = Object.entries(groups).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, i) => `${group}-${String(i + 1).padStart(2, "0")}`),
);

/** Rows for which silence is right; their folders prove by values.json that all was read. */
export const withoutFinding: readonly string[] = [
  "ENC-01",
  "ENC-02",
  "HDR-09",
  "MASK-08",
  "FML-05",
  "FML-06",
  "DATE-15",
];

/** Codes and rows that no folder can show, each with its reason and where it is proved instead. */
export const provedElsewhere: ReadonlyMap<string, string> = new Map([
  ...["FILE-21", "SDC-06", "SDC-08", "SEC-09", "SEC-10"].map(
    (code) => [code, "is found in a built site: tests/core/published/inspection.test.ts"] as const,
  ),
  ["ENC-06", "needs a decoder of an older standard: tests/core/intake/legacy.test.ts"],
  ["FILE-13", "a link does not survive every checkout: tests/load.test.ts"],
  ["FILE-21", "concerns what is built; no export can show it"],
  ["MORE-01", "needs more than 10,000 findings: tests/core/checks/finding-order.test.ts"],
  ["STR-30", "is never raised apart: a row exported twice is DATE-14, BIZ-13 or BIZ-16"],
]);

import { reportOf } from "../core/published/report.ts";
import type { Report } from "./check.ts";

/** Write one JSON object: whether all is well, every finding, and the counts. */
export const jsonReport: Report = (outcome) => JSON.stringify(reportOf(outcome), null, 2);

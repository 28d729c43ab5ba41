/** When something is on the wall, in the wall's own clock; what is null does not limit. */
export interface When {
  readonly from: string | null; // "2026-01-19T09:00"
  readonly to: string | null; // the first minute after it: "2026-01-20T00:00" where a whole day counts
  readonly weekdays: string | null; // "12345", Monday is 1
  readonly hours: string | null; // "08:30-12:00、14:00-17:30"; from is in, to is out, and it may run over midnight
  readonly urgent: boolean; // while it lasts, nothing else is shown
}

/** A row of wall.csv: a picture made by a clerk, or how long and when one of the wall's own is shown. */
export interface WallEntry {
  readonly kind: "welcome" | "notice" | "figures"; // 接待, 通知; figures: one of the wall's own
  readonly scene: string; // "welcome-2" and "notice-3" by row of the file; the wall's own by its id: "volunteers"
  readonly title: string; // "" for the wall's own
  readonly lines: readonly string[]; // 文字, broken at “；”
  readonly seconds: number | null; // never fewer than a clerk's own words take to read; null: as many as they take
  readonly when: When;
}

/** When a command runs, in China, whatever the machine's zone. */
export interface Moment {
  readonly today: string; // YYYY-MM-DD
  readonly at: string; // e.g. "2026-03-01T09:30:00+08:00"
}

const china = 8 * 60 * 60 * 1000;
const written = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Read an ISO date or date-time; without a zone it is China's. Null if it is none. */
export function readMoment(text: string): Moment | null {
  const [, day, time = "00:00", zone = "+08:00"] = written.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const instant = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(instant) ? null : momentOf(instant);
}

/** Say when an instant is in China. */
export function momentOf(instant: number): Moment {
  const at = new Date(instant + china).toISOString().slice(0, 19);
  return { today: at.slice(0, 10), at: `${at}+08:00` };
}

function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`); // 30 February turns into March, or into no date at all
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

import { readDay, twoDigits } from "../cells/day.ts";
import { halfWidth, stripBlank } from "../cells/plaintext.ts";
import { type Issue, issue } from "../cells/reading.ts";
import type { Field } from "../declared/dataset.ts";

const wholeDay = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{8}|\d{4}年\d{1,2}月\d{1,2}[日号]?)$/;
const clock = /[\sT]*(\d{1,2})(?::(\d{2})(?::\d{2})?|[点时](?:(\d{1,2})分?|整)?)$/;

/** Read 起 or 止: "2026-01-19T09:00" in the wall's own clock. A day alone is its beginning, and for 止 the beginning of the next. */
export function readInstant(text: string, field: Field, now: string): string | Issue {
  const plain = stripBlank(halfWidth(text)).replace(/\s*([年月日号点时分])\s*/g, "$1");
  const misread = (problem: "no-day" | "no-time") => issue("WALL-02", { text, column: field.name, problem });
  if (/[上下中]午|[早晚]|凌晨/.test(plain)) return misread("no-time");
  const time = clock.exec(plain.replace(/^\d{4}年\d{1,2}月\d{1,2}[日号]?$/, ""));
  const day = time ? plain.slice(0, time.index) : plain;
  const reading = readDay(day, field, now);
  const error = reading.issues.find(({ level }) => level === "E");
  if (error) return error.code === "DATE-04" || error.code === "DATE-10" ? error : misread("no-day");
  if (!wholeDay.test(day)) return misread("no-day");
  if (!time) return `${field.name === "止" ? dayAfter(reading.value) : reading.value}T00:00`;
  const [hour, minute] = [Number(time[1]), Number(time[2] ?? time[3] ?? 0)];
  if (!isClock(hour, minute)) return misread("no-time");
  return hour === 24
    ? `${dayAfter(reading.value)}T00:00`
    : `${reading.value}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Tell whether there is such a time of day; 24:00 is its end. */
export function isClock(hour: number, minute: number): boolean {
  return minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
}

/** Give the day after a day. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

import type { Field } from "../declared/dataset.ts";
import { halfWidth } from "./plaintext.ts";
import { type Issue, issue, present, type Reading, refused } from "./reading.ts";

/** Earliest year that is taken for granted; a column's own minimum stands above it. */
const earliest = 1900;

/** A time as written: a year, a month of it, or a day of that month. */
interface Written {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly note: "DATE-01" | "DATE-02" | null; // it was not written in the plain way
}

type Explain = (text: string, field: Field) => Issue;

const as =
  (code: "DATE-03" | "DATE-06" | "DATE-08" | "DATE-09" | "DATE-16"): Explain =>
  (text) =>
    issue(code, { text });

const partOfYear: Explain = (text, field) => issue("DATE-07", { text, year: field.type === "year" });

/** What stands where a time belongs but names no single year or day; the first that fits says why. */
const explanations: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [
    /民国|[农阴旧]历|令和|平成|昭和|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?|正月|腊月/,
    as("DATE-16"),
  ],
  [/^(?:[去今本上前明当]年|[本上]期|同期|[本上]月|目前|至今|昨[天日]|今[天日])/, as("DATE-09")],
  [/届/, as("DATE-08")],
  [/半年|季|Q[1-4]$|H[12]$|截[至止]|年[底末初]|月[底末初]|[上中下]旬/i, partOfYear],
  [/\d{1,2}月?\s*(?:[-—–~]+|至|到)\s*\d{1,2}月/, partOfYear],
  [/^\d{4}年?度?\s*(?:[-/—–―~∼〜]+|至|到|和|、)\s*\d{4}/, as("DATE-06")],
  [
    /^(?:\d{8}|\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{4}年\d{1,2}月\d{1,2}[日号]?)\s*(?:[-—–―~∼〜]+|至|到|、)\s*\d/,
    as("DATE-06"),
  ],
  [/^['’]?\d{2}(?:年度?)?$/, as("DATE-03")],
  [/^['’]?\d{2}(?:[-/.]\d{1,2}[-/.]|年\d{1,2}月)\d{1,2}[日号]?$/, as("DATE-03")],
  [/^\d{5}(?:\.\d+)?$/, serial],
];

/** Spellings of a time, each naming the groups it has; the separator must be the same in both places. */
const spellings: readonly RegExp[] = [
  /^(?<year>\d{4})(?<tail>年度?|\.0+)?$/,
  /^(?<year>\d{4})[-/](?<month>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月份?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})?$/,
  /^(?<year>\d{4})(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
];

const chineseDate =
  /^([〇○零一二三四五六七八九0Oo]{4})(?:年度?)?(?:([〇零一二三四五六七八九十]{1,3})月份?(?:([〇零一二三四五六七八九十]{1,3})[日号])?)?$/;

/** Read a 年度 cell: a canonical year "2018"; the running year needs a signature unless the field may lie ahead. */
export function readYear(text: string, field: Field, now: string): Reading {
  const written = readWritten(text, field);
  if ("code" in written) return refused(written);
  const { year, month, day, note } = written;
  const error =
    errorOf(text, written, field, now) ??
    (month !== null && day === null ? partOfYear(text, field) : null) ??
    (`${year}-01-01` > now ? issue("DATE-11", { text, now, unfinished: false }) : null);
  if (error) return refused(error);

  const issues: Issue[] = note ? [issue(note, { text, textRead: year, taken: true })] : [];
  if (month !== null && day !== null) {
    const edge = (month === 1 && day === 1) || (month === 12 && day === 31);
    issues.push(issue("DATE-05", { text, textYear: year, edge }, edge ? "T" : "W"));
  }
  if (!field.ahead && `${year}-12-31` > now)
    issues.push(issue("DATE-11", { text, now, unfinished: true }, "W"));
  return present(year, issues);
}

/** Read a date cell: a canonical day "2018-03-05"; a month or a year means its last day. */
export function readDay(text: string, field: Field, now: string): Reading {
  const written = readWritten(text, field);
  if ("code" in written) return refused(written);
  const month = written.month ?? 12;
  const day = written.day ?? daysIn(Number(written.year), month);
  const value = `${written.year}-${twoDigits(month)}-${twoDigits(day)}`;
  const error = errorOf(text, written, field, now) ?? afterNow(text, value, field, now);
  if (error) return refused(error);
  return present(value, written.note ? [issue(written.note, { text, textRead: value, taken: true })] : []);
}

function readWritten(text: string, field: Field): Written | Issue {
  const plain = halfWidth(text)
    .replace(/(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, "") // Excel adds 0:00 to a day
    .replace(/\s*([年月日号])\s*/g, "$1");
  const explain = explanations.find(([pattern]) => pattern.test(plain))?.[1];
  if (explain) return explain(text, field);
  const chinese = chineseDate.exec(plain);
  const inChinese = chinese !== null && /[〇○零一二三四五六七八九]/.test(plain);
  if (inChinese && /[Oo]/.test(plain)) return issue("DATE-02", { text, textRead: "", taken: false }, "E");
  const arabic = inChinese ? inDigits(chinese) : plain;
  for (const spelling of spellings) {
    const groups = spelling.exec(arabic)?.groups;
    if (!groups) continue;
    const month = groups.month === undefined ? null : Number(groups.month);
    const day = groups.day === undefined ? null : Number(groups.day);
    const year = groups.year ?? "";
    // 2018-19 is a range of years, 2018-13 a month that does not exist
    if (day === null && month !== null && month > 12 && month > Number(year) % 100)
      return issue("DATE-06", { text });
    const note = inChinese ? "DATE-02" : groups.tail !== undefined || plain !== text ? "DATE-01" : null;
    return { year, month, day, note };
  }
  return /^\d{1,3}$/.test(plain)
    ? issue("DATE-12", { text, minimum: minimumOf(field), textGuess: "" })
    : issue("DATE-17", { text, year: field.type === "year" });
}

/** Write 二〇一八年三月 as 2018年3月. */
function inDigits([, year = "", month, day]: RegExpExecArray): string {
  const digits = (text: string) =>
    [...text].map((c) => ("〇一二三四五六七八九".indexOf(c) + 1 || 1) - 1).join("");
  const small = (text: string) => {
    const [tens = "", ones] = text.split("十");
    return ones === undefined ? digits(tens) : `${tens ? digits(tens) : "1"}${ones ? digits(ones) : "0"}`;
  };
  return `${digits(year)}年${month ? `${small(month)}月` : ""}${day ? `${small(day)}日` : ""}`;
}

/** A day that does not exist, or a year before anything this site can know. */
function errorOf(text: string, { year, month, day }: Written, field: Field, now: string): Issue | null {
  const y = Number(year);
  if (month !== null && (month < 1 || month > 12))
    return issue("DATE-10", { text, textNever: `${month} 月` });
  if (month !== null && day !== null && (day < 1 || day > daysIn(y, month)))
    return issue("DATE-10", { text, textNever: `${month} 月 ${day} 日` });
  if (y >= minimumOf(field)) return null;
  const slipped = month === null && year.startsWith("1") ? `2${year.slice(1)}` : ""; // 1018 for 2018
  const guess = slipped <= now.slice(0, 4) ? slipped : "";
  return issue("DATE-12", { text, minimum: minimumOf(field), textGuess: guess });
}

function afterNow(text: string, day: string, field: Field, now: string): Issue | null {
  return !field.ahead && day > now ? issue("DATE-11", { text, now, unfinished: false }) : null;
}

function minimumOf(field: Field): number {
  return field.constraints.minimum ?? earliest;
}

/** Turn what Excel keeps instead of a date back into days: counted from 1900, and from 1904 on old Macs. */
function serial(text: string, field: Field): Issue {
  const days = Number.parseInt(halfWidth(text), 10); // five digits, matched above
  const since = (year: number, month: number, date: number) =>
    new Date(Date.UTC(year, month, date + days)).toISOString().slice(0, 10);
  return issue("DATE-04", {
    text,
    textDay: since(1899, 11, 30),
    textMacDay: since(1904, 0, 1),
    year: field.type === "year",
  });
}

/** Count the days of a month, from 1. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Write a month or a day as dates do. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

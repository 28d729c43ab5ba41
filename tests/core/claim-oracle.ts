import type { Generated, Raw } from "./generated-figures.ts";

/**
 * Says which clauses of a headline or description the raw years do not bear out. It shares no code with what writes them:
 * every clause must be of a known form, and each number and each word of it is reckoned again from the years.
 */
export function unfounded(one: Generated, text: string): string[] {
  const check = new Check(one);
  return check.clausesOf(text).filter((clause) => !check.holds(clause));
}

const fractions: Readonly<Record<string, readonly [number, number]>> = {
  十分之一: [1, 10],
  五分之一: [1, 5],
  四分之一: [1, 4],
  三分之一: [1, 3],
  五分之二: [2, 5],
  一半: [1, 2],
  五分之三: [3, 5],
  三分之二: [2, 3],
  四分之三: [3, 4],
};

/** What may be said of a year that has no value, by its state. */
const absences: Readonly<Record<string, readonly string[]>> = {
  withheld: ["未公开"],
  suppressed: ["数值小", "不公布", "小数值不公布"],
  "not-due": ["还没到公布的时候", "未到期"],
  "not-collected": ["未统计"],
  missing: ["没有数据", "缺"],
  "no-denominator": ["缺少分母", "没有计算", "分母缺"],
  "not-applicable": ["不适用"],
  "rate-only": ["仅有增减率"],
};

const digits = "零一二三四五六七八九";

/** Read a Chinese number below a hundred: 四, 十一, 三十九. */
function readHan(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["零", text];
  return (tens === "" ? 1 : digits.indexOf(tens ?? "")) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** Round half away from zero, by the decimal text of the number. */
function round(value: number, decimals: number): number {
  const size = Math.round(Number(`${Math.abs(value)}e${decimals}`));
  return Math.sign(value) * Number(`${size}e-${decimals}`);
}

function read(text: string): { number: number; decimals: number } {
  const plain = text.replaceAll("\u2009", "");
  return { number: Number(plain), decimals: plain.split(".")[1]?.length ?? 0 };
}

function readYears(text: string): number[] {
  return text.split("、").flatMap((span) => {
    const [from = 0, to = from] = span.split("—").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

type Rule = readonly [pattern: RegExp, holds: (...groups: string[]) => boolean];

class Check {
  readonly one: Generated;
  readonly latest: Raw;
  readonly share: boolean;
  readonly rules: readonly Rule[];

  constructor(one: Generated) {
    this.one = one;
    this.latest = one.raw.findLast((year) => year.until === null) as Raw;
    this.share = one.figure.unit === "%";
    this.rules = this.makeRules();
  }

  at(year: number): Raw | undefined {
    return this.one.raw.find((raw) => raw.year === year);
  }

  /** Known, finished and complete. */
  whole(raw: Raw | undefined): raw is Raw & { value: number } {
    return raw !== undefined && raw.value !== null && !raw.partial && raw.until === null;
  }

  comparable(a: number, b: number): boolean {
    const [one, other] = [this.at(a), this.at(b)];
    const cut = this.one.figure.breaks.some((at) => !at.comparable && a < at.year && at.year <= b);
    return this.whole(one) && this.whole(other) && one.scope === other.scope && !cut;
  }

  value(year: number): number {
    return this.at(year)?.value ?? Number.NaN;
  }

  shown(year: number): number {
    return round(this.value(year), this.one.figure.decimals);
  }

  /** The change of a year on another in the figure's own unit: 百分点 for a share, percent for an amount. */
  change(from: number, to: number): number {
    if (!this.comparable(from, to)) return Number.NaN;
    return this.share ? this.value(to) - this.value(from) : (this.value(to) / this.value(from) - 1) * 100;
  }

  yearly(year: number): number {
    const direct = this.change(year - 1, year);
    return Number.isNaN(direct) ? (this.at(year)?.rate ?? Number.NaN) : direct;
  }

  /** The change since a year by yearly rates, where the two cannot be compared directly. */
  chained(from: number): number {
    if (this.whole(this.at(from)) && this.whole(this.latest)) return Number.NaN;
    let product = 1;
    for (let year = from + 1; year <= this.latest.year; year++) product *= 1 + this.yearly(year) / 100;
    return (product - 1) * 100;
  }

  says(text: string, value: number, least = this.one.figure.decimals): boolean {
    const { number, decimals } = read(text);
    return decimals >= least && round(value, decimals) === number;
  }

  moves(word: string, size: string, change: number, decimals: number): boolean {
    const up = /增长|提高|增加/.test(word);
    const { number } = read(size);
    return number > 0 && change > 0 === up && round(Math.abs(change), decimals) === number;
  }

  reaches(value: number, target: { value: number; direction: string }): boolean {
    return target.direction === "up" ? value >= target.value : value <= target.value;
  }

  stands(words: string, size: string): boolean {
    const target = this.one.figure.targets.find(({ year }) => year === this.latest.year);
    if (!target || !this.whole(this.latest) || read(size).number !== target.value) return false;
    const { value } = this.latest;
    const met = this.reaches(value, target);
    const decimals = Math.max(this.one.figure.decimals, read(size).decimals);
    const equal = round(value, decimals) === round(target.value, decimals);
    if (words.startsWith("首次") && !this.first(target)) return false;
    const word = words.replace("首次", "");
    if (word === "略低于") return !met && equal && value < target.value;
    if (word === "略高于") return !met && equal && value > target.value;
    if (word === "低于") return !met && !equal && value < target.value;
    if (word === "高于") return !met && !equal && value > target.value;
    if (word === "达到") return met && equal;
    if (word === "超过") return met && !equal && value > target.value;
    return met && target.direction === "down";
  }

  /** Years with targets came before, all known since the first of them, all missed; and the target was never reached before. */
  first(target: { year: number; value: number; direction: string }): boolean {
    const earlier = this.one.figure.targets.filter(({ year }) => year < target.year);
    const begin = Math.min(...earlier.map(({ year }) => year));
    for (let year = begin; year < target.year; year++) {
      if (!this.comparable(year, target.year)) return false;
    }
    const before = this.one.raw.filter((raw) => raw.year < target.year && this.whole(raw));
    return (
      earlier.length > 0 &&
      earlier.every((one) => !this.reaches(this.value(one.year), one)) &&
      before.every((raw) => !this.reaches(raw.value ?? 0, target))
    );
  }

  run(count: string, word: string): boolean {
    const length = readHan(count);
    const up = /增长|提高/.test(word);
    if (length < 2 || this.share !== /提高|降低/.test(word)) return false;
    for (let year = this.latest.year; year > this.latest.year - length; year--) {
      if (!this.comparable(year - 1, year)) return false;
      const step = this.shown(year) - this.shown(year - 1);
      if (step === 0 || step > 0 !== up) return false;
    }
    return true;
  }

  extreme(raw: readonly Raw[], since: number, word: string): boolean {
    const high = /最多|最高/.test(word);
    const counted = /^[项次人件]/.test(this.one.figure.unit) && this.one.figure.measure.kind !== "ratio";
    if (/最多|最少/.test(word) !== counted) return false;
    const last = raw.find(({ year }) => year === this.latest.year);
    for (let year = since; year < this.latest.year; year++) {
      const other = raw.find((one) => one.year === year);
      if (!this.comparable(year, this.latest.year) || !this.whole(last) || !this.whole(other)) return false;
      const more = round(last.value, this.one.figure.decimals) - round(other.value, this.one.figure.decimals);
      if (more === 0 || more > 0 !== high) return false;
    }
    return this.latest.year - since >= 4;
  }

  best(prefix: string | undefined, word: string, size: string, year: string): boolean {
    const finished = this.one.raw.filter((raw) => raw.until === null);
    const last = finished.at(-1)?.year ?? 0;
    const cut = (from: number) =>
      this.one.figure.breaks.some((at) => !at.comparable && from < at.year && at.year <= last);
    const set = finished.filter(
      (raw) => this.whole(raw) && raw.scope === this.one.figure.scope && !cut(raw.year),
    );
    if (prefix === undefined && set.length < finished.length) return false;
    const own = set.find((raw) => raw.year === Number(year));
    if (!own || !this.says(size, own.value ?? Number.NaN)) return false;
    const above = (raw: Raw) => this.shown(own.year) - this.shown(raw.year);
    return set.every((raw) => raw === own || (word === "最高" ? above(raw) > 0 : above(raw) < 0));
  }

  makeRules(): Rule[] {
    const { figure, parts } = this.one;
    const { decimals, baseYear } = figure;
    const { year } = this.latest;
    const num = "([\\d.\\u2009]+)";
    const val = this.share ? `${num}%` : `${num} ${figure.unit}`;
    const rule = (pattern: string, holds: Rule[1]): Rule => [new RegExp(`^${pattern}$`, "u"), holds];
    const allYears = (years: string, holds: (raw: Raw) => boolean) =>
      readYears(years).every((one) => {
        const raw = this.at(one);
        return raw !== undefined && holds(raw);
      });
    const against = (name: string, other: number): Rule[] => [
      rule(`比${name}(提高|降低) ${num} 个百分点`, (word, size) =>
        Boolean(this.share && word && size && this.moves(word, size, this.change(other, year), decimals)),
      ),
      rule(`比${name}(增长|减少) ${num}%`, (word = "", size = "") => {
        const change = other === year - 1 ? this.yearly(year) : this.change(other, year);
        return !this.share && this.moves(word, size, change, 1);
      }),
      rule(`比${name}(增长|减少)约 ${num}%`, (word = "", size = "") => {
        return !this.share && other === baseYear && this.moves(word, size, this.chained(other), 0);
      }),
      rule(`比${name}(增加|减少) ${val}`, (word = "", size = "") => {
        const more = this.value(year) - this.value(other);
        return !this.share && this.comparable(other, year) && this.moves(word, size, more, 0);
      }),
      rule(`与${name}(基本)?持平`, (about) => {
        const change = this.change(other, year);
        return about ? round(change, this.share ? decimals : 1) === 0 : change === 0;
      }),
      rule(`${name.trim()} ${val}`, (size = "") => {
        return this.value(year) === 0 && this.comparable(other, year) && this.says(size, this.value(other));
      }),
      rule(`达到${name}的 ${num} 倍`, (size = "") => {
        const times = this.value(year) / this.value(other);
        return !this.share && this.comparable(other, year) && times >= 2 && this.says(size, times, 1);
      }),
    ];
    return [
      rule(` ${val}`, (size = "") => this.says(size, this.latest.value ?? Number.NaN)),
      ...against("上年", year - 1),
      ...against(` ${baseYear} 年`, baseYear),
      rule(`降到 ${baseYear} 年的(约?)(.+)`, (about, word = "") => {
        const [n, d] = fractions[word] ?? [0, 1];
        if (this.share || n === 0 || !this.comparable(baseYear, year)) return false;
        const near = Math.abs(this.value(year) / this.value(baseYear) - n / d) <= 0.01;
        return near && (about === "约" || this.shown(year) * d === this.shown(baseYear) * n);
      }),
      rule(`比 ${baseYear} 年(约?)翻一番`, (about) => {
        if (this.share || !this.comparable(baseYear, year)) return false;
        const near = Math.abs(this.value(year) / this.value(baseYear) - 2) <= 0.02;
        return near && (about === "约" || this.shown(year) === this.shown(baseYear) * 2);
      }),
      rule("连续(.+)年(增长|减少|提高|降低)", (count = "", word = "") => this.run(count, word)),
      rule(`(\\d{4}) 年(达到|降到) ${val}`, (at, _, size = "") => {
        return Number(at) === year && this.says(size, this.value(year));
      }),
      rule("为 (\\d{4}) 年以来(最.)", (since, word = "") => this.extreme(this.one.raw, Number(since), word)),
      rule(`(\\S+) ${val}为 (\\d{4}) 年以来(最.)`, (key = "", size = "", since, word = "") => {
        const raw = parts.get(key) ?? [];
        const last = raw.find((one) => one.year === year)?.value ?? Number.NaN;
        return this.says(size, last) && this.extreme(raw, Number(since), word);
      }),
      rule("(.+) 年曾(回升|回落)", (years = "", word) => {
        return allYears(years, (raw) =>
          word === "回升" ? this.yearly(raw.year) > 0 : this.yearly(raw.year) < 0,
        );
      }),
      rule(`(首次超过|超过|首次达到|达到|略?低于|略?高于)目标 ${val}`, (words = "", size = "") => {
        return this.stands(words, size);
      }),
      rule(`(首次降到|在)目标 ${val}以内`, (words = "", size = "") => this.stands(words, size)),
      rule(`相差 ${num} (?:${this.share ? "个百分点" : figure.unit})`, (size = "") => {
        const target = figure.targets.find((one) => one.year === year)?.value ?? Number.NaN;
        return this.says(size, Math.abs(this.value(year) - target));
      }),
      rule(
        `(有完整可比数据的年份中)?(最.) ${val}（(\\d{4}) 年）(?:#(最低) ${val}（(\\d{4}) 年）)?`,
        (...groups) => {
          const [prefix, word = "", size = "", at = "", ...more] = groups;
          const [lowest, least = "", when = ""] = more;
          return this.best(prefix, word, size, at) && (!lowest || this.best(prefix, lowest, least, when));
        },
      ),
      rule("其中(.+)", (list = "") => {
        return list.split("、").every((part) => {
          const [key = "", size = ""] = part.split(" ");
          const raw = parts.get(key)?.find((one) => one.year === year);
          return raw !== undefined && this.says(size, raw.value ?? Number.NaN);
        });
      }),
      rule(`(\\d{4}) 年截至 (\\S+) 为 ${val}`, (at, until, size = "") => {
        return this.at(Number(at))?.until === until && this.says(size, this.value(Number(at)));
      }),
      rule("(.+) 年数据不完整", (years = "") => allYears(years, (raw) => raw.partial)),
      rule("(.+) 年为(初步|修订)数", (years = "", word) =>
        allYears(years, (raw) => raw.state === (word === "初步" ? "provisional" : "revised")),
      ),
      rule("(.+) 年为(.+)口径", (years = "", scope) => allYears(years, (raw) => raw.scope === scope)),
      rule("(\\d{4}) 年起(.+)#与以前(不?)可比", (at, kind, not) => {
        const found = figure.breaks.find((one) => one.year === Number(at) && one.kind === kind);
        return found !== undefined && found.comparable === (not === "");
      }),
      rule("最长间隔 (\\d+) 天", (size) => {
        const own = (this.one.days ?? []).filter((day) => day.startsWith(`${year}-`));
        const marks = [`${year}-01-01`, ...own, `${year}-12-31`]
          .map((day) => Date.parse(day))
          .sort((a, b) => a - b);
        const gaps = marks.slice(1).map((mark, i) => (mark - (marks[i] ?? 0)) / 86_400_000);
        return own.length > 0 && Number(size) === Math.max(...gaps);
      }),
      rule("不含未公开项", () => figure.notCounted),
      rule("([\\d、—]+) 年(\\D+)", (years = "", word = "") => {
        return allYears(years, (raw) => absences[raw.state]?.includes(word) ?? false);
      }),
      rule("([^\\d ]+)", (word = "") => absences[this.latest.state]?.includes(word) ?? false),
    ];
  }

  /** Cut a text into what it claims, remarks in brackets apart. */
  clausesOf(text: string): string[] {
    const remarks: string[] = [];
    const bare = text
      .replace(/。$/, "")
      .replace(/（([^（）\d]+)）/g, (_, remark: string) => {
        remarks.push(...remark.split("，").map((one) => `（${one}）`));
        return "";
      })
      .replace(/，(?=最低|与以前)/g, "#");
    return [...remarks, ...bare.split(/[，；]/)];
  }

  holds(clause: string): boolean {
    const { title } = this.one.figure;
    if (/逐年|历年|−|因|由于|导致/.test(clause)) return false;
    if (clause === "（数据不完整）") return this.latest.partial;
    if (clause === "（初步数）") return this.latest.state === "provisional";
    if (/^（\D+口径）$/.test(clause)) return clause === `（${this.latest.scope}口径）`;
    const known = clause.match(new RegExp(`^${title}：(只有 )?([\\d、—]+) 年有数$`, "u"));
    if (known) {
      const years = this.one.raw.filter(({ value }) => value !== null).map((raw) => raw.year);
      return String(readYears(known[2] ?? "")) === String(years) && (known[1] ? years.length === 1 : true);
    }
    const subject = clause.match(new RegExp(`^(?:(\\d{4}) 年)?${title}(.+)$`, "u"));
    const said = subject?.[2] ?? clause;
    const isLast = this.one.raw.at(-1) === this.latest;
    const runOn = said.startsWith("连续"); // its own year follows
    if (subject && Number(subject[1] ?? this.latest.year) !== this.latest.year) return false;
    if (subject && subject[1] === undefined && !isLast && !runOn) return false;
    for (const [pattern, holds] of this.rules) {
      const groups = said.match(pattern);
      if (groups) return holds(...groups.slice(1));
    }
    return false;
  }
}

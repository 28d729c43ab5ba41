import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guessDataset } from "../src/check/guess.ts";
import { readDefinitions } from "../src/core/declared/definitions.ts";
import type { Finding } from "../src/core/finding.ts";
import { keyAt, type Rows, textAt } from "../src/core/rows.ts";
import { load } from "../src/load.ts";
import { read, real, valuesOf } from "./real-files.ts";

const nbs = read("nbs");
const published = read("published");
const others = read("others");
const values = new Map([nbs, published, others].flatMap((folder) => [...valuesOf(folder)]));
const findings = [...nbs.findings, ...published.findings];
const present = (file: string) =>
  [...values].filter(([cell, { value }]) => cell.startsWith(`${file}!`) && value !== "").length;
const of = (file: string, code: string) =>
  findings.filter((found) => found.file === file && found.code === code);

const gdpOld = "provincial-gdp/nbs_prov_gdp_1993_2017_gbk.csv";
const gdpNew = "provincial-gdp/nbs_prov_gdp_2006_2024_gbk.csv";
const employees = "urban-employees/nbs_prov_urban_employees_gbk.csv";
const population = "sample-population/nbs_prov_sample_population_gbk.csv";
const tourism = "tourism/nbs_year_tourism_utf8.csv";
const vehicles = "vehicles/nbs_year_a_utf8bom.csv";
const prices = "consumer-prices/nbs_month_cpi_gbk.csv";
const quarters = "quarterly-gdp/nbs_quarter_gdp_gbk_crlf.csv";
const county = "county-expenses/shidian_2016_official_layout.csv";
const cases = "discipline-cases/ccdi_eight_rules_cases.csv";

const central = "central-expenses/sangong_central_2010_2017.csv";
const olympiads = "olympiads/imo_timeline.csv";
const agencies = "trips-by-agency/tw_gov_overseas_trips_by_agency.csv";

/** Cells looked up by eye in the files: address, figure ("" for a blank), and the row it belongs to. */
const byEye: readonly (readonly [file: string, cell: string, value: string, key: string])[] = [
  [gdpOld, "B5", "28014.94", "2017|11 地区生产总值"], // 北京市
  [gdpOld, "C9", "18128.1", "2016|15 地区生产总值"], // 内蒙古自治区
  [gdpOld, "C10", "22246.9", "2016|21 地区生产总值"], // 辽宁省
  [gdpOld, "Z5", "886.21", "1993|11 地区生产总值"],
  [gdpOld, "Z35", "495.25", "1993|65 地区生产总值"], // 新疆维吾尔自治区
  [gdpNew, "I5", "31325.9", "2017|11 地区生产总值"],
  [gdpNew, "B23", "141488.9", "2024|44 地区生产总值"], // 广东省
  [gdpNew, "T35", "2984.5", "2006|65 地区生产总值"],
  [employees, "B5", "", "2025|11 城镇单位就业人员"],
  [employees, "C5", "763.6", "2024|11 城镇单位就业人员"],
  [employees, "I5", "819.3", "2018|11 城镇单位就业人员"],
  [employees, "S35", "248.2", "2008|65 城镇单位就业人员"],
  [employees, "T35", "", "2007|65 城镇单位就业人员"],
  [population, "L5", "335775", "2015|11 样本人口"],
  [population, "K5", "18132", "2016|11 样本人口"],
  [population, "G5", "", "2020|11 样本人口"],
  [population, "Q35", "", "2010|65 样本人口"],
  [population, "U35", "18681", "2006|65 样本人口"],
  [tourism, "C4", "2530", "2022 国内游客"],
  [tourism, "C5", "1928", "2022 城镇居民国内游客"],
  [tourism, "C6", "601", "2022 农村居民国内游客"],
  [tourism, "B10", "", "2023 国内旅游人均花费"],
  [tourism, "K12", "540.2", "2014 农村居民国内旅游人均花费"],
  [vehicles, "B2", "32911.55", "2023 民用汽车拥有量"],
  [vehicles, "D4", "153", "2021 民用大型载客汽车拥有量"],
  [vehicles, "O6", "39752.86", "2019 汽车驾驶员人数"],
  [prices, "B4", "105.2", "2020-02-29 居民消费价格指数"],
  [prices, "K4", "", "2020-02-29 出口总值当期值"],
  [prices, "K6", "238267589", "2019-12-31 出口总值当期值"],
  [prices, "B53", "101.8", "2016-01-31 居民消费价格指数"],
  [prices, "L53", "113898862", "2016-01-31 进口总值当期值"],
  [quarters, "B4", "270177.8", "2022|一|国内生产总值|当季值 数值"],
  [quarters, "C4", "324237.4", "2021|四|国内生产总值|当季值 数值"],
  [quarters, "C5", "1143669.7", "2021|四|国内生产总值|累计值 数值"],
  [quarters, "G14", "89798.9", "2020|四|工业增加值|当季值 数值"],
  [county, "B5", "2911.47", "2016|施甸县|三公经费合计 上年数"],
  [county, "C5", "2706.86", "2016|施甸县|三公经费合计 本年数"],
  [county, "E6", "-21.9", "2016|施甸县|因公出国（境）费 增减率"],
  [county, "C9", "0", "2016|施甸县|公务用车购置费 本年数"],
  [county, "D10", "-98.2", "2016|施甸县|公务用车运行费 增减金额"],
  [cases, "C2", "53085", "2014-12-31|年|2013-2019旧口径（9类） 查处问题数"],
  [cases, "C5", "3514", "2017-04-30|月|2013-2019旧口径（9类） 查处问题数"],
  [cases, "C6", "11102", "2017-04-30|累计|2013-2019旧口径（9类） 查处问题数"],
  [cases, "C9", "193168", "2017-10-31|累计|2013-2019旧口径（9类） 查处问题数"],
  [cases, "E10", "", "2019-12-31|年|2019-12新口径（享乐奢靡6类） 给予党纪政务处分人数"],
  [cases, "D11", "108000", "2019-12-31|年|2019-12新口径（形式主义官僚主义4类） 处理人数"],
  [central, "C2", "94.7", "2010|决算 合计"],
  [central, "F10", "4", "2014|决算 其中:公务用车购置费"],
  [central, "H8", "12.09", "2013|决算 公务接待费"],
  [central, "D8", "", "2013|决算 因公出国(境)费"],
  [olympiads, "F3", "618", "2023 all_contestant"],
  [olympiads, "G3", "550", "2023 male_contestant"],
  [olympiads, "H3", "67", "2023 female_contestant"],
  [agencies, "E2", "3", "1999|中華電信股份有限公司 person_times"],
  [agencies, "E15571", "1", "2016|麗園國小 person_times"],
];

/** How many numbers stand in each file, counted in it: rows × columns without the blanks. */
const counted: readonly (readonly [file: string, numbers: number])[] = [
  [gdpOld, 31 * 25],
  [gdpNew, 31 * 19],
  [employees, 31 * 17], // 2025, 2007 and 2006 are blank
  [population, 31 * 17], // 2025, 2020 and 2010 are blank
  [tourism, 9 * 10 - 3], // spending a head is blank in 2023
  [vehicles, 5 * 14],
  [prices, 50 * 11 - 4], // trade is blank in the first two months of 2020
  [quarters, 11 * 6],
  [county, 6 * 4],
  [cases, 10 * 3 - 2], // punishments are blank under the two new categories
];

/** The same of plain tables. */
const countedPlain: readonly (readonly [file: string, numbers: number])[] = [
  [central, 45],
  ["volunteers-reported/volunteers_cn.csv", 21],
  ["volunteers-tw/volunteers_tw_mohw_2011_2022.csv", 12],
  ["titles-counted/wenming_national_counts.csv", 7],
  ["titles-rechecked/honors_hunan_2019_recheck.csv", 19],
  [olympiads, 65 * 5 - 1], // NA in 1968
  ["trips/tw_gov_overseas_trips_total.csv", 18 * 3],
  [agencies, 15_570 * 3],
];

describe("exports of systems, untouched", () => {
  it("covers every file", () => {
    const files = ["nbs", "published"].flatMap((folder) =>
      readdirSync(join(real, folder, "exports"), { recursive: true, encoding: "utf8" })
        .map((path) => path.replaceAll("\\", "/"))
        .filter((path) => path.endsWith(".csv") && !path.startsWith("units/")),
    );
    expect(files.toSorted()).toEqual(counted.map(([file]) => file).toSorted());
  });

  it.each(byEye)("reads %s %s as %j", (file, cell, value, key) => {
    expect(values.get(`${file}!${cell}`)).toEqual({ value, key });
  });

  it.each([...counted, ...countedPlain])("reads every number of %s, and no other: %d", (file, numbers) => {
    expect(present(file)).toBe(numbers);
  });

  it("finds nothing that cannot be true but two vintages of one figure", () => {
    const errors = findings.filter((found) => found.level === "E");
    expect(new Set(errors.map((found) => `${found.code} ${found.file}`))).toEqual(
      new Set([`BIZ-16 ${gdpNew}`]),
    );
  });
});

describe("provincial GDP in two vintages", () => {
  const conflicts = of(gdpNew, "BIZ-16");

  it("is a conflict in every year that both have, and names both cells", () => {
    expect(conflicts).toHaveLength(31 * 12); // 2006 to 2017
    const beijing = conflicts.find((found) => found.cell === "I5") as Finding;
    expect(beijing).toMatchObject({ line: 5, row: 5, column: "2017年" });
    expect(beijing.facts).toMatchObject({ text: "31325.9", textOther: "28014.94" });
    expect(beijing.related).toEqual([{ file: gdpOld, line: 5, row: 5, column: "2017年", cell: "B5" }]);
  });
});

describe("what only looks wrong", () => {
  it("asks for a signature where 2015 is a sample of one in a hundred, and does not refuse it", () => {
    const jumps = findings.filter((found) => found.file === population && found.cell === "L5");
    expect(jumps.map((found) => found.level)).toEqual(["W"]);
    expect(jumps[0]?.related.map((place) => place.cell)).toEqual(["M5"]);
  });

  it("compares nothing across a year that is absent", () => {
    const across = findings.filter(
      (found) => found.file === population && /^[FP]\d+$/.test(found.cell ?? ""),
    );
    expect(across).toEqual([]); // 2021 after 2020, 2011 after 2010
  });

  it("takes a difference that rounding to millions explains for a note", () => {
    const sums = findings.filter((found) => found.file === tourism && found.code === "MASK-04");
    expect(sums.map((found) => [found.level, found.cell])).toEqual([["N", "C4"]]); // 1928 + 601 = 2529, not 2530
    expect(sums[0]?.related.map((place) => place.cell)).toEqual(["C5", "C6"]);
  });

  it("keeps what a quarter adds apart from what the year has come to", () => {
    const rows = nbs.rows.get("quarterly-gdp") as Rows;
    expect(rows.length).toBe(66);
    expect(new Set(Array.from({ length: 66 }, (_, row) => keyAt(rows, row))).size).toBe(66);
    const kinds = Array.from({ length: 66 }, (_, row) => textAt(rows, row, "数值类别"));
    expect([kinds.filter((kind) => kind === "当季值").length, new Set(kinds)]).toEqual([
      36,
      new Set(["当季值", "累计值"]),
    ]);
  });
});

describe("files that cannot be read right", () => {
  const errors = others.findings.filter((found) => found.level === "E");

  it("are refused with the line, and the cell or the column, of everything that is wrong", () => {
    expect(errors.length).toBeGreaterThan(500);
    for (const found of errors) {
      expect(found.line, found.code).toBeGreaterThan(0);
      expect(found.row, found.code).toBeGreaterThan(0);
      if (found.code !== "STR-10") expect(found.cell ?? found.column, found.code).not.toBeNull();
    }
  });

  it("are all of the departments' returns, the survey, two titles without a day, and the agencies named twice or not at all", () => {
    const files = new Set(errors.map((found) => found.file));
    expect(
      readdirSync(join(real, "others", "exports", "workforce")).map((name) => `workforce/${name}`),
    ).toEqual([...files].filter((file) => file.startsWith("workforce/")).toSorted());
    expect([...files].filter((file) => !file.startsWith("workforce/")).toSorted()).toEqual([
      "satisfaction/indicator_16-6-2.csv",
      "titles-listed/honors_cn.csv",
      agencies,
    ]);
    const cells = (file: string) => errors.filter((found) => found.file === file).map((found) => found.cell);
    expect(cells("titles-listed/honors_cn.csv")).toEqual(["F83", "F85"]);
    expect(cells("satisfaction/indicator_16-6-2.csv").slice(0, 2)).toEqual(["A2", "A3"]);
  });

  it("keep their letters: western ones are no Chinese characters", () => {
    const rows = others.rows.get("olympiads") as Rows;
    const cities = Array.from({ length: rows.length }, (_, row) => textAt(rows, row, "city"));
    expect(cities).toContain("České Budějovice");
    const quoted = errors.filter((found) => found.file === "workforce/3345.csv" && found.cell === "AD2");
    expect(quoted.map((found) => found.facts)).toMatchObject([{ text: "£15,988,459.00" }]);
  });
});

describe("a system's export beside what the site offers", () => {
  it("is told by its looks, and by nothing else in its folder", () => {
    const inputs = load(join(real, "nbs"), "internal", "2026-03-01");
    const { datasets } = readDefinitions(inputs);
    const guessed = inputs.exports
      .filter((file) => !file.path.startsWith("units/"))
      .map((file) => [file.path.split("/")[0], guessDataset(file, datasets)]);
    expect(guessed).toHaveLength(8);
    for (const [folder, guess] of guessed) expect(guess).toBe(folder);
  });
});

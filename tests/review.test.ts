import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkInputs } from "../src/core/pipeline.ts";
import { type Edited, makeReview } from "../src/core/review/review.ts";
import { load } from "../src/load.ts";
import { newFolder, project, writeTree } from "./command.ts";

const now = "2026-03-01";
const folder = join(project, "tests/fixtures/sites/review"); // twelve problems, none an error

function edited(edition: "public" | "internal", data = folder): Edited {
  const checked = checkInputs(load(data, edition, now));
  return { ...checked.draft(), findings: checked.findings, due: checked.due };
}

const own = edited("internal");
const open = edited("public");
const review = makeReview(own, open, now);

/** Write the lines of a value's formulas, without the links. */
function linesOf(path: string, mark: string): string[] {
  const page = review.pages.find((one) => one.path === path);
  const point = page?.series.flatMap(({ points }) => points).find((one) => one.mark === mark);
  return (point?.lines ?? []).map(({ name, pieces, value }) => {
    const formula = pieces.map((piece) => (typeof piece === "string" ? piece : piece[0])).join("");
    return `${name} ${formula} = ${value}`;
  });
}

describe("makeReview(own, open, now)", () => {
  it("puts what is to do first, the gravest kind before what most figures hang on", () => {
    expect(review.todos.map(({ kind, what, count, weight }) => [kind, what, count, weight])).toEqual([
      ["stop", "competitions/竞赛.csv 参赛人次", 3, 3], // by kind, in all, and per head
      ["stop", "volunteers/2025.csv", 1, 3], // 法规处: its three figures
      ["stop", "volunteers/2025.csv 备案注册人数", 1, 3], // 信访处, three times
      ["stop", "volunteers/2025.csv 备案注册人数", 1, 3],
      ["stop", "volunteers/2025.csv 备案注册人数", 1, 3],
      ["stop", "austerity/三公两费.csv 本年数", 1, 1],
      ["stop", "austerity/三公两费.csv 本年数", 1, 1],
      ["stop", "headcount/2025.csv 在岗职工数", 1, 1], // 窗口二科's share of volunteers
      ["stop", "volunteers/2025.csv", 1, 0], // 服务中心 has no row, so nothing hangs on it
      ["changed", "变动", 4, 4],
      ["signoff", "signoffs.csv 复核期", 1, 0],
      ["signoff", "signoffs.csv 键", 1, 0],
      ["late", "参加人数", 1, 0],
      ["target", "注册志愿者占比", 1, 0],
      ["hidden", "公开版里不一样的数", 4, 0],
      ["hidden", "内部列", 1, 0],
      ["hidden", "没到发布时间的行", 1, 0],
      ["hidden", "公开版里没有的数", 1, 0],
    ]);
  });

  it("gives each suspicion the finished row that answers it", () => {
    const rows = review.groups.flatMap(({ findings }) => findings.flatMap(({ row }) => row ?? []));
    expect(rows.filter(({ file }) => file === "signoffs.csv").map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "BIZ-10,austerity,2025|某县某局|全局|文件,本年数,1180,,,,",
        "BIZ-09,austerity,2025|某县某局|全局|公务接待费,本年数,40.60,,,,",
        "BIZ-14,volunteers,2025-12-31|服务中心|全局,,,,,,",
        "SDC-07,volunteers,2025-12-31|信访处|全局,备案注册人数,0,,,,",
      ]),
    );
    const [revision] = rows.filter(({ file }) => file === "revisions.csv");
    expect(revision?.text).toBe("competition-entries,2024,技能大赛,130,133,,");
  });

  it("knows who signed, when, why, and that the day of review has passed", () => {
    const signed = review.groups.flatMap(({ findings }) => findings.flatMap((one) => one.signed ?? []));
    expect(signed).toEqual([
      {
        by: "办公室",
        date: "2025-01-15",
        reason: "当年集中换届，会议多",
        review: "2025-12-31",
        overdue: true,
      },
    ]);
  });

  it("marks what only the public edition finds", () => {
    const only = review.groups.filter(({ publicOnly }) => publicOnly).map(({ code }) => code);
    expect(only.toSorted()).toEqual(["BIZ-15", "SDC-07"]);
  });

  it("tells once what the public edition may only hint at", () => {
    const data = writeTree(newFolder(), {
      "exports/units/units.csv": "单位编码,单位名称,上级编码\r\n01,某局,\r\n0101,一处,01\r\n",
      "exports/volunteers/all.csv":
        "时点,单位,口径,备案注册人数,活跃人数,公开属性\r\n2024-12-31,一处,全局,14,9,\r\n2025-12-31,一处,全局,0,0,内部\r\n",
    });
    const other = edited("public", data);
    expect(other.findings.map(({ code }) => code)).toContain("SEC-08");
    const { groups } = makeReview(edited("internal", data), other, now);
    const codes = groups.map(({ code }) => code);
    expect(codes).toContain("MASK-11");
    expect(codes).not.toContain("SEC-08");
  });

  it("gathers suspicions by rule, whoever signed for them", () => {
    const told = review.suspicions.map(({ code, items }) => [
      code,
      items.map(({ signed }) => signed?.by ?? null),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      "BIZ-09": [null, "办公室"],
      "BIZ-10": [null],
      "BIZ-11": [null],
      "BIZ-14": [null],
      "BIZ-20": [null, null],
      "MASK-11": [null],
      "SDC-07": [null],
    });
  });

  it("sets what differs from the last release beside it, with the cell that caused it", () => {
    expect(review.last).toBe("2025-02-20");
    const [first] = review.changes;
    expect(first).toMatchObject({ figure: "competition-entries", title: "参赛人次" });
    expect(first?.values.slice(0, 2)).toEqual([
      {
        title: "参赛人次（技能大赛）",
        year: 2024,
        kind: "changed",
        old: "130 人次（正式）",
        now: "133 人次（正式）",
        size: "+3 人次（+2.3%）", // 3 ÷ 130
        why: "",
        address: "review/sources/competition-entries/index.html#s1y2024",
        cells: ["competitions/竞赛.csv G4：133"],
      },
      expect.objectContaining({
        title: "参赛人次",
        year: 2024,
        old: "214 人次（正式）",
        now: "217 人次（正式）",
      }),
    ]);
    const perHead = review.changes.find(({ figure }) => figure === "competition-entries-per-head");
    expect(perHead?.values[0]).toMatchObject({
      year: 2024,
      why: "分子由 214 变为 217",
      cells: ["competitions/竞赛.csv G4：133", "competitions/竞赛.csv G5：84"], // not the staff, which is as it was
    });
    const valueAt = (side: "before" | "after") =>
      first?.[side]?.series.at(-1)?.points.find(({ year }) => year === 2024)?.value;
    expect([valueAt("before"), valueAt("after")]).toEqual([214, 217]);
  });

  it("says which units are behind a target, the farthest first", () => {
    const [share, reception] = review.targets;
    expect(share).toMatchObject({
      title: "注册志愿者占比",
      year: 2025,
      direction: "越高越好",
      target: "78%",
      value: "77.1%", // 280 ÷ 363
      met: false,
    });
    expect(share?.behind.map(({ unit, value }) => [unit, value])).toEqual([
      ["信访处", "0.0%"],
      ["窗口二科", "56.0%"], // 28 ÷ 50
      ["法规处", "74.3%"], // 26 ÷ 35
    ]);
    expect(reception).toMatchObject({ title: "公务接待费", direction: "越低越好", met: true });
  });

  it("lists row by row what the public does not see, and why", () => {
    const rows = Object.fromEntries(review.hidden.map(({ id, rows }) => [id, rows]));
    expect(rows.embargoed).toEqual([
      { where: "honors/荣誉.csv 第 4 行", what: "荣誉：R25-1", why: "2062-01-20 起公开" },
    ]);
    expect(rows.columns).toEqual([
      { where: "honors/荣誉.csv", what: "荣誉的“获得者”，填了 1 格", why: "这一列定为内部" },
    ]);
    expect(rows.other).toContainEqual({
      where: "获得荣誉",
      what: "2025 年",
      why: "内部版 2 项，公开版 1 项：不含未公开项",
    });
  });

  it("says which export is due from whom, what is late first", () => {
    expect(review.due[0]).toMatchObject({
      group: "late",
      title: "参加人数",
      owner: "人事处",
      due: "2026-01-31",
    });
  });

  it("puts the figures that the public will see on the sheet to sign", () => {
    const row = review.sheet.find(({ figure }) => figure === "volunteer-ratio");
    expect(row).toEqual({
      figure: "volunteer-ratio",
      title: "注册志愿者占比",
      year: 2025,
      value: "77.1%",
      formula: "280 ÷ 363",
      change: "比上年提高 3.6 个百分点", // 280 ÷ 363 − 261 ÷ 355
      scope: "全局",
      state: "正式",
    });
    expect(review.sheet.find(({ figure }) => figure === "honors-awarded")?.value).toBe("1 项"); // one waits for 2062
  });

  it("compares with the year before where nothing was released", () => {
    const bare = (of: Edited): Edited => ({ ...of, site: { ...of.site, releases: [] } });
    const { last, changes, yearOnYear } = makeReview(bare(own), bare(open), now);
    expect([last, changes]).toEqual([null, []]);
    expect(yearOnYear[0]).toMatchObject({
      title: "文件",
      year: 2025,
      old: "118 件",
      now: "1180 件",
      change: "比上年增长 900.0%",
    });
  });
});

describe("a figure's sources", () => {
  const ratio = "review/sources/volunteer-ratio/index.html";

  it("set a ratio's numbers in, with its changes", () => {
    expect(linesOf(ratio, "y2025").map((text) => text.replace(/ = .*/, ""))).toEqual([
      "注册志愿者占比 280 ÷ 363 × 100",
      "比上年 77.13498622589532 − 73.52112676056338",
      "比 2023 年 77.13498622589532 − 66.95402298850574",
    ]);
  });

  it("add up rows, one of them of a kind", () => {
    expect(linesOf("review/sources/competition-entries/index.html", "y2024")[0]).toBe(
      "参赛人次 133 + 84 = 217",
    );
  });

  it("say of every unit how its own figure is made", () => {
    const path = "review/sources/volunteer-ratio/units/index.html";
    const page = review.pages.find((one) => one.path === path);
    const series = page?.series.find(({ title }) => title === "窗口二科注册志愿者占比");
    const mark = series?.points.find(({ year }) => year === 2025)?.mark ?? "";
    expect(linesOf(path, mark)[0]).toBe("窗口二科注册志愿者占比 28 ÷ 50 × 100 = 56");
  });

  it("lead from a cell to every figure it feeds", () => {
    const page = review.pages.find(({ path }) => path === ratio);
    const staff = page?.cells.find(({ file, cell }) => file === "headcount/2025.csv" && cell === "D2");
    expect(staff).toMatchObject({ line: 2, column: "在岗职工数", text: "363", state: "正式" });
    expect(staff?.feeds).toEqual(
      ["volunteer-ratio", "competition-entries-per-head", "competition-coverage"].map((id) => ({
        title: own.site.figures.find((figure) => figure.id === id)?.title,
        spots: [[2025, `review/sources/${id}/index.html#y2025`]],
      })),
    );
  });

  it("tell of honours when they end and what became of them, and of absences what coverage says", () => {
    const held = review.pages.find(({ figure }) => figure === "honors-held");
    const columns = new Set(held?.cells.map(({ file, column, text }) => `${file} ${column} ${text}`));
    expect([...columns]).toEqual(
      expect.arrayContaining(["honors/荣誉.csv 有效期至 2026-12-31", "honor-events/事件.csv 事件 复查合格"]),
    );
  });

  it("know a published value that its cells do not give, and put it before the reviewer", () => {
    const figures = own.workings.figures.map((figure) =>
      figure.indicator.id === "volunteer-ratio"
        ? {
            ...figure,
            series: figure.series.map((series) => ({
              ...series,
              points: series.points.map((point) => (point.year === 2024 ? { ...point, value: 74 } : point)),
            })),
          }
        : figure,
    );
    const wrong = makeReview({ ...own, workings: { ...own.workings, figures } }, open, now);
    expect(review.todos.filter(({ kind }) => kind === "wrong")).toEqual([]);
    expect(wrong.todos.filter(({ kind }) => kind === "wrong").map(({ what, to }) => [what, to])).toEqual([
      ["注册志愿者占比 2024 年", `${ratio}#y2024`],
      ["注册志愿者占比 2025 年", `${ratio}#y2025`], // its change
    ]);
  });

  const folders = [
    "data",
    ...["sangong", "systems", "titles", "imo"].map((name) => `tests/fixtures/sites/${name}`),
  ];
  it.each(folders)("give back every published value of %s", { timeout: 60_000 }, (path) => {
    const data = join(project, path);
    const all = makeReview(edited("internal", data), edited("public", data), now);
    const lines = all.pages.flatMap(({ series }) =>
      series.flatMap(({ points }) => points.flatMap((p) => p.lines)),
    );
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(({ agrees }) => !agrees)).toEqual([]);
    const points = all.pages.flatMap(({ series }) => series.flatMap((one) => one.points));
    expect(points.filter(({ value, lines }) => value !== null && lines.length === 0)).toEqual([]);
  });
});

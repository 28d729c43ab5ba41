import type { Naming, Title } from "../../src/core/figure.ts";

type ShortNaming = readonly [
  term: string,
  from: string,
  to: string | null,
  ended?: Naming["ended"],
  predecessor?: string,
];

function titleOf(
  name: string,
  level: string,
  namings: readonly ShortNaming[],
  more: Partial<Title> = {},
): Title {
  return {
    key: name,
    name,
    unit: "某省某局",
    level,
    kind: "集体",
    namings: namings.map(([term, from, to, ended = null, predecessor = ""], i) => ({
      id: `${name}${i}`,
      term,
      awarded: from,
      from,
      to,
      ended,
      granter: "某省文明委",
      document: "",
      predecessor,
    })),
    events: [],
    held: true,
    years: 1,
    terms: namings.length,
    ...more,
  };
}

function eventsOf(
  honor: string,
  ...events: readonly (readonly [date: string, event: string])[]
): Title["events"] {
  return events.map(([date, event]) => ({ date, event, honor }));
}

/** What life holds: renewals, a short last term, a yellow card, a lapse, an end and a revocation, a long name, a unit's title. */
export const titlesSample: readonly Title[] = [
  titleOf(
    "全国文明单位",
    "国家级",
    [
      ["第六届", "2020-11-20", "2025-05-22"],
      ["第七届", "2025-05-23", null],
    ],
    { years: 6, terms: 2, events: eventsOf("", ["2021-12-01", "复查合格"], ["2022-12-01", "复查合格"]) },
  ),
  titleOf(
    "省级文明单位标兵",
    "省级",
    [
      ["第四届", "2012-01-10", "2014-01-09"],
      ["第五届", "2014-01-10", "2016-12-31", null, "省级文明单位标兵0"],
      ["第六届", "2017-01-01", "2019-12-31"],
      ["第七届", "2020-01-01", "2022-12-31"],
      ["第八届", "2023-01-04", "2026-06-30"],
    ],
    { years: 12, terms: 4, events: eventsOf("", ["2013-06-01", "复查合格"], ["2015-06-01", "复查合格"]) },
  ),
  titleOf(
    "省级文明服务窗口",
    "省级",
    [
      ["第三批", "2015-06-01", "2018-05-31"],
      ["第四批", "2018-06-01", "2021-05-25"],
      ["第五批", "2021-05-26", "2024-05-26"],
      ["第六批", "2024-05-27", "2027-05-31"],
    ],
    {
      key: "省级文明服务窗口@02",
      unit: "政务服务中心窗口服务处",
      years: 11,
      terms: 4,
      events: eventsOf("省级文明服务窗口2", ["2022-08-10", "黄牌"], ["2023-03-20", "恢复"]),
    },
  ),
  titleOf(
    "省级青年文明号",
    "省级",
    [
      ["2012—13", "2012-01-01", "2013-12-31"],
      ["2014—15", "2014-01-01", "2015-12-31"],
      ["2018—19", "2018-01-01", "2019-12-31"],
      ["2020—21", "2020-01-01", "2021-12-31"],
      ["2022—23", "2022-01-01", "2023-12-31"],
      ["2024—25", "2024-01-01", "2026-03-31"],
    ],
    { years: 8, terms: 4 },
  ),
  titleOf(
    "省直机关文明单位",
    "省直",
    [
      ["第九届", "2012-01-01", "2014-12-31"],
      ["第十届", "2015-01-15", "2019-12-31", { date: "2018-11-30", event: "终止" }],
    ],
    { held: false, years: 0, terms: 0, events: eventsOf("", ["2018-11-30", "终止"]) },
  ),
  titleOf(
    "市级巾帼文明岗",
    "市级",
    [
      ["第四批", "2013-03-08", "2016-03-07"],
      ["第五批", "2016-03-08", "2021-03-07", { date: "2019-06-12", event: "撤销" }],
    ],
    {
      held: false,
      years: 0,
      terms: 0,
      events: eventsOf("", ["2014-09-01", "复查合格"], ["2017-09-01", "复查合格"], ["2019-06-12", "撤销"]),
    },
  ),
  titleOf(
    "全省行政审批制度改革与营商环境优化工作先进集体暨示范窗口",
    "省级",
    [["首批", "2025-07-01", "2026-11-30"]],
    { years: 1, terms: 1, events: eventsOf("", ["2025-10-09", "黄牌"]) },
  ),
  titleOf("系统先进单位", "系统内", [["2016", "2016-02-01", "2018-02-01"]], {
    held: false,
    years: 0,
    terms: 0,
  }),
];

/** Make a title named again every so many years, valid to this day; `unit` is one below the bureau. */
export function renewedTitle(name: string, first: number, every: number, unit?: string): Title {
  const terms = Math.floor((2025 - first) / every) + 1;
  const namings = Array.from({ length: terms }, (_, i): ShortNaming => {
    const from = first + i * every;
    return [`第${i + 1}届`, `${from}-03-01`, `${from + every}-02-28`];
  });
  const more = unit === undefined ? {} : { key: `${name}@${unit}`, unit };
  return titleOf(name, "省级", namings, { years: 2026 - first, ...more });
}

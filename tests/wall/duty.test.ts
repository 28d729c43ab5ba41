import { describe, expect, it } from "vitest";
import { china } from "../../src/wall/hours.ts";
import { type DutyState, dutyOf, dutyText } from "../../src/wall/player/duty-lines.ts";
import { sayLength } from "../../src/wall/player/said.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const [hour, day] = [3_600_000, 86_400_000];
const keeper = { contact: at("2026-01-19T09:28"), silence: null, next: at("2026-01-19T09:33"), skew: 0 };
const well: DutyState = {
  now: at("2026-01-19T09:30"),
  build: "a1b2c3d4e5f6",
  published: "12",
  edition: "public",
  builtAt: "2026-01-10T17:40:00+08:00",
  asOf: "2025-12-31",
  isVerified: true,
  keeper,
  shown: 6,
  of: 6,
  round: 120_000,
  uptime: 41 * day + 6 * hour,
  restarts: 1,
  nodes: 1284,
  heap: 9_800_000,
  night: "22:00-06:30",
  isBlackAtNight: true,
  awake: "held",
  remembers: true,
  events: [
    {
      first: at("2026-01-18T03:12"),
      last: at("2026-01-18T03:17"),
      times: 3,
      text: "服务器 500，留用本版",
      isTrouble: true,
    },
    { first: at("2026-01-10T17:46"), last: at("2026-01-10T17:46"), times: 1, text: "启动", isTrouble: false },
  ],
};
const lines = (state: DutyState) =>
  dutyOf(state, china).rows.map(({ name, text, remedy }) => [name, text, remedy].filter(Boolean).join(" "));
const verdict = (state: DutyState) => dutyOf(state, china).verdict;

describe("dutyOf", () => {
  it("says what the wall is and does", () => {
    expect(verdict(well)).toBe("运行正常");
    expect(lines(well)).toEqual([
      "本版 2026-01-10 发布，已校验",
      "编号 a1b2c3d4e5f6，公开版",
      "数据截至 2025-12-31",
      "下次检查 09:33，每 5 分钟",
      "本轮画面 6/6，每轮 2 分钟",
      "连续运行 41 天 6 小时",
      "本周重载 1 次，每小时限 3 次",
      "节点内存 1,284 个，9.8 MB",
      "夜间 22:00 熄，06:30 亮",
      "常亮锁 已取得",
    ]);
  });

  it("does not call a page verified that the browser fetched", () => {
    expect(lines({ ...well, isVerified: false })[0]).toBe("本版 2026-01-10 发布，第 12 次");
  });

  it("names what is not to be had here, and what to set instead", () => {
    const state: DutyState = { ...well, awake: "insecure", remembers: false };
    expect(verdict(state)).toBe("运行正常，两项待设置");
    expect(lines(state)).toContain("常亮锁 非 HTTPS，取不到 请到系统电源里关掉熄屏");
    expect(lines(state)).toContain("浏览器 不许记事，重载次数不跨重启 请允许本站点保存数据");
  });

  it("says from the disk that it cannot update itself", () => {
    const state: DutyState = { ...well, keeper: null };
    expect(verdict(state)).toBe("运行正常，一项待设置");
    expect(lines(state)).toContain("更新 从本机文件打开，不能自动更新 要更新，请从网址打开大屏");
  });

  it("puts what is wrong first", () => {
    const silent = (kind: "unreachable" | "unusable" | "refused"): DutyState => ({
      ...well,
      keeper: { ...keeper, silence: { kind, since: well.now - 9 * day } },
    });
    expect(verdict(silent("unreachable"))).toBe("已 9 天连不上服务器");
    expect(verdict(silent("unusable"))).toBe("服务器 9 天没有可用的内容");
    expect(verdict(silent("refused"))).toBe("新版 9 天没有换上");
    expect(verdict({ ...well, shown: 5 })).toBe("1 幕放不出来，其余照常");
    expect(lines(silent("unreachable"))).toContain("下次检查 09:33，上次没有成功");
  });

  it("tells a clock that is wrong by the server's, or by the build's", () => {
    expect(lines({ ...well, keeper: { ...keeper, skew: 3 * hour } })).toContain(
      "本机时钟 比服务器慢 3 小时 请给本机校时",
    );
    expect(lines({ ...well, now: at("2015-01-01T00:00") })).toContain("本机时钟 早于本版发布 请给本机校时");
  });
});

describe("dutyText", () => {
  it("writes the panel and every event, for whoever it is sent to", () => {
    expect(dutyText(well, china).split("\r\n").slice(0, 3)).toEqual([
      "\ufeff大屏值班记录  2026-01-19 09:30",
      "运行正常",
      "",
    ]);
    expect(dutyText(well, china)).toContain(
      "最近 2 件事，新的在前：\r\n1-18 03:17  服务器 500，留用本版（自 1-18 03:12 起 3 次）\r\n1-10 17:46  启动\r\n",
    );
  });
});

describe("sayLength", () => {
  it.each([
    [0, "0 秒"],
    [59_999, "59 秒"],
    [143_000, "2 分钟 23 秒"],
    [11 * 60_000 + 5000, "11 分钟"],
    [hour, "1 小时"],
    [25 * hour + 60_000, "1 天 1 小时"],
  ])("writes %i ms as %s", (length, words) => {
    expect(sayLength(length)).toBe(words);
  });
});

import { describe, expect, it } from "vitest";
import { china } from "../../src/wall/hours.ts";
import { type Age, sayStale, stalenessOf } from "../../src/wall/player/staleness.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const built: Age = { silence: null, builtAt: "2026-01-15T09:00:00+08:00", nextUpdate: "2026-04-10 前" };
const silentSince = (since: string, kind: "unreachable" | "unusable" | "refused" = "unreachable"): Age => ({
  ...built,
  silence: { kind, since: at(since) },
});
const usual = ["数据截至 2025-12-31", "口径：机关在职职工"] as const;
const wide = 125;
const portrait = 44.8;
const say = (now: string, age: Age, room = wide) => sayStale(stalenessOf(at(now), age, china), room, usual);
const level = (now: string, age: Age) => stalenessOf(at(now), age, china).level;

describe("stalenessOf", () => {
  it("is fresh while the server answers, however old the figures are", () => {
    expect(level("2026-04-10T23:59", built)).toBe("fresh");
  });

  it("says nothing of less than a day of silence, is grey from one day and amber from seven", () => {
    const age = silentSince("2026-01-16T10:00");
    expect(level("2026-01-17T09:59", age)).toBe("fresh");
    expect(level("2026-01-17T10:00", age)).toBe("grey");
    expect(level("2026-01-23T09:59", age)).toBe("grey");
    expect(level("2026-01-23T10:00", age)).toBe("amber");
  });

  it("is amber from the day after the one on which the next update was due, in China", () => {
    expect(level("2026-04-11T00:00", built)).toBe("amber");
    expect(stalenessOf(at("2026-04-15T12:00"), built, china).overdue).toBe(5);
  });

  it("takes a month for its last day, and what names no day for no promise", () => {
    expect(level("2026-04-30T23:00", { ...built, nextUpdate: "2026-04" })).toBe("fresh");
    expect(level("2026-05-01T00:00", { ...built, nextUpdate: "2026-04" })).toBe("amber");
    expect(level("2036-01-01T00:00", { ...built, nextUpdate: "每年一季度" })).toBe("fresh");
  });

  it("judges nothing by a clock that stands before the build", () => {
    expect(level("2015-01-01T00:00", silentSince("2026-01-16T10:00"))).toBe("fresh");
  });

  it("counts no days from a contact that a set clock has put into the future", () => {
    expect(stalenessOf(at("2026-01-16T07:00"), silentSince("2026-01-16T10:00"), china).silent).toBe(0);
  });
});

describe("sayStale", () => {
  it("says what is true on one line, and the date of the figures below it", () => {
    expect(say("2026-01-25T11:00", silentSince("2026-01-16T10:00"))).toEqual([
      "已 9 天未能连接发布服务器，显示的是 1 月 15 日发布的内容",
      "数据截至 2025-12-31，下次应更新 4 月 10 日，口径：机关在职职工",
      "",
    ]);
  });

  it("says on three short lines what has no room, and never leaves the date of the figures out", () => {
    expect(say("2026-02-04T11:00", silentSince("2026-01-16T10:00"), portrait)).toEqual([
      "已 19 天连不上服务器",
      "数据截至 2025-12-31",
      "显示 1 月 15 日发布的内容",
    ]);
  });

  it("says that an update is overdue although the server answers", () => {
    expect(say("2026-04-15T12:00", built)).toEqual([
      "应在 4 月 10 日前更新，已过 5 天",
      "数据截至 2025-12-31，口径：机关在职职工",
      "",
    ]);
    expect(say("2026-04-15T12:00", built, portrait)[0]).toBe("应更新日已过 5 天");
  });

  it("says both where both hold", () => {
    expect(say("2026-04-15T12:00", silentSince("2026-04-06T10:00"))).toEqual([
      "已 9 天未能连接发布服务器，显示的是 1 月 15 日发布的内容",
      "应在 4 月 10 日前更新，已过 5 天，数据截至 2025-12-31，口径：机关在职职工",
      "",
    ]);
    expect(say("2026-04-15T12:00", silentSince("2026-04-06T10:00"), portrait)).toEqual([
      "已 9 天连不上服务器",
      "应更新日已过 5 天",
      "数据截至 2025-12-31",
    ]);
  });

  it("names the year where it is not this one", () => {
    expect(
      say("2027-01-05T12:00", { ...silentSince("2027-01-01T10:00"), nextUpdate: "" }).slice(0, 2),
    ).toEqual([
      "已 4 天未能连接发布服务器",
      "数据截至 2025-12-31，显示的是 2026 年 1 月 15 日发布的内容", // 39 em of 3.3 u with the remark: too long
    ]);
  });

  it("does not claim that a server is out of reach which answers with something else", () => {
    expect(say("2026-01-25T11:00", silentSince("2026-01-16T10:00", "unusable"))[0]).toContain(
      "已 9 天未能从发布服务器取得内容",
    );
    expect(say("2026-01-25T11:00", silentSince("2026-01-16T10:00", "refused"))[0]).toContain(
      "新发布的内容已 9 天未通过校验",
    );
  });
});

import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createKeeper, type Keeper } from "../../src/wall/player/keeper.ts";
import { createLog, type Log } from "../../src/wall/player/log.ts";

const minute = 60_000;
const start = Date.parse("2026-01-19T09:00:00+08:00");

/** A page as far as the keeper reads it: what its bytes say, and one scene in one format. */
const pageOf = (published: number, build: string) =>
  `<html data-edition="public" data-build="${build}" data-published="${published}">正文</html>\n<!-- wall:end -->\n`;

function parse(html: string): Document {
  const attribute = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1];
  const picture = { childElementCount: 1, getAttribute: () => "wide" };
  const scene = { id: "scene-a", tagName: "section", querySelectorAll: () => [picture] };
  const stage = {
    tagName: "main",
    getAttributeNames: () => [],
    getAttribute: () => null,
    querySelectorAll: (selector: string) => (selector === "*" ? [] : [scene]),
  };
  return {
    documentElement: {
      dataset: {
        edition: attribute("edition"),
        build: attribute("build"),
        published: attribute("published"),
      },
    },
    getElementById: () => stage,
  } as unknown as Document;
}

/** A server of one build, whose files a test may spoil. */
function serverOf(published: number, build: string, edition = "public") {
  const page = new TextEncoder().encode(pageOf(published, build));
  const sha256 = createHash("sha256").update(page).digest("hex");
  const record = { build, edition, published, builtAt: "2026-01-18T09:00:00+08:00", asOf: "2025-12-31" };
  return {
    "../build.json": new TextEncoder().encode(
      JSON.stringify({ ...record, wall: { bytes: page.length, sha256 } }),
    ),
    "index.html": page,
  };
}

const [one, two] = ["111111111111", "222222222222"];

describe("createKeeper", () => {
  let now: number;
  let log: Log;
  let keeper: Keeper;
  let asked: string[];
  let answer: (path: string) => Response | Promise<Response>;
  const answerWith = (files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>) => {
    answer = (path) => new Response(files[path]);
  };

  beforeEach(() => {
    now = start;
    log = createLog();
    asked = [];
    answerWith(serverOf(3, one));
    keeper = createKeeper({
      now: () => now,
      chance: () => 0.5,
      fetch: async (path) => {
        asked.push(path);
        return answer(path);
      },
      parse,
      current: () => ({ build: one, edition: "public", published: 3 }),
      log,
      contact: start,
      onChange: () => {},
    });
  });

  /** Tick at a moment, and let the look it may start come to its end. */
  async function tick(at: number): Promise<number> {
    now = at;
    const due = keeper.tick(now);
    if (Number.isFinite(due)) return due;
    await vi.waitUntil(() => Number.isFinite(keeper.state().next) && Number.isFinite(keeper.tick(now)));
    return keeper.tick(now);
  }
  const said = () => log.last(1)[0]?.text;

  it("looks at once, then every five minutes, each time at build.json alone", async () => {
    expect(await tick(start)).toBe(start + 5 * minute);
    await tick(start + 5 * minute - 1);
    expect(asked).toEqual(["../build.json"]);
    await tick(start + 5 * minute);
    expect(asked).toEqual(["../build.json", "../build.json"]);
    expect(said()).toBe("检查新版本，没有");
    expect(keeper.waiting()).toBeNull();
  });

  it("fetches and holds what has a higher publication", async () => {
    answerWith(serverOf(4, two));
    await tick(start);
    expect(keeper.waiting()?.record).toMatchObject({ build: two, published: 4 });
    await tick(start + 5 * minute);
    expect(asked).toEqual(["../build.json", "index.html", "../build.json"]);
    const candidate = keeper.waiting();
    if (candidate) keeper.settle(candidate, true);
    expect(keeper.waiting()).toBeNull();
  });

  it("keeps what came while an older one could not be put on the wall, and tells since when", async () => {
    answerWith(serverOf(4, two));
    await tick(start);
    const candidate = keeper.waiting();
    answerWith(serverOf(5, "333333333333"));
    await tick(start + 5 * minute);
    if (candidate) keeper.settle(candidate, false);
    expect(keeper.waiting()?.record.published).toBe(5);
    expect(keeper.state().silence).toEqual({ kind: "refused", since: start + 5 * minute });
  });

  it("fetches what stands there too, to start anew from it", async () => {
    await tick(start);
    keeper.renew();
    await tick(start + 1);
    expect(keeper.waiting()?.record.published).toBe(3);
  });

  const good = serverOf(4, two);
  const changed = (file: keyof typeof good, change: (text: string) => string) => ({
    ...good,
    [file]: new TextEncoder().encode(change(new TextDecoder().decode(good[file]))),
  });
  it.each([
    ["half a page", changed("index.html", (text) => text.slice(0, 60)), "新版只到一半，不换"],
    [
      "another page of the same length",
      changed("index.html", (text) => text.replace("正文", "乱码")),
      "新版校验不符，不换",
    ],
    ["a longer page", changed("index.html", (text) => `${text} `), "新版校验不符，不换"],
    [
      "a page of another build",
      {
        ...good,
        ...{ "../build.json": pageRecord(two, pageOf(4, one)) },
        "index.html": bytesOf(pageOf(4, one)),
      },
      "新版与版本信息对不上，不换",
    ],
    ["an older publication", serverOf(2, two), "服务器上是更早的一版，留用本版"],
    ["another build under the same number", serverOf(3, two), "服务器上的版本没有升号，留用本版"],
    ["another edition", serverOf(4, two, "internal"), "服务器上是另一版别，留用本版"],
    [
      "an error page for build.json",
      { "../build.json": bytesOf("<html>502</html>") },
      "版本信息读不懂，留用本版",
    ],
    ["half of build.json", changed("../build.json", (text) => text.slice(0, 40)), "版本信息读不懂，留用本版"],
    ["an empty build.json", { "../build.json": bytesOf("") }, "版本信息读不懂，留用本版"],
  ])("refuses %s, and says so", async (_, files, words) => {
    answerWith(files as Record<string, Uint8Array<ArrayBuffer>>);
    await tick(start);
    expect(keeper.waiting()).toBeNull();
    expect(said()).toBe(words);
  });

  it("names the answer of a server that has nothing, and the one that is not there", async () => {
    answer = () => new Response("", { status: 500 });
    await tick(start);
    expect(said()).toBe("服务器 500，留用本版");
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await tick(start + minute);
    expect(said()).toBe("连不上服务器，留用本版");
  });

  it("asks again after 1, 2, 4, 8, 16, 30, 30 minutes, and at its old pace once it is answered", async () => {
    answer = () => new Response("", { status: 500 });
    const waits: number[] = [];
    for (let at = start; waits.length < 7; ) {
      const due = await tick(at);
      waits.push((due - at) / minute);
      at = due;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    answerWith(serverOf(3, one));
    const at = keeper.state().next;
    expect(await tick(at)).toBe(at + 5 * minute);
    expect(said()).toBe("服务器恢复，没有新版本");
    expect(keeper.state().silence).toBeNull();
  });

  it("counts the silence from the last contact, and as out of reach only if it was so throughout", async () => {
    await tick(start);
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await tick(start + 5 * minute);
    expect(keeper.state().silence).toEqual({ kind: "unreachable", since: start });
    answer = () => new Response("", { status: 404 });
    await tick(start + 6 * minute);
    expect(keeper.state().silence).toEqual({ kind: "unusable", since: start });
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await tick(start + 8 * minute);
    expect(keeper.state().silence).toEqual({ kind: "unusable", since: start });
  });

  it("looks at once where the clock was set back", async () => {
    await tick(start);
    await tick(start - 180 * minute);
    expect(asked).toHaveLength(2);
  });

  it("gives up an answer that does not come within 20 seconds, and asks again", async () => {
    vi.useFakeTimers();
    try {
      answer = () => new Promise(() => {});
      keeper.tick(start);
      await vi.advanceTimersByTimeAsync(19_999);
      expect(said()).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1);
      expect(said()).toBe("服务器没有回应，留用本版");
      expect(vi.getTimerCount()).toBe(0);
      answerWith(serverOf(4, two));
      now = start + 2 * minute;
      keeper.tick(now);
      await vi.advanceTimersByTimeAsync(1);
      expect(keeper.waiting()?.record.published).toBe(4);
    } finally {
      vi.useRealTimers();
    }
  });

  it("tells how far the server's clock is from ours", async () => {
    const files = serverOf(3, one);
    answer = (path) =>
      new Response(files[path as keyof typeof files], {
        headers: { date: new Date(start + 180 * minute).toUTCString() },
      });
    await tick(start);
    expect(keeper.state().skew).toBe(180 * minute);
  });
});

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Write a build.json that describes a page although it is another build's. */
function pageRecord(build: string, page: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(page);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const record = { build, edition: "public", published: 4, builtAt: "2026-01-18T09:00:00+08:00" };
  return bytesOf(JSON.stringify({ ...record, wall: { bytes: bytes.length, sha256 } }));
}

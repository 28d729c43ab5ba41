import { minute } from "../hours.ts";
import type { Log } from "./log.ts";
import { type Published, readPublished } from "./record.ts";
import type { Silence } from "./staleness.ts";
import { refuseBytes, refusePage } from "./verify.ts";

/** A page of ours that was fetched whole and verified, and waits for a scene's edge. */
export interface Candidate {
  readonly record: Published;
  readonly page: Document;
}

/** What the keeper uses of the world. */
export interface World {
  readonly now: () => number;
  readonly chance: () => number; // 0 to 1
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly parse: (html: string) => Document;
  readonly current: () => Pick<Published, "build" | "edition" | "published">; // what stands on the wall
  readonly log: Log;
  readonly contact: number; // when the server was last heard of
  readonly onChange: () => void; // a look is over
}

/** What looks for a newer build. It has no timer but the end of a request that takes too long. */
export interface Keeper {
  /** Start a look if one is due, and tell when the next one is; Infinity while one is under way. */
  tick(instant: number): number;
  dispose(): void;
  waiting(): Candidate | null;
  /** Let go of what waited: it is on the wall, or could not be put there and is asked for again at the next look. */
  settle(candidate: Candidate, isOn: boolean): void;
  /** Look at once, since the network is back. */
  hurry(): void;
  /** Fetch what is online even if it stands there already, to start the wall anew from it. */
  renew(): void;
  state(): KeeperState;
}

export interface KeeperState {
  readonly contact: number; // when build.json last was one for this wall
  readonly silence: Silence | null;
  readonly next: number; // when the next look is due
  readonly skew: number; // ms that the server's clock is ahead of ours; 0 if it told none
}

const every = 5 * minute;
const longest = 30 * minute; // between two looks, however many failed
const jitter = 0.1; // or all walls of a house ask in the same second
const patience = 20_000; // for one answer

/** A look that came to nothing: what for, and in words. */
class Trouble extends Error {
  readonly kind: Silence["kind"];

  constructor(kind: Silence["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Look for a newer build now and then, fetch it whole, and verify it before anybody sees it. */
export function createKeeper(world: World): Keeper {
  const { now, log } = world;
  let { contact } = world;
  let silence: Silence | null = null;
  let failures = 0;
  let last = Number.NEGATIVE_INFINITY;
  let next = now(); // what the page came from may be a cache: look at once
  let skew = 0;
  let waiting: Candidate | null = null;
  let unfit: { readonly published: number; readonly since: number } | null = null; // could not be put on the wall
  let isRenewed = false;
  let running: AbortController | null = null;
  let isOver = false;

  /** Get a file's bytes, or say why not. */
  async function get(path: string): Promise<Uint8Array> {
    const abort = new AbortController();
    running = abort;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Trouble("unreachable", "服务器没有回应")), patience);
    });
    const read = async () => {
      const response = await world.fetch(path, { cache: "no-store", signal: abort.signal });
      const date = Date.parse(response.headers.get("date") ?? "");
      if (!Number.isNaN(date)) skew = date - now();
      if (response.status !== 200) throw new Trouble("unusable", `服务器 ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    };
    try {
      return await Promise.race([read(), late]);
    } catch (error) {
      throw error instanceof Trouble ? error : new Trouble("unreachable", "连不上服务器");
    } finally {
      clearTimeout(timer);
      abort.abort(); // what still comes is not waited for
    }
  }

  /** Read build.json, or say why it is none for this wall. */
  async function readOnline(): Promise<Published> {
    const online = readPublished(new TextDecoder().decode(await get("../build.json")));
    if (!online) throw new Trouble("unusable", "版本信息读不懂");
    const own = world.current();
    if (online.edition !== own.edition) throw new Trouble("unusable", "服务器上是另一版别");
    if (online.published < own.published) throw new Trouble("unusable", "服务器上是更早的一版");
    if (online.published === own.published && online.build !== own.build)
      throw new Trouble("unusable", "服务器上的版本没有升号");
    return online;
  }

  /** Fetch the page of a build, or say why it is refused. */
  async function fetchPage(record: Published): Promise<Document> {
    const bytes = await get("index.html").catch((error: Trouble) => {
      throw new Trouble("refused", `取新版时${error.message}`);
    });
    const why = refuseBytes(bytes, record.wall);
    if (why !== null) throw new Trouble("refused", why);
    const page = world.parse(new TextDecoder().decode(bytes));
    const flaw = refusePage(page, record);
    if (flaw !== null) throw new Trouble("refused", flaw);
    return page;
  }

  async function look(): Promise<void> {
    try {
      const record = await readOnline();
      contact = now();
      const isNewer = record.published > (waiting?.record ?? world.current()).published;
      if (isNewer || (isRenewed && !waiting)) {
        const page = await fetchPage(record);
        if (isOver) return;
        waiting = { record, page };
        isRenewed = false;
        log.add(now(), `收到 ${record.builtAt.slice(0, 10)} 发布的一版，校验通过`);
      } else if (silence) log.add(now(), "服务器恢复，没有新版本");
      else log.add(now(), "检查新版本，没有");
      failures = 0;
      if (unfit && world.current().published >= unfit.published) unfit = null;
      silence = unfit && { kind: "refused", since: unfit.since };
    } catch (error) {
      if (isOver) return;
      const { kind, message } =
        error instanceof Trouble ? error : new Trouble("unusable", `检查新版本时出错：${String(error)}`);
      failures++;
      silence = silenceAfter(kind);
      log.add(now(), `${message}，${kind === "refused" ? "不换" : "留用本版"}`, true);
    }
  }

  /** Tell since when nothing could be had; it was out of reach only if it was so all the time. */
  function silenceAfter(kind: Silence["kind"]): Silence {
    if (kind === "refused") return silence?.kind === kind ? silence : { kind, since: now() };
    if (!silence || silence.kind === "refused") return { kind, since: contact };
    return { kind: silence.kind === kind ? kind : "unusable", since: silence.since };
  }

  async function run(): Promise<void> {
    await look();
    running = null;
    if (isOver) return;
    last = now();
    const wait = failures === 0 ? every : Math.min(longest, minute * 2 ** (failures - 1));
    next = last + wait * (1 - jitter + 2 * jitter * world.chance());
    world.onChange();
  }

  return {
    tick(instant) {
      if (running) return Number.POSITIVE_INFINITY;
      if (instant < next && instant >= last) return next; // a clock that was set back is no reason to wait
      running = new AbortController();
      void run();
      return Number.POSITIVE_INFINITY;
    },
    waiting: () => waiting,
    settle(candidate, isOn) {
      if (isOn) unfit = null;
      else unfit ??= { published: candidate.record.published, since: now() };
      silence = unfit && { kind: "refused", since: unfit.since };
      if (waiting === candidate) waiting = null; // a newer one may have come meanwhile
    },
    hurry() {
      next = now();
    },
    renew() {
      isRenewed = true;
      next = now();
    },
    state: () => ({ contact, silence, next, skew }),
    dispose() {
      isOver = true;
      running?.abort();
      waiting = null;
    },
  };
}

import { china, localOf, minute } from "../hours.ts";
import { type Brake, createBrake } from "./brake.ts";
import { now } from "./clock.ts";
import { DutyCard } from "./duty.ts";
import { type DutyState, dutyText } from "./duty-lines.ts";
import { type Estate, loadSuccessor, type Running, refuseSuccessors, type Start } from "./handover.ts";
import { beat } from "./heartbeat.ts";
import { type Candidate, createKeeper, type Keeper } from "./keeper.ts";
import { createLog, type Log } from "./log.ts";
import { createMemory, type Memory } from "./memory.ts";
import { readOptions } from "./options.ts";
import { type Content, contentOf, exchange, isShowing, wear } from "./page.ts";
import { pageState } from "./page-state.ts";
import { type Company, Player } from "./player.ts";
import { save } from "./save.ts";
import { StaleFoot } from "./stale-foot.ts";
import { stalenessOf } from "./staleness.ts";
import { isOver, type Part, type Span } from "./ticker.ts";

const dutyLasts = 5 * minute; // a panel that was left open goes by itself
const edgeless = 4 * minute; // a wall that stands on one scene has no edge to wait for

/** Keeps a wall alive and true beside its player: newer builds, newer programs, what is said of its age, the duty panel. */
export class Watch implements Company, Part, Running {
  readonly parts: readonly Part[];
  private readonly main: HTMLElement;
  private readonly root = document.documentElement;
  private readonly log: Log = createLog();
  private readonly memory: Memory = createMemory(() => localStorage);
  private readonly brake: Brake = createBrake(this.memory);
  private readonly keeper: Keeper | null;
  private readonly foot = new StaleFoot();
  private readonly card = new DutyCard();
  private player: Player | null = null;
  private duty: Span | null = null;
  private waits: Span | null = null;
  private isVerified = false;
  private isHandingOver = false;

  constructor(main: HTMLElement, estate: Estate | null) {
    this.main = main;
    refuseSuccessors();
    for (const { last, text, isTrouble } of (estate?.events ?? []).slice().reverse()) {
      this.log.add(last, text, isTrouble);
    }
    this.log.add(now(), estate ? "换上新程序" : "启动");
    for (const one of this.options().ignored) this.log.add(now(), `网址里的“${one}”不认得，没有理会`, true);
    this.isVerified = estate !== null;
    this.keeper = location.protocol === "file:" ? null : this.keep(estate);
    this.parts = this.keeper ? [this.keeper, this] : [this];
    addEventListener("error", this.onError);
    addEventListener("unhandledrejection", this.onError);
    addEventListener("online", this.onOnline);
    this.player = new Player(main, this);
    this.player.wake();
  }

  tick(instant: number): number {
    const { player } = this;
    if (!player) return Number.POSITIVE_INFINITY;
    const { shown } = player.stage;
    const picture = shown && player.stage.pictureOf(shown);
    document.title = beat(instant, shown?.title ?? "", china);
    this.foot.show(this.main, this.age(instant));
    if (this.duty && isOver(this.duty, instant)) this.duty = null;
    this.root.classList.toggle("duty", this.duty !== null);
    if (this.duty && picture) this.card.show(picture, this.state(instant), china);
    else this.card.remove();
    return Math.min(this.duty?.until ?? Number.POSITIVE_INFINITY, this.lookForEdge(instant));
  }

  note(text: string, isTrouble: boolean): void {
    this.log.add(now(), text, isTrouble);
  }

  /** Start anew from what is online, fetched and verified, if the brake lets it; else what stands there stays. */
  readonly fail = (error: unknown) => {
    this.log.add(now(), `程序出了差错：${String(error)}`.slice(0, 200), true);
    if (this.brake.lets(now())) this.keeper?.renew();
  };

  edge(): void {
    const candidate = this.keeper?.waiting();
    if (!candidate || this.isHandingOver) return;
    const { code, published } = this.root.dataset;
    const isRenewal = String(candidate.record.published) === published;
    if (candidate.page.documentElement.dataset.code === code && !isRenewal) this.swap(candidate);
    else if (this.brake.release(now())) void this.handOver(candidate);
  }

  command(name: "duty" | "export" | "close" | (string & {})): void {
    const instant = now();
    if (name === "export" && this.duty) {
      save(
        dutyText(this.state(instant), china),
        `大屏值班记录-${new Date(localOf(instant, china)).toISOString().slice(0, 10)}.txt`,
      );
      this.log.add(instant, "值班记录已导出到下载文件夹");
    } else if (name === "duty" || name === "close") {
      this.duty = this.duty || name === "close" ? null : { since: instant, until: instant + dutyLasts };
    }
  }

  dispose(): void {
    removeEventListener("error", this.onError);
    removeEventListener("unhandledrejection", this.onError);
    removeEventListener("online", this.onOnline);
    this.keeper?.dispose();
    this.card.remove();
    this.root.classList.remove("duty");
    this.player?.dispose();
    this.player = null;
  }

  /** Put the content of a page on the wall, under the program that runs. */
  private swap(candidate: Candidate): void {
    const { player } = this;
    const { record, page } = candidate;
    if (!player) return;
    let old: Content | null = null;
    try {
      old = exchange(contentOf(page));
      player.read();
      if (!player.stage.scenes.some((scene) => player.stage.pictureOf(scene))) throw new Error("没有画面");
      this.log.add(now(), `换上 ${record.builtAt.slice(0, 10)} 发布的一版`);
      this.isVerified = true;
      this.keeper?.settle(candidate, true);
    } catch (error) {
      if (old) exchange(old);
      player.read();
      this.log.add(now(), `新版换不上，留用本版：${String(error)}`, true);
      this.keeper?.settle(candidate, false);
    }
    this.foot.forget();
    this.card.remove();
  }

  private async handOver(candidate: Candidate): Promise<void> {
    const { code = "", script = "" } = candidate.page.documentElement.dataset;
    const address = `wall.js?${code}-${now().toString(36)}`; // one that no cache has spoilt
    this.isHandingOver = true;
    const why = await loadSuccessor({ address, integrity: script }, (start) =>
      this.giveWay(candidate, start),
    );
    this.isHandingOver = false;
    if (why === null || !this.player) return;
    this.log.add(now(), `${why}，留用本版`, true);
    this.keeper?.settle(candidate, false);
  }

  /** Let another program run its page in this one's place; if it cannot, go on as before, and say why. */
  private giveWay({ page }: Candidate, start: Start): string | null {
    let undress = () => {};
    let old: Content | null = null;
    try {
      const content = contentOf(page);
      this.player?.dispose();
      undress = wear(page);
      old = exchange(content);
      const next = start({ events: this.log.last(200), contact: this.keeper?.state().contact ?? now() });
      if (!isShowing()) {
        next.dispose();
        throw new Error("没有画面");
      }
    } catch (error) {
      if (old) exchange(old);
      undress();
      refuseSuccessors();
      this.foot.forget();
      this.player = new Player(this.main, this);
      this.player.wake();
      return `新程序运行不了（${String(error)}）`;
    }
    this.dispose();
    return null;
  }

  private keep(estate: Estate | null): Keeper {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const remembered = navigation?.transferSize === 0 ? Number(this.memory.read("contact")) : 0;
    return createKeeper({
      now,
      chance: () => Math.random(),
      fetch: (address, init) => fetch(address, init),
      parse: (html) => new DOMParser().parseFromString(html, "text/html"),
      current: () => {
        const { build = "", edition = "", published } = this.root.dataset;
        return { build, edition, published: Number(published) };
      },
      log: this.log,
      contact: estate?.contact ?? (remembered || now()), // a page out of a cache is no sign of the server
      onChange: () => {
        this.memory.write("contact", String(this.keeper?.state().contact ?? now()));
        this.player?.wake();
      },
    });
  }

  /** Swap without an edge where none comes. */
  private lookForEdge(instant: number): number {
    if (!this.keeper?.waiting() || this.isHandingOver) {
      this.waits = null;
      return Number.POSITIVE_INFINITY;
    }
    this.waits ??= { since: instant, until: instant + edgeless };
    if (!isOver(this.waits, instant)) return this.waits.until;
    this.waits = null;
    this.edge();
    return instant; // the player shows what is there now
  }

  private age(now: number) {
    const { builtAt = "", nextUpdate = "" } = this.root.dataset;
    return stalenessOf(now, { silence: this.keeper?.state().silence ?? null, builtAt, nextUpdate }, china);
  }

  private options() {
    return readOptions(location.search, location.hash, this.root.dataset);
  }

  private state(instant: number): DutyState {
    const { night, nightMode } = this.options();
    return {
      ...pageState(
        instant,
        this.player?.stage.scenes.map(({ slot }) => slot) ?? [],
        this.player?.failed.size ?? 0,
      ),
      isVerified: this.isVerified,
      keeper: this.keeper?.state() ?? null,
      restarts: this.brake.week(instant),
      night,
      isBlackAtNight: nightMode === "black",
      awake: this.player?.awake.state() ?? "unasked",
      remembers: this.memory.lasts,
      events: this.log.last(200),
    };
  }

  private readonly onError = (event: Event) => {
    if (this.isHandingOver) return; // of a program that was not taken over
    const { error, reason } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
    this.fail(error ?? reason ?? "没有说明");
  };

  private readonly onOnline = () => {
    this.keeper?.hurry();
    this.player?.wake();
  };
}

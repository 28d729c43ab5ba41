import { china, minute } from "../hours.ts";
import { type Awake, keepAwake } from "./awake.ts";
import { now } from "./clock.ts";
import { type Command, listen } from "./control.ts";
import { areDrawnFor } from "./format.ts";
import { Hint } from "./hint.ts";
import { paletteAt, shiftAt } from "./look.ts";
import { type Options, readOptions } from "./options.ts";
import { PauseMark } from "./pause.ts";
import { Program } from "./program.ts";
import { sayClock } from "./say-time.ts";
import { type Scene, Stage } from "./stage.ts";
import { isOver, type Part, type Span, startTicker, type Ticker } from "./ticker.ts";

/** What the player calls, and what else is to be done in time with it. */
export interface Company {
  /** Note an event, in Chinese. */
  note(text: string, isTrouble: boolean): void;
  /** Hear of a failure of the program itself. */
  fail(error: unknown): void;
  /** Change what is in the document, if there is something new: nothing moves and the next scene is about to come. */
  edge(): void;
  /** Do what the player does not do itself: duty, export, close. */
  command(name: Command["do"]): void;
  /** What is to be asked at every tick, after the player. */
  readonly parts: readonly Part[];
}

const hintLasts = 3000;

/** Shows the scenes of the document by the clock, and hears keys. */
export class Player implements Part {
  readonly stage: Stage;
  readonly awake: Awake;
  /** Scenes of this round that could not be shown. */
  readonly failed = new Set<string>();
  /** Scenes of this round. */
  of = 0;
  private readonly root = document.documentElement;
  private readonly main: HTMLElement;
  private options: Options;
  private readonly company: Company;
  private readonly program = new Program(china);
  private readonly mark = new PauseMark();
  private readonly hint = new Hint();
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)");
  private readonly ticker: Ticker;
  private readonly deafen: () => void;
  private since = Number.NaN;
  private round = Number.NaN;
  private ids: readonly string[] = [];
  private hinting: Span | null = null;
  private pointing: Span | null = null;
  private isBlack = false;

  constructor(main: HTMLElement, company: Company) {
    this.main = main;
    this.options = readOptions(location.search, location.hash, this.root.dataset);
    this.company = company;
    this.stage = new Stage(main, this.options, () => this.options.still || this.calm.matches);
    this.awake = keepAwake(document, (text) => company.note(text, true));
    this.root.classList.add("live");
    this.read();
    this.link();
    this.ticker = startTicker([this, this.stage, this.awake, ...company.parts], company.fail);
    this.deafen = this.hear();
    this.ticker.wake();
  }

  /** Do at once what is due. */
  wake(): void {
    this.ticker.wake();
  }

  /** Read the document anew, after it was changed. */
  read(): void {
    this.hint.remove();
    this.mark.remove();
    this.options = readOptions(location.search, location.hash, this.root.dataset);
    this.stage.read(this.options);
    const { seams } = this.options;
    if (seams && !areDrawnFor(seams, innerWidth)) {
      this.company.note(`拼缝 ${seams.join("、")} 与画面不合：画面只避开把屏幕平分成两块或三块的缝`, true);
    }
    this.program.setSlots(this.stage.scenes.map(({ slot }) => slot));
    this.failed.clear();
  }

  tick(instant: number): number {
    this.dress(instant);
    const wanted = this.program.at(instant);
    if (wanted.since !== this.since) this.company.edge();
    if (wanted.round !== this.round) this.failed.clear();
    this.since = wanted.since;
    this.round = wanted.round;
    this.of = wanted.of;
    this.present(this.program.at(instant).ids, instant);
    this.ids = this.stage.scenes.map(({ id }) => id).filter((id) => wanted.ids.indexOf(id) >= 0);
    const { shown } = this.stage;
    if (shown) this.tellTime(shown, instant);
    const picture = shown && this.stage.pictureOf(shown);
    const line = picture?.querySelector<SVGElement>(".elapsed"); // on it alone: on the root, every element would be restyled
    line?.style.setProperty("--elapsed", String(wanted.elapsed));
    this.mark.show(picture, wanted.paused, instant);
    const unit = wanted.paused ? 1000 : minute;
    return Math.min(wanted.until, this.pass(picture, instant), nextOf(instant, unit));
  }

  dispose(): void {
    this.deafen();
    this.ticker.dispose();
    this.awake.dispose();
    this.stage.dispose();
    this.mark.remove();
    this.hint.remove();
    this.root.classList.remove("paused", "black", "pointing");
  }

  /** Show the first of several scenes that can be shown; if none can, what stands there stays. */
  private present(ids: readonly string[], instant: number): void {
    for (const id of ids) {
      const scene = this.stage.scenes.find((one) => one.id === id);
      if (!scene || this.failed.has(id)) continue;
      try {
        this.stage.show(scene, instant);
        return;
      } catch (error) {
        this.failed.add(id);
        this.company.note(`“${scene.title}”这一幕放不出来，本轮跳过，下一轮再试（${String(error)}）`, true);
      }
    }
  }

  /** Put on the palette of the hour, and move the picture a little. */
  private dress(instant: number): void {
    const { options, root } = this;
    const palette = paletteAt(instant, options, china);
    for (const one of ["dark", "light", "night"]) root.classList.toggle(one, one === palette);
    const isNight = palette === "night";
    root.classList.toggle("black", this.isBlack || (isNight && options.nightMode === "black"));
    this.awake.want(!isNight);
    const [x, y] = shiftAt(instant, Math.min(innerWidth, innerHeight));
    this.main.style.transform = `translate(${x}px,${y}px)`;
  }

  private tellTime(scene: Scene, instant: number): void {
    const isNight = this.root.classList.contains("night");
    for (const clock of Array.from(scene.element.querySelectorAll<SVGElement>(".clock"))) {
      const text = sayClock(instant, china, isNight ? "hour" : (clock.dataset.clock ?? "full"));
      if (clock.textContent !== text) clock.textContent = text;
    }
  }

  /** Take away what is only there for three seconds. */
  private pass(picture: SVGSVGElement | null, instant: number): number {
    if (this.hinting && isOver(this.hinting, instant)) {
      this.hinting = null;
      this.hint.remove();
    } else if (this.hinting && picture) {
      const titles = this.ids.map((id) => this.stage.scenes.find((one) => one.id === id)?.title ?? "");
      this.hint.show(picture, titles, this.ids.indexOf(this.stage.shown?.id ?? ""));
    }
    if (this.pointing && isOver(this.pointing, instant)) this.pointing = null;
    this.root.classList.toggle("pointing", this.pointing !== null);
    return Math.min(this.hinting?.until ?? Infinity, this.pointing?.until ?? Infinity);
  }

  /** Go where the address leads. */
  private link(): void {
    const { scene, hold } = this.options;
    if (scene === null) return;
    const found = this.stage.scenes.find(({ id, title }) => id === scene || title === scene);
    if (!found) this.company.note(`网址里的画面“${scene}”没有，照常轮播`, true);
    else if (hold) this.program.hold(found.id);
    else this.program.choose(found.id, now());
  }

  private obey(command: Command): void {
    const instant = now();
    const shown = this.stage.shown?.id ?? "";
    if (command.do === "next") this.program.step(shown, 1, instant);
    else if (command.do === "previous") this.program.step(shown, -1, instant);
    else if (command.do === "jump") this.program.choose(this.ids[command.to - 1] ?? "", instant);
    else if (command.do === "home") this.program.choose(this.ids[0] ?? "", instant);
    else if (command.do === "pause") this.program.toggle(shown, instant);
    else if (command.do === "black") this.isBlack = !this.isBlack;
    else if (command.do === "full") {
      toggleFull().catch((error: unknown) => this.company.note(`不能切换全屏（${String(error)}）`, true));
    } else this.company.command(command.do);
  }

  /** Hear keys, fingers, the pointer and the window. */
  private hear(): () => void {
    const onAny = () => {
      const instant = now();
      this.hinting = { since: instant, until: instant + hintLasts };
      this.wake();
    };
    const onMove = () => {
      const instant = now();
      const isNew = this.pointing === null;
      this.pointing = { since: instant, until: instant + hintLasts };
      if (isNew) this.wake();
    };
    const onSize = () => {
      this.stage.fit();
      this.mark.remove();
      this.wake();
    };
    const onAddress = () => {
      this.read();
      this.link();
      this.wake();
    };
    const deafen = listen((command) => this.obey(command), onAny);
    addEventListener("mousemove", onMove);
    addEventListener("resize", onSize);
    addEventListener("hashchange", onAddress);
    return () => {
      deafen();
      removeEventListener("mousemove", onMove);
      removeEventListener("resize", onSize);
      removeEventListener("hashchange", onAddress);
    };
  }
}

/** Find the next whole minute, or second. */
function nextOf(instant: number, unit: number): number {
  return (Math.floor(instant / unit) + 1) * unit;
}

/** Fill the screen, Esc kept from leaving where the browser lets it; or leave it. */
async function toggleFull(): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  await document.documentElement.requestFullscreen();
  const { keyboard } = navigator as { keyboard?: { lock?(keys: string[]): Promise<void> } };
  await keyboard?.lock?.(["Escape"]);
}

import { windowOf } from "../hours.ts";
import type { Slot } from "../timetable.ts";
import { curtainOver } from "./curtain.ts";
import { canvasesOf, crop, nearest } from "./format.ts";
import type { Options } from "./options.ts";
import { isOver, type Part, type Span } from "./ticker.ts";

/** A scene of the document. */
export interface Scene {
  readonly id: string; // "volunteers"
  readonly title: string;
  readonly kind: string; // figures, welcome, notice
  readonly element: HTMLElement;
  readonly slot: Slot;
}

const leaving = 240; // ms in which what stands there fades to the ground
const entering = 1100; // ms until nothing moves any more, the fading included

/** The scenes of the document, one of which is shown. */
export class Stage implements Part {
  scenes: readonly Scene[] = [];
  /** What is shown, or is about to be. */
  shown: Scene | null = null;
  private curtain: Element | null = null;
  private change: (Span & { readonly from: Scene | null; isIn: boolean }) | null = null;

  private readonly root: HTMLElement;
  private readonly isStill: () => boolean;
  private options: Options;

  constructor(root: HTMLElement, options: Options, isStill: () => boolean) {
    this.root = root;
    this.options = options;
    this.isStill = isStill;
  }

  /** Read the scenes anew, as they are in the document now; what was shown stays, if it is still there. */
  read(options: Options): void {
    this.options = options;
    const before = this.shown?.id;
    this.settle();
    this.scenes = Array.from(this.root.querySelectorAll<HTMLElement>(".scene"), (one) => this.sceneOf(one));
    this.shown = this.scenes.find(({ id }) => id === before) ?? null;
    for (const { element } of this.scenes) {
      element.classList.remove("on", "entering", "leaving");
      crop(element, options.safe);
    }
    this.shown?.element.classList.add("on");
    this.fit();
  }

  /** Choose the pictures whose ratio is nearest the wall's. */
  fit(): void {
    const [first] = this.scenes;
    if (!first) return;
    this.root.ownerDocument.documentElement.dataset.format = nearest(
      canvasesOf(first.element),
      innerWidth,
      innerHeight,
      this.options.seams?.length,
    );
  }

  /** Find the picture that a scene shows on this wall; null if it is not whole. */
  pictureOf({ element }: Scene): SVGSVGElement | null {
    const { format } = this.root.ownerDocument.documentElement.dataset;
    const picture = element.querySelector<SVGSVGElement>(`.picture[data-format="${format}"]`);
    return picture?.querySelector(".drawing *") && picture.querySelector(".foot .line") ? picture : null;
  }

  /** Show a scene; throws, and changes nothing, if it cannot be shown. */
  show(scene: Scene, instant: number): void {
    if (!this.pictureOf(scene)) throw new Error("画面不完整");
    if (scene === this.shown) return;
    this.settle();
    const from = this.shown;
    this.shown = scene;
    if (this.isStill()) {
      from?.element.classList.remove("on");
      scene.element.classList.add("on");
      return;
    }
    const until = instant + entering;
    this.change = { from, since: from ? instant : instant - leaving, until, isIn: false };
    from?.element.classList.add("leaving");
  }

  tick(instant: number): number {
    const { change } = this;
    if (!change) return Number.POSITIVE_INFINITY;
    const done = isOver(change, instant);
    if (!change.isIn && (done || instant >= change.since + leaving)) {
      change.from?.element.classList.remove("on", "leaving");
      this.shown?.element.classList.add("on", "entering");
      const picture = this.shown && !done ? this.pictureOf(this.shown) : null;
      this.curtain = picture && curtainOver(picture);
      change.isIn = true;
    }
    if (done) this.settle();
    if (!this.change) return Number.POSITIVE_INFINITY;
    return change.isIn ? change.until : change.since + leaving;
  }

  /** Bring a change to its end at once. */
  private settle(): void {
    if (!this.change) return;
    this.change.from?.element.classList.remove("on", "leaving");
    this.shown?.element.classList.remove("entering");
    this.curtain?.remove();
    this.curtain = null;
    this.shown?.element.classList.add("on");
    this.change = null;
  }

  dispose(): void {
    this.settle();
  }

  private sceneOf(element: HTMLElement): Scene {
    const { title = "", kind = "", seconds, priority, ...hours } = element.dataset;
    const id = element.id.replace(/^scene-/, "");
    const slot = {
      id,
      seconds: this.options.dwell ?? Number(seconds),
      window: windowOf(hours),
      urgent: priority === "1",
    };
    return { id, title, kind, element, slot };
  }
}

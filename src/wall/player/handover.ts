import type { WallEvent } from "./log.ts";

/** A program that runs the wall. */
export interface Running {
  dispose(): void;
}

/** What a program leaves to the next. */
export interface Estate {
  readonly events: readonly WallEvent[]; // the newest first
  readonly contact: number;
}

/** Starts a program on what is in the document; throws if it cannot show it. */
export type Start = (estate: Estate | null) => Running;

declare global {
  interface Window {
    /** Set while a program runs: hears of another that was loaded. One that finds none starts by itself. */
    wallSuccessor?: (start: Start) => void;
  }
}

const patience = 20_000;

/** Start nothing that comes unasked, or too late. */
export function refuseSuccessors(): void {
  window.wallSuccessor = () => {};
}

/** A program's file, and the hash that it must have. */
export interface Code {
  readonly address: string;
  readonly integrity: string;
}

/**
 * Load a program beside the one that runs, without leaving the page, and hand its start over; resolves with what came of it:
 * null, or why not. Nothing changes unless `take` changes it.
 */
export function loadSuccessor(
  { address, integrity }: Code,
  take: (start: Start) => string | null,
): Promise<string | null> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    let outcome: string | null = "新程序没有启动";
    const end = (why: string | null) => {
      clearTimeout(timer);
      script.onload = script.onerror = null;
      script.remove();
      refuseSuccessors();
      resolve(why);
    };
    const timer = setTimeout(() => end("新程序没有取到"), patience);
    window.wallSuccessor = (start) => {
      refuseSuccessors();
      outcome = take(start);
    };
    script.onload = () => end(outcome);
    script.onerror = () => end("新程序取不到或校验不符");
    script.integrity = integrity;
    script.src = address;
    document.head.append(script);
  });
}

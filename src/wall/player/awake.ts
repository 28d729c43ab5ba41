import type { Part } from "./ticker.ts";

/** Keeps the screen from sleeping while it is to be seen. */
export interface Awake extends Part {
  /** Whether the screen is to stay on: by day it is, at night it may sleep. */
  want(wanted: boolean): void;
  /** Tell what came of it: insecure where only the address forbids it, missing where the browser has no lock. */
  state(): AwakeState;
}

export type AwakeState = "held" | "unasked" | "insecure" | "missing" | "denied";

/** Hold the browser's wake lock while it is wanted; `note` hears once if this browser, or this address, has none. */
export function keepAwake(page: Document, note: (text: string) => void): Awake {
  let isWanted = false;
  let isAsking = false;
  let lock: WakeLockSentinel | null = null;
  let told = "";
  let isDenied = false;

  const tell = (text: string) => {
    if (text !== told) note(text);
    told = text;
  };
  const release = () => {
    lock?.release().catch(() => {}); // it is gone already
    lock = null;
  };
  const ask = async () => {
    if (!isWanted || isAsking || (lock && !lock.released) || page.visibilityState !== "visible") return;
    if (!("wakeLock" in navigator)) {
      tell("这里不能阻止屏幕休眠（浏览器只在 https 或本机地址下允许），请在系统电源设置里关闭休眠");
      return;
    }
    isAsking = true;
    try {
      lock = await navigator.wakeLock.request("screen");
      told = "";
      isDenied = false;
      if (!isWanted) release();
    } catch (error) {
      isDenied = true;
      tell(`系统没有允许阻止屏幕休眠（${String(error)}），请检查电源设置`);
    } finally {
      isAsking = false;
    }
  };
  const onVisible = () => void ask();
  page.addEventListener("visibilitychange", onVisible);
  return {
    want(wanted) {
      isWanted = wanted;
      if (!wanted) release();
    },
    tick() {
      void ask();
      return Number.POSITIVE_INFINITY; // the minute of the clock is often enough
    },
    state() {
      if (!("wakeLock" in navigator)) return isSecureContext ? "missing" : "insecure";
      if (lock && !lock.released) return "held";
      return isWanted && isDenied ? "denied" : "unasked";
    },
    dispose() {
      isWanted = false;
      release();
      page.removeEventListener("visibilitychange", onVisible);
    },
  };
}

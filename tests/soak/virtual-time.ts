/** What of a page is alive: what would run by itself. */
export interface Alive {
  readonly timeouts: number;
  readonly intervals: number;
  readonly frames: number;
}

declare global {
  interface Window {
    /** Let virtual time pass: each timer in its turn, each answer waited for. */
    passTime(milliseconds: number): Promise<void>;
    countAlive(): Alive;
  }
}

/**
 * Give a page a clock of its own, which stands until it is moved; to be run before the page's own scripts. Weeks pass in
 * minutes, and every timer and animation frame that is alive is known.
 */
export function installVirtualTime(start: number): void {
  interface Timer {
    readonly at: number;
    readonly every: number | null;
    readonly isFrame: boolean;
    readonly run: () => void;
  }
  const RealDate = Date;
  const timers = new Map<number, Timer>();
  let now = start;
  let last = 0;
  let asking = 0;

  const add = (timer: Timer) => {
    timers.set(++last, timer);
    return last;
  };
  const drop = (id: unknown) => void timers.delete(Number(id));
  const wait =
    (every: boolean) =>
    (run: TimerHandler, delay?: number, ...args: unknown[]) => {
      const span = Math.max(Number(delay) || 0, every ? 1 : 0);
      const call = () => (typeof run === "function" ? run(...args) : undefined);
      return add({ at: now + span, every: every ? span : null, isFrame: false, run: call });
    };
  class VirtualDate extends RealDate {
    constructor(...args: [] | [value: number | string | Date]) {
      if (args.length === 0) super(now);
      else super(...args);
    }
    static override now() {
      return now;
    }
  }
  const realFetch = window.fetch.bind(window);
  const settle = () => void asking--;
  const fetchCounted: typeof fetch = (...args) => {
    asking++;
    const answer = realFetch(...args);
    return answer.then(
      (response) => {
        const read = response.arrayBuffer.bind(response);
        response.arrayBuffer = () => {
          const bytes = read();
          bytes.then(settle, settle);
          return bytes;
        };
        if (response.status !== 200) settle();
        return response;
      },
      (error) => {
        settle();
        throw error;
      },
    );
  };
  const breathe = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  const quiet = async () => {
    do await breathe();
    while (asking > 0 || document.querySelector("head > script[integrity]"));
    await breathe();
  };
  Object.assign(window, {
    Date: VirtualDate,
    setTimeout: wait(false),
    setInterval: wait(true),
    clearTimeout: drop,
    clearInterval: drop,
    requestAnimationFrame: (run: FrameRequestCallback) =>
      add({ at: now + 16, every: null, isFrame: true, run: () => run(now - start) }),
    cancelAnimationFrame: drop,
    fetch: fetchCounted,
    async passTime(milliseconds: number) {
      const end = now + milliseconds;
      await quiet();
      for (;;) {
        let due: [number, Timer] | null = null;
        for (const entry of timers)
          if (entry[1].at <= end && entry[1].at < (due?.[1].at ?? Infinity)) due = entry;
        if (!due) break;
        const [id, timer] = due;
        now = Math.max(now, timer.at);
        if (timer.every === null) timers.delete(id);
        else timers.set(id, { ...timer, at: timer.at + timer.every });
        timer.run();
        await (asking > 0 || document.querySelector("head > script[integrity]") ? quiet() : null);
      }
      now = end;
    },
    countAlive() {
      const all = [...timers.values()];
      return {
        timeouts: all.filter(({ every, isFrame }) => every === null && !isFrame).length,
        intervals: all.filter(({ every }) => every !== null).length,
        frames: all.filter(({ isFrame }) => isFrame).length,
      };
    },
  });
  performance.now = () => now - start;
}

import { now } from "./clock.ts";

/** What a hand may ask of the wall. */
export type Command =
  | { readonly do: "next" | "previous" | "pause" | "black" | "home" | "full" | "duty" | "export" | "close" }
  | { readonly do: "jump"; readonly to: number };

/** What is read of a key. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const commands: ReadonlyMap<string, Command["do"]> = new Map([
  ["ArrowRight", "next"],
  ["ArrowDown", "next"],
  ["PageDown", "next"],
  ["ArrowLeft", "previous"],
  ["ArrowUp", "previous"],
  ["PageUp", "previous"],
  [" ", "pause"],
  ["F5", "pause"],
  [".", "black"],
  ["b", "black"],
  ["Home", "home"],
  ["f", "full"],
  ["i", "duty"],
  ["e", "export"],
  ["Escape", "close"],
] as const);

/** Tell what a key, of a keyboard or of a presenter's remote, asks for; null if nothing. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Key): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (/^[1-9]$/.test(key)) return { do: "jump", to: Number(key) };
  const name = commands.get(key.length === 1 ? key.toLowerCase() : key);
  return name === undefined ? null : ({ do: name } as Command);
}

/** Tell whether a key would take the browser away from the wall: reload, scroll, back, leave. Ctrl with it is a maintainer's. */
export function isHeld({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  if (ctrlKey || metaKey) return false;
  return (
    key === "F5" || key === "Escape" || key === " " || (altKey && /^Arrow(Left|Right)$|^Home$/.test(key))
  );
}

const pace = 250; // ms of quiet before a key counts again: one that is held sends thirty a second, and is one command
const swipe = 60; // px

/** Hear keys and fingers; `onAny` hears of every one, also of those that ask for nothing. */
export function listen(onCommand: (command: Command) => void, onAny: () => void): () => void {
  const last = new Map<Command["do"], number>(); // when each was last heard
  let start: { readonly x: number; readonly y: number } | null = null;

  const take = (command: Command) => {
    const quiet = now() - (last.get(command.do) ?? Number.NEGATIVE_INFINITY);
    last.set(command.do, now());
    if (quiet < 0 || quiet >= pace) onCommand(command);
  };
  const onKey = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (command || isHeld(event)) event.preventDefault();
    if (command) take(command);
    if (!/^(Control|Shift|Alt|Meta)$/.test(event.key)) onAny();
  };
  const onStart = (event: TouchEvent) => {
    const [touch] = event.touches;
    start = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const onEnd = (event: TouchEvent) => {
    const [touch] = event.changedTouches;
    if (!start || !touch) return;
    const [x, y] = [touch.clientX - start.x, touch.clientY - start.y];
    start = null;
    if (Math.abs(x) >= swipe && Math.abs(x) > Math.abs(y)) take({ do: x < 0 ? "next" : "previous" });
    onAny();
  };
  addEventListener("keydown", onKey, true);
  addEventListener("touchstart", onStart, { passive: true });
  addEventListener("touchend", onEnd, { passive: true });
  return () => {
    removeEventListener("keydown", onKey, true);
    removeEventListener("touchstart", onStart);
    removeEventListener("touchend", onEnd);
  };
}

/** What the browser keeps for the wall across reloads, where it does. */
export interface Memory {
  readonly lasts: boolean;
  read(name: string): string | null;
  write(name: string, value: string): void;
}

const prefix = "wenming-wall-";

/** Use a storage; one that is forbidden, full or missing is replaced by what lasts as long as the page does. */
export function createMemory(storage: () => Storage): Memory {
  const own = new Map<string, string>();
  let kept: Storage | null = null;
  try {
    kept = storage();
    kept.setItem(`${prefix}check`, "1");
    kept.removeItem(`${prefix}check`);
  } catch {
    kept = null;
  }
  return {
    lasts: kept !== null,
    read: (name) => own.get(name) ?? kept?.getItem(prefix + name) ?? null,
    write(name, value) {
      own.set(name, value);
      try {
        kept?.setItem(prefix + name, value);
      } catch {
        // full: it lasts as long as the page
      }
    },
  };
}

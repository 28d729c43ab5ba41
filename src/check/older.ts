/** What the core uses and browsers of 2019 do not have yet. Each is defined only where it is missing. */

type Method = (this: never, ...args: never[]) => unknown;

function define(owner: object, methods: Readonly<Record<string, Method>>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  }
}

/** Any list: an array, a typed array, a string. */
interface List {
  readonly length: number;
  readonly [index: number]: unknown;
}

function at(this: List, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

for (const owner of [Array, String, Object.getPrototypeOf(Uint8Array)]) define(owner.prototype, { at });

define(Array.prototype, {
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return this.slice().sort(compare);
  },
  toReversed(this: unknown[]) {
    return this.slice().reverse();
  },
  findLast(this: unknown[], test: (one: unknown, index: number) => unknown) {
    for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i)) return this[i];
    return undefined;
  },
  findLastIndex(this: unknown[], test: (one: unknown, index: number) => unknown) {
    for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i)) return i;
    return -1;
  },
});

define(String.prototype, {
  replaceAll(this: string, from: string | RegExp, to: string | ((match: string) => string)) {
    const pattern = typeof from === "string" ? from.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&") : from.source;
    const flags = typeof from === "string" ? "g" : from.flags;
    return this.replace(new RegExp(pattern, flags), to as string);
  },
});

define(Object, {
  hasOwn: (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name) !== undefined,
});

define(Map, {
  groupBy<T, K>(all: Iterable<T>, keyOf: (one: T, index: number) => K): Map<K, T[]> {
    const groups = new Map<K, T[]>();
    let index = 0;
    for (const one of all) {
      const key = keyOf(one, index++);
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
    return groups;
  },
});

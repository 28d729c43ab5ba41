/** Leaks that are planted to see whether the soak finds them: one at every beat of the wall. */
export const leaks = {
  "a listener that is not removed": () => addEventListener("resize", () => {}),
  "detached nodes that are kept": () => kept().push(document.createElement("p")),
  "an array that grows": () =>
    kept().push({ at: String(kept().length), text: "a response that nobody reads again" }),
  "an interval that is not cleared": () => setInterval(() => {}, 600_000_000),
};

export type Leak = keyof typeof leaks;

/** Write the script that plants a leak: it leaks whenever the page's title changes, and once at its start. */
export function planting(leak: Leak): string {
  return `(() => {
  const store = [];
  const kept = () => store;
  const leak = ${leaks[leak].toString()};
  addEventListener("load", () => {
    leak();
    new MutationObserver(() => void leak()).observe(document.querySelector("title"), { childList: true });
  });
})();`;
}

/** Stand for what the planted script keeps; only its text is used. */
declare function kept(): unknown[];

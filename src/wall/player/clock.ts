/** Say what time it is; the player reads the clock here alone. */
export function now(): number {
  return Date.now();
}

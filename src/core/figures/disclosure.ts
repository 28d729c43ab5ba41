import type { Figure } from "../figure.ts";

/** Keep from the public what is too small to be published: nothing yet; every figure passes here on its way out, so that it can. */
export function disclose(figures: readonly Figure[]): readonly Figure[] {
  return figures;
}

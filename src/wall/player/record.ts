/** What build.json says is online, as far as a wall must know. */
export interface Published {
  readonly build: string;
  readonly edition: string;
  readonly published: number;
  readonly builtAt: string;
  readonly wall: { readonly bytes: number; readonly sha256: string };
}

/** Read build.json; null if it is not one that a wall can go by: an error page, half a file, another program's. */
export function readPublished(text: string): Published | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || !isObject(value.wall)) return null;
  const { build, edition, published, builtAt, wall } = value;
  const { bytes, sha256 } = wall;
  if (
    !isText(build, /^[0-9a-f]{12}$/) ||
    !isText(edition, /^[a-z]+$/) ||
    !isText(builtAt, /^\d{4}-\d\d-\d\dT/)
  )
    return null;
  if (!isCount(published) || !isCount(bytes) || !isText(sha256, /^[0-9a-f]{64}$/)) return null;
  return { build, edition, published, builtAt, wall: { bytes, sha256 } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

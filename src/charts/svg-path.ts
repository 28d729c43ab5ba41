/** Write a number with at most one decimal and no leading zero. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10 || 0).replace(/^(-?)0\./, "$1.");
}

const lengths: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, A: 7, Z: 0 };

/** Rewrite a path in relative steps of at most one decimal; a path without extent becomes "". */
export function shortenPath(d: string, dx: number, dy: number): string {
  const tokens = d.match(/[a-zA-Z]|-?[\d.]+(?:e-?\d+)?/g) ?? [];
  let [x, y, exactX, exactY, startX, startY] = [0, 0, 0, 0, 0, 0];
  let result = "";
  let extent = false;
  for (let i = 0, command = ""; i < tokens.length; ) {
    const token = tokens[i] as string;
    if (/[a-zA-Z]/.test(token)) {
      command = token;
      i++;
    }
    const upper = command.toUpperCase();
    const count = lengths[upper];
    if (count === undefined) throw new Error(`unexpected path command: ${command}`);
    const numbers = tokens.slice(i, i + count).map(Number);
    i += count;
    if (upper === "Z") {
      result += "z";
      [x, y, exactX, exactY] = [startX, startY, startX, startY];
      continue;
    }
    const offset = command === upper ? [dx, dy] : [exactX, exactY];
    const from = upper === "A" ? 5 : 0;
    const absolute = numbers.map((n, k) => (k < from ? n : n + (offset[(k - from) % 2] as number)));
    [exactX, exactY] = absolute.slice(-2) as [number, number];
    const steps = absolute.map((n, k) => (k < from ? n : tenth(n - ((k - from) % 2 === 0 ? x : y))));
    const [stepX, stepY] = steps.slice(-2) as [number, number];
    if (upper === "M") result += `M${join([tenth(exactX), tenth(exactY)])}`;
    else if (upper !== "L") result += `${upper.toLowerCase()}${join(steps)}`;
    else if (stepY === 0) result += `h${short(stepX)}`;
    else if (stepX === 0) result += `v${short(stepY)}`;
    else result += `l${join(steps)}`;
    if (upper !== "M") extent = true;
    [x, y] = [tenth(x + stepX), tenth(y + stepY)];
    if (upper === "M") [x, y, startX, startY] = [tenth(exactX), tenth(exactY), tenth(exactX), tenth(exactY)];
  }
  return extent ? result : "";
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function join(numbers: readonly number[]): string {
  return numbers.map(short).join(" ").replace(/ -/g, "-");
}

/** The middle of some numbers, in any order: of an even count the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** How some numbers lie around their median, and how far one of them may be said to stand off. */
export interface Spread {
  readonly median: number;
  /** The modified z-score of one of the numbers: 0 for the median, negative below it. */
  score(value: number): number;
}

/**
 * Measure the spread of some numbers by their median and the median of their distances from it (MAD), which a few wild ones
 * do not move. Score = 0.6745 · (x − median) ÷ MAD; above 3.5 it is an outlier. Where more than half are equal, MAD is 0 and the mean
 * distance stands in for it: (x − median) ÷ (1.2533 · mean distance); where all are equal every score is 0. In the unit of the numbers.
 * Source: B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers, ASQC 1993, pp. 11–13; 0.6745 is the 75th percentile of the
 * standard normal distribution, 1.2533 = √(π ÷ 2).
 */
export function spreadOf(values: readonly number[]): Spread {
  const middle = median(values);
  const distances = values.map((value) => Math.abs(value - middle));
  const mad = median(distances);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const scale = mad > 0 ? mad / 0.6745 : 1.2533 * mean;
  return { median: middle, score: (value) => (scale > 0 ? (value - middle) / scale : 0) };
}

/** Least, middle and greatest of some numbers. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The value at which this share (0 to 1) of the sorted numbers lies at or below: the nearest-rank percentile. */
export function percentile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) throw new RangeError('no numbers have a percentile');
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Of an even count the median is the mean of the middle two. */
export function spread(numbers: readonly number[]): Spread {
  if (numbers.length === 0) throw new RangeError('no numbers have a spread');
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return {
    min: sorted[0] ?? Number.NaN,
    median: (low + high) / 2,
    max: sorted[sorted.length - 1] ?? Number.NaN,
  };
}

/** What is divided round by round: each round's numbers were taken one right after the other. */
export function ratios(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  if (ours.length !== theirs.length) throw new RangeError(`${ours.length} rounds against ${theirs.length}`);
  return ours.map((one, round) => one / (theirs[round] ?? Number.NaN));
}

/** A target that a number must stay below (`most`) or reach (`least`). */
export type Target = { readonly most: number } | { readonly least: number };

/** A target is judged by the median. */
export function reached(target: Target, measured: Spread): boolean {
  return 'most' in target ? measured.median <= target.most : measured.median >= target.least;
}

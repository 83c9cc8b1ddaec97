/** Points of a waveform's picture; more are not told apart on a screen. */
const mostPoints = 500;
/** Loudness units below full scale that still show. */
const quietest = -60;
const size = { width: 1_000, height: 120 } as const;

/**
 * Takes momentary loudness (EBU R 128, one value each 100 ms) as ffmpeg prints it, and keeps the loudest of each stretch.
 * However long it is, few are kept: two neighbours become one wherever there are too many.
 */
export class Loudness {
  #points: number[] = [];
  #each = 1;
  #current = Number.NEGATIVE_INFINITY;
  #taken = 0;

  line(text: string): void {
    const value = /^lavfi\.r128\.M=(-?[\d.]{1,12}|nan|-inf)$/.exec(text)?.[1];
    if (value === undefined) return;
    const loudness = Number(value);
    this.#current = Math.max(this.#current, Number.isFinite(loudness) ? loudness : Number.NEGATIVE_INFINITY);
    this.#taken += 1;
    if (this.#taken < this.#each) return;
    this.#keep();
  }

  #keep(): void {
    this.#points.push(this.#current);
    [this.#current, this.#taken] = [Number.NEGATIVE_INFINITY, 0];
    if (this.#points.length < 2 * mostPoints) return;
    const all = this.#points;
    this.#points = all
      .filter((_, i) => i % 2 === 0)
      .map((one, i) => Math.max(one, all[2 * i + 1] ?? Number.NEGATIVE_INFINITY));
    this.#each *= 2;
  }

  /** From 0 (nothing to be heard) to 1 (full scale), in order. */
  points(): readonly number[] {
    const rest = this.#taken > 0 ? [this.#current] : [];
    return [...this.#points, ...rest].map((one) => Math.min(1, Math.max(0, 1 - one / quietest)));
  }
}

/** The picture: one bar a point around the middle line, in whatever colour stands around it. */
export function waveformPicture(points: readonly number[]): string {
  const { width, height } = size;
  const step = width / Math.max(1, points.length);
  const bars = points.map((point, i) => {
    const half = Math.max(0.5, (point * height) / 2);
    return `M${(i * step).toFixed(2)} ${(height / 2 - half).toFixed(1)}h${(step * 0.8).toFixed(2)}v${(2 * half).toFixed(1)}h-${(step * 0.8).toFixed(2)}z`;
  });
  const box = `viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} color="#246"><path fill="currentColor" d="${bars.join('')}"/></svg>\n`;
}

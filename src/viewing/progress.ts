/** What ffmpeg has said of its own progress: how far it is, by the time of what it has written. */
export class Progress {
  readonly #durationMs: number | null;
  #percent: number | null = null;

  /** @param durationMs of the original; null where nobody knows it, and then there is no percentage */
  constructor(durationMs: number | null) {
    this.#durationMs = durationMs;
  }

  /** From 0 to 100; it never goes back. Null while it is not known. */
  get percent(): number | null {
    return this.#percent;
  }

  /** One line of what `-progress` writes. False: it is none, but something that ffmpeg has to say. */
  line(text: string): boolean {
    const [, key, value = ''] = /^([a-z_]{1,24}|stream_\d+_\d+_[a-z]+)=\s*(\S*)\s*$/.exec(text) ?? [];
    if (key === undefined) return false;
    if (key === 'out_time_us' && this.#durationMs !== null && this.#durationMs > 0) {
      const share = (Number(value) / 10 / this.#durationMs) | 0;
      this.#percent = Math.max(this.#percent ?? 0, Math.min(100, Math.max(0, share)));
    }
    return true;
  }
}

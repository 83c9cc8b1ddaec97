import { type Profiler, Session } from 'node:inspector';

/**
 * Which blocks of some sources ran since the last look, as V8 counts them. Taking the counts costs milliseconds, so a
 * hunt asks once for a crowd of inputs.
 */
export class Coverage {
  readonly #session = new Session();
  readonly #sources: readonly string[];

  constructor(sources: readonly string[]) {
    this.#sources = sources;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Names of the blocks that ran, with how often by powers of two: a second round of a loop is news. */
  take(): ReadonlySet<string> {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error !== null) throw error;
      taken = result;
    });
    const ran = new Set<string>();
    for (const { url, functions } of taken) {
      if (!this.#sources.some((source) => url.includes(source))) continue;
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0)
            ran.add(`${url}:${startOffset}-${endOffset}:${Math.min(16, Math.ceil(Math.log2(count)))}`);
    }
    return ran;
  }

  end(): void {
    this.#session.disconnect();
  }
}

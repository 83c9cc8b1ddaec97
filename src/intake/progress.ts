export type DockingPhase =
  | 'looking'
  | 'copying'
  | 'paused'
  | 'waiting_for_space'
  | 'finishing'
  | 'complete'
  /** What is stored is being taken off the recorder. */
  | 'erasing'
  | 'refused'
  /** Given up before anything was known of it: it must be docked again. */
  | 'given_up'
  | 'ended';

/** What a screen shows of a docking; plain values, changed in place, read whenever a screen wants. */
export interface DockingSnapshot {
  readonly docking: string;
  readonly port: string;
  readonly root: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly phase: DockingPhase;
  readonly files: { readonly total: number; readonly done: number };
  readonly bytes: { readonly total: number; readonly done: number };
  readonly bytesPerSecond: number;
  readonly secondsLeft: number | null;
  readonly current: string | null;
  readonly failed: number;
  readonly deferred: number;
  /** All that was on the recorder is at least secured, and nothing is being taken off it. */
  readonly safeToTake: boolean;
  /** Files taken off the recorder and files that were to go and stay; null where nothing was. */
  readonly erased: { readonly gone: number; readonly kept: number } | null;
  /** How far an erasing has come; null while there is none. */
  readonly erasing: { readonly total: number; readonly done: number } | null;
}

/** Rates are looked at over this long: short enough to follow the card, long enough to read. */
const windowMs = 5_000;

/** Small files are done by the thousand a second: nobody sees more pictures than this, and each costs a snapshot. */
const tellMs = 50;

export class DockingProgress {
  readonly #docking: string;
  readonly #port: string;
  readonly #root: string;
  readonly #nowMs: () => number;
  readonly #changed: () => void;
  readonly #running = new Map<string, number>();
  #samples: { at: number; bytes: number }[] = [];
  #recorder: string | null = null;
  #profile: string | null = null;
  #phase: DockingPhase = 'looking';
  #paused = false;
  #files = { total: 0, done: 0 };
  #bytes = { total: 0, done: 0 };
  #left = { failed: 0, deferred: 0 };
  #current: string | null = null;
  #erased: { gone: number; kept: number } | null = null;
  #erasing: { total: number; done: number } | null = null;
  #told = Number.NEGATIVE_INFINITY;

  constructor(docking: string, port: string, root: string, nowMs: () => number, changed: () => void) {
    this.#docking = docking;
    this.#port = port;
    this.#root = root;
    this.#nowMs = nowMs;
    this.#changed = changed;
  }

  /** A new look at the card: what an earlier one counted on it is counted anew. */
  begin(): void {
    this.#running.clear();
    this.#samples = [];
    this.#files = { total: 0, done: 0 };
    this.#bytes = { total: 0, done: 0 };
    this.#left = { failed: 0, deferred: 0 };
    this.#current = null;
    this.phase('looking');
  }

  identified(recorder: string, profile: string): void {
    this.#recorder = recorder;
    this.#profile = profile;
    this.#changed();
  }

  phase(phase: DockingPhase): void {
    this.#phase = phase;
    this.#changed();
  }

  /** A pause is shown only over what it holds up: storing what was read goes on. */
  paused(paused: boolean): void {
    this.#paused = paused;
    this.#changed();
  }

  /** What is to be done on this look at the card; a later look counts anew. */
  expect(files: number, bytes: number): void {
    this.#files = { total: files, done: 0 };
    this.#bytes = { total: bytes, done: 0 };
    this.#left = { failed: 0, deferred: 0 };
    this.#changed();
  }

  reading(path: string, bytes: number): void {
    this.#current = path;
    this.#running.set(path, bytes);
    this.#sample();
  }

  done(path: string, bytes: number, state: 'failed' | 'deferred' | 'done'): void {
    this.#running.delete(path);
    this.#files.done += 1;
    this.#bytes.done += bytes;
    if (state !== 'done') this.left(state);
    if (this.#current === path) this.#current = null;
    this.#sample();
  }

  /** So many of the files that may go have been dealt with. */
  erasing(done: number, total: number): void {
    this.#erasing = { done, total };
    this.phase('erasing');
  }

  /** The recorder is as it was before, without what went. */
  erased(gone: number, kept: number, then: DockingPhase): void {
    this.#erasing = null;
    this.#erased = { gone: (this.#erased?.gone ?? 0) + gone, kept };
    this.phase(then);
  }

  /** Something beside the recordings stays on the recorder: a sidecar, a folder that cannot be read. */
  left(state: 'failed' | 'deferred'): void {
    this.#left[state] += 1;
  }

  #shown(): DockingPhase {
    const held =
      this.#phase === 'looking' || this.#phase === 'copying' || this.#phase === 'waiting_for_space';
    return this.#paused && held ? 'paused' : this.#phase;
  }

  #read(): number {
    let bytes = this.#bytes.done;
    for (const running of this.#running.values()) bytes += running;
    return bytes;
  }

  #sample(): void {
    const at = this.#nowMs();
    this.#samples.push({ at, bytes: this.#read() });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > windowMs) this.#samples.shift();
    if (at - this.#told < tellMs) return;
    this.#told = at;
    this.#changed();
  }

  #rate(): number {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at) return 0;
    return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
  }

  snapshot(): DockingSnapshot {
    const done = this.#read();
    const phase = this.#shown();
    const rate = phase === 'copying' ? this.#rate() : 0;
    return {
      docking: this.#docking,
      port: this.#port,
      root: this.#root,
      recorder: this.#recorder,
      profile: this.#profile,
      phase,
      files: { ...this.#files },
      bytes: { total: this.#bytes.total, done },
      bytesPerSecond: Math.round(rate),
      secondsLeft: rate > 0 ? Math.ceil((this.#bytes.total - done) / rate) : null,
      current: this.#current,
      ...this.#left,
      erased: this.#erased,
      erasing: this.#erasing,
      safeToTake: this.#phase === 'complete' && this.#left.failed === 0 && this.#left.deferred === 0,
    };
  }
}

import { CustodyError } from '../custody/error.ts';
import { lookAtBytes } from '../tagging/evidence-bytes.ts';
import type { ViewingBook, WaitingOriginal } from './book.ts';
import { keepLimit } from './keep-room.ts';
import { makeCopy, type Outcome, type Workshop } from './make-copy.ts';
import type { ViewingRoom } from './room.ts';
import type { Running } from './run-ffmpeg.ts';
import { settleCopy } from './settle-copy.ts';
import type { ViewingStore } from './store.ts';

/** A copy that is being made. */
interface Job {
  readonly evidence: string;
  running: Running | null;
  readonly done: Promise<void>;
}

/** After how long what could not be begun or has gone wrong is tried again. */
const againMs = 600_000;

/** The copies under way: each from its original's bytes to what is written down of it. */
export class CopyJobs {
  readonly #room: ViewingRoom;
  readonly #book: ViewingBook;
  readonly #store: ViewingStore;
  readonly #jobs = new Map<string, Job>();
  /** By original: not before then. */
  readonly #later = new Map<string, number>();
  #held = false;
  #stopped = false;
  #failure: unknown = null;

  constructor(room: ViewingRoom, book: ViewingBook, store: ViewingStore) {
    this.#room = room;
    this.#book = book;
    this.#store = store;
  }

  get free(): boolean {
    return !this.#stopped && this.#jobs.size < this.#room.atOnce;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  underWay(): readonly { readonly evidence: string; readonly percent: number | null }[] {
    return [...this.#jobs.values()].map(({ evidence, running }) => ({
      evidence,
      percent: running?.percent() ?? null,
    }));
  }

  /** Whether it may be begun: it is not under way, nor was it put off. */
  isDue(original: string): boolean {
    const notBefore = this.#later.get(original) ?? Number.NEGATIVE_INFINITY;
    return !this.#jobs.has(original) && notBefore <= this.#room.clock.monotonicMs();
  }

  putOff(original: string): void {
    this.#later.set(original, this.#room.clock.monotonicMs() + againMs);
  }

  /** Somebody waits for it: what was put off may be begun. */
  hurry(original: string): void {
    this.#later.delete(original);
  }

  start(one: WaitingOriginal, shop: Workshop): void {
    if (this.#jobs.has(one.original)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const job: Job = { evidence: one.evidence, running: null, done: promise };
    this.#jobs.set(one.original, job);
    this.#make(one, shop, job)
      .catch((error: unknown) => this.#failed(one, error))
      .catch((error: unknown) => {
        this.#failure = error;
      })
      .finally(() => {
        this.#jobs.delete(one.original);
        resolve();
      });
  }

  /** Resolves when this one is over; at once where it is not under way. */
  async ended(original: string): Promise<void> {
    await this.#jobs.get(original)?.done;
  }

  /** Resolves when any is over; at once where none is under way. */
  async anyEnded(): Promise<void> {
    if (this.#jobs.size > 0) await Promise.race([...this.#jobs.values()].map(({ done }) => done));
  }

  /** Throws what has gone wrong behind everybody's back, once: the ledger cannot be written. */
  check(): void {
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure;
  }

  /** All of them stand still, or go on. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    for (const { running } of this.#jobs.values()) {
      if (held) running?.hold();
      else running?.goOn();
    }
  }

  /** Ends them; they stay queued. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { running } of this.#jobs.values()) running?.stop();
    await Promise.all([...this.#jobs.values()].map(({ done }) => done));
  }

  async #make(one: WaitingOriginal, shop: Workshop, job: Job): Promise<void> {
    const { original, evidence, recording, facts } = one;
    const work = this.#store.newWork();
    const onRun = (running: Running): void => this.#hear(job, running);
    try {
      const outcome = await lookAtBytes(
        this.#room,
        { sha256: original, recording },
        (path) => makeCopy(shop, { evidence, original, facts, path, folder: work, onRun }),
        (found) => found.is === 'failed',
      );
      if (outcome === null) this.putOff(original);
      if (outcome === null || outcome.is === 'stopped') return;
      await this.#room.turns.take(`viewing:${original}`, () => this.#settle(one, outcome, work));
    } finally {
      await this.#store.discard(work);
    }
  }

  async #settle(
    one: WaitingOriginal,
    outcome: Exclude<Outcome, { is: 'stopped' }>,
    work: string,
  ): Promise<void> {
    const { ledger, limitBytes, reserveBytes, alarms } = this.#room;
    const [book, store] = [this.#book, this.#store];
    await settleCopy({ room: this.#room, book, store }, one, outcome, work);
    if (outcome.is !== 'made') return;
    await keepLimit({ ledger, limitBytes, reserveBytes, book, store }, one.original);
    await alarms.settle('viewing_failing', 'station');
  }

  #hear(job: Job, running: Running): void {
    job.running = running;
    if (this.#stopped) running.stop();
    else if (this.#held) running.hold();
  }

  /** A full disk, a defect: it is tried again later, and the others go on. */
  async #failed({ original, evidence }: WaitingOriginal, error: unknown): Promise<void> {
    if (error instanceof CustodyError) throw error;
    const found = error instanceof Error ? error.message : String(error);
    this.#room.log('no viewing copy', { evidence, error: found });
    this.putOff(original);
    await this.#room.alarms.raise('viewing_failing', 'warning', 'station', { evidence, found });
  }
}

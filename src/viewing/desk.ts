import { machine } from '../custody/alarms.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import { CustodyError } from '../custody/error.ts';
import { lookAtBytes } from '../tagging/evidence-bytes.ts';
import { type StandingCopy, ViewingBook, type ViewingCounts, type WaitingOriginal } from './book.ts';
import { boundsOf } from './bounds.ts';
import { removedDraft } from './drafts.ts';
import { ViewingError } from './error.ts';
import { findWorkshop } from './find-workshop.ts';
import { keepLimit, makeRoom } from './keep-room.ts';
import { makeCopy, type Outcome, type Workshop } from './make-copy.ts';
import { planOf } from './plan.ts';
import { QueueUp } from './queue-up.ts';
import type { ViewingRoom } from './room.ts';
import type { Running } from './run-ffmpeg.ts';
import { settingsDigest } from './settings.ts';
import { ViewingStore } from './store.ts';

/** Why nothing is begun now. */
export type ViewingPause = 'intake' | 'no_room' | 'no_ffmpeg';

/** What a screen shows of the making of viewing copies. */
export interface ViewingState extends ViewingCounts {
  readonly underWay: readonly {
    readonly evidence: string;
    /** From 0 to 100; null while it is not known. */
    readonly percent: number | null;
  }[];
  readonly paused: ViewingPause | null;
}

interface Job {
  readonly evidence: string;
  running: Running | null;
  readonly done: Promise<void>;
}

/** How long intake must have been quiet: between two files of one card nothing is gained by a start. */
const quietMs = 3_000;
/** After how long what could not be begun or has gone wrong is tried again. */
const againMs = 600_000;

/** Makes viewing copies: those that wait, a few at once, while intake does not need the machine. */
export class ViewingDesk {
  readonly #room: ViewingRoom;
  readonly #settings: string;
  readonly #book: ViewingBook;
  readonly #store: ViewingStore;
  readonly #queueUp: QueueUp;
  readonly #jobs = new Map<string, Job>();
  /** By original: not before then. */
  readonly #later = new Map<string, number>();
  #workshop: Workshop | null = null;
  #workshopSought = Number.NEGATIVE_INFINITY;
  #opened: Promise<void> | null = null;
  #busySeen = Number.NEGATIVE_INFINITY;
  #held = false;
  #paused: ViewingPause | null = null;
  #stopped = false;
  #failure: unknown = null;

  constructor(room: ViewingRoom) {
    this.#room = room;
    this.#settings = settingsDigest(room.settings);
    this.#book = new ViewingBook(room.db);
    this.#store = new ViewingStore(room.folder);
    this.#queueUp = new QueueUp(room.db, room.ledger, this.#book);
  }

  get book(): ViewingBook {
    return this.#book;
  }

  get store(): ViewingStore {
    return this.#store;
  }

  state(): ViewingState {
    const underWay = [...this.#jobs.values()].map(({ evidence, running }) => ({
      evidence,
      percent: running?.percent() ?? null,
    }));
    return { ...this.#book.counts(), underWay, paused: this.#paused };
  }

  /**
   * What the daemon does every second: queues what is new, holds or goes on with what is under way, begins what comes
   * next. Rejects where the ledger cannot be written, also for what is under way behind it.
   */
  async look(): Promise<void> {
    if (this.#failure !== null) {
      const failure = this.#failure;
      this.#failure = null;
      throw failure;
    }
    await this.#open();
    if (this.#room.automatic) await this.#queueUp.catchUp();
    this.#yield();
    await this.#begin();
  }

  /** Resolves when nothing is left that could be done now. */
  async drain(): Promise<void> {
    for (;;) {
      await this.look();
      const jobs = [...this.#jobs.values()];
      if (jobs.length === 0) return;
      await Promise.race(jobs.map(({ done }) => done));
    }
  }

  /**
   * Somebody wants to watch it: the copy that stands is marked as watched, else one is made before all that wait, and
   * waited for. Errors: `viewing.evidence_unknown`, `viewing.not_probed`, `viewing.no_ffmpeg`, `viewing.not_now`.
   */
  async ask(evidence: string): Promise<StandingCopy> {
    await this.#open();
    const { original } = this.#item(evidence);
    const standing = await this.#standing(original);
    const at = this.#room.clock.now().toString();
    if (standing?.state === 'made' && standing.said.settings === this.#settings) {
      await this.#room.ledger.append([], [watched(original, at)]);
      return standing;
    }
    if ((await this.#shop()) === null) throw new ViewingError('viewing.no_ffmpeg', { evidence });
    const sql = `INSERT INTO work_viewing (original, evidence, asked) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET asked = excluded.asked`;
    await this.#room.ledger.append([], [{ sql, params: [original, evidence, at] }]);
    this.#later.delete(original);
    await this.#madeNow(original);
    const became = this.#book.standing(original);
    const isDone = became !== null && became.state !== 'removed' && this.#book.waitingFor(original) === null;
    if (!isDone) throw new ViewingError('viewing.not_now', { evidence });
    return became;
  }

  /** Before all others, though not beside more than may be under way at once. */
  async #madeNow(original: string): Promise<void> {
    while (!this.#jobs.has(original) && this.#jobs.size >= this.#room.atOnce)
      await Promise.race([...this.#jobs.values()].map(({ done }) => done));
    const waiting = this.#book.waitingFor(original);
    if (waiting !== null && this.#stopped) return;
    if (waiting !== null && (await this.#hasRoom(waiting))) this.#start(waiting);
    await this.#jobs.get(original)?.done;
  }

  /** Takes a copy away; it can be asked for again. Errors: `viewing.evidence_unknown`, `viewing.none_stands`. */
  async remove(evidence: string, actor: Actor): Promise<void> {
    await this.#open();
    const { original } = this.#item(evidence);
    await this.#room.turns.take(`viewing:${original}`, async () => {
      const standing = this.#book.standing(original);
      if (standing?.state !== 'made') throw new ViewingError('viewing.none_stands', { evidence });
      await this.#room.ledger.append([removedDraft(standing.said, 'person', actor)]);
      await this.#store.remove(standing.said);
    });
  }

  /** Ends what is under way; it stays queued. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { running } of this.#jobs.values()) running?.stop();
    await Promise.all([...this.#jobs.values()].map(({ done }) => done));
  }

  /** Once, and before anything else: what a crash has left in the store. */
  #open(): Promise<void> {
    this.#opened ??= this.#store.recover((key) => {
      const standing = this.#book.standing(key.original);
      return standing?.state === 'made' && standing.said.settings === key.settings;
    });
    return this.#opened;
  }

  #item(evidence: string): { readonly original: string } {
    const item = this.#book.item(evidence);
    if (item === null) throw new ViewingError('viewing.evidence_unknown', { evidence }, { field: 'ID' });
    if (!item.probed) throw new ViewingError('viewing.not_probed', { evidence });
    return item;
  }

  /** A copy that the ledger knows and the disk has lost is taken out of the books, so that it can be made again. */
  async #standing(original: string): Promise<StandingCopy | null> {
    const standing = this.#book.standing(original);
    if (standing?.state !== 'made' || this.#store.has(standing.said, standing.said.name)) return standing;
    await this.#room.ledger.append([removedDraft(standing.said, 'lost', machine)]);
    return this.#book.standing(original);
  }

  /** Intake comes first: what is under way stands still while cards are read. */
  #yield(): void {
    const now = this.#room.clock.monotonicMs();
    if (this.#room.intakeBusy()) this.#busySeen = now;
    const hold = now - this.#busySeen < quietMs;
    if (hold !== this.#held)
      for (const { running } of this.#jobs.values()) hold ? running?.hold() : running?.goOn();
    this.#held = hold;
    if (hold) this.#paused = 'intake';
    else if (this.#paused === 'intake') this.#paused = null;
  }

  async #begin(): Promise<void> {
    if (this.#held || this.#stopped || this.#jobs.size >= this.#room.atOnce) return;
    const now = this.#room.clock.monotonicMs();
    const next = this.#book
      .waiting()
      .filter(({ original }) => !this.#jobs.has(original) && (this.#later.get(original) ?? 0) <= now);
    if (next.length > 0 || this.#paused !== 'no_room') this.#paused = null;
    for (const one of next) {
      if (this.#jobs.size >= this.#room.atOnce || this.#stopped) return;
      if ((await this.#shop()) === null) {
        this.#paused = 'no_ffmpeg';
        return;
      }
      if (!(await this.#hasRoom(one))) {
        this.#later.set(one.original, now + againMs);
        this.#paused = 'no_room';
        continue;
      }
      this.#start(one);
    }
  }

  async #hasRoom({ facts, bytes, original }: WaitingOriginal): Promise<boolean> {
    const plan = planOf(facts, this.#room.settings);
    if (plan.does === 'nothing') return true;
    return await makeRoom(this.#keeping(), boundsOf(plan, bytes, 1).fileBytes, original);
  }

  #keeping() {
    const { ledger, limitBytes, reserveBytes } = this.#room;
    return { ledger, limitBytes, reserveBytes, book: this.#book, store: this.#store };
  }

  /** Looked for again now and then: somebody may have installed it. */
  async #shop(): Promise<Workshop | null> {
    const now = this.#room.clock.monotonicMs();
    if (this.#workshop !== null || now - this.#workshopSought < againMs) return this.#workshop;
    this.#workshopSought = now;
    this.#workshop = await findWorkshop(this.#room);
    const { alarms } = this.#room;
    if (this.#workshop === null) await alarms.raise('ffmpeg_missing', 'warning', 'station', {});
    else await alarms.settle('ffmpeg_missing', 'station');
    return this.#workshop;
  }

  #start(one: WaitingOriginal): void {
    if (this.#jobs.has(one.original)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const job: Job = { evidence: one.evidence, running: null, done: promise };
    this.#jobs.set(one.original, job);
    this.#make(one, job)
      .catch((error: unknown) => this.#failed(one, error))
      .catch((error: unknown) => {
        this.#failure = error;
      })
      .finally(() => {
        this.#jobs.delete(one.original);
        resolve();
      });
  }

  async #make(one: WaitingOriginal, job: Job): Promise<void> {
    const { original, evidence, recording, facts } = one;
    const shop = await this.#shop();
    if (shop === null) return;
    const work = this.#store.newWork();
    try {
      const outcome = await lookAtBytes(
        this.#room,
        { sha256: original, recording },
        (path) =>
          makeCopy(shop, {
            ...{ evidence, original, facts, path, folder: work },
            onRun: (running) => this.#hear(job, running),
          }),
        (found) => found.is === 'failed',
      );
      if (outcome === null) this.#later.set(original, this.#room.clock.monotonicMs() + againMs);
      else await this.#room.turns.take(`viewing:${original}`, () => this.#settle(one, outcome, work));
    } finally {
      await this.#store.discard(work);
    }
  }

  /** A full disk, a defect: it is tried again later, and the others go on. */
  async #failed({ original, evidence }: WaitingOriginal, error: unknown): Promise<void> {
    if (error instanceof CustodyError) throw error;
    const found = error instanceof Error ? error.message : String(error);
    this.#room.log('no viewing copy', { evidence, error: found });
    this.#later.set(original, this.#room.clock.monotonicMs() + againMs);
    await this.#room.alarms.raise('viewing_failing', 'warning', 'station', { evidence, found });
  }

  #hear(job: Job, running: Running): void {
    job.running = running;
    if (this.#stopped) running.stop();
    else if (this.#held) running.hold();
  }

  /** Committed before anybody can see it. */
  async #settle(one: WaitingOriginal, outcome: Outcome, work: string): Promise<void> {
    const { original } = one;
    const done = { sql: 'DELETE FROM work_viewing WHERE original = ?', params: [original] };
    const subject = { kind: 'evidence', id: one.evidence } as const;
    const standing = this.#book.standing(original);
    const replaced = standing?.state === 'made' ? [removedDraft(standing.said, 'replaced', machine)] : [];
    switch (outcome.is) {
      case 'stopped':
        return;
      case 'failed': {
        const { data, tail } = outcome;
        const personal = tail === '' ? {} : { tail };
        const draft: AnyDraft = { type: 'viewing.failed', actor: machine, subject, data, personal };
        const drafts = isSame(standing, data.because, data.settings) ? [] : [...replaced, draft];
        await this.#room.ledger.append(drafts, [done]);
        if (standing?.state === 'made') await this.#store.remove(standing.said);
        return;
      }
      case 'made': {
        const { data } = outcome;
        const key = { original, settings: data.settings };
        await this.#store.ready(work, key);
        this.#room.step('viewing.ready');
        const draft: AnyDraft = { type: 'viewing.made', actor: machine, subject, data, personal: {} };
        await this.#room.ledger.append([...replaced, draft], [done]);
        this.#room.step('viewing.committed');
        await this.#store.publish(key);
        if (standing?.state === 'made' && standing.said.settings !== key.settings)
          await this.#store.remove(standing.said);
        await keepLimit(this.#keeping(), original);
        await this.#room.alarms.settle('viewing_failing', 'station');
        return;
      }
    }
  }
}

/** The same again is no news. */
function isSame(standing: StandingCopy | null, because: string, settings: string): boolean {
  return (
    standing?.state === 'failed' && standing.said.because === because && standing.said.settings === settings
  );
}

function watched(original: string, at: string) {
  const sql =
    'INSERT INTO work_watched (original, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at';
  return { sql, params: [original, at] };
}

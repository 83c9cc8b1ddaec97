import { machine } from '../custody/alarms.ts';
import type { Actor } from '../custody/entry.ts';
import { type StandingCopy, ViewingBook, type ViewingCounts, type WaitingOriginal } from './book.ts';
import { boundsOf } from './bounds.ts';
import { removedDraft } from './drafts.ts';
import { ViewingError } from './error.ts';
import { findWorkshop } from './find-workshop.ts';
import { GoneOriginals } from './gone.ts';
import { CopyJobs } from './jobs.ts';
import { makeRoom } from './keep-room.ts';
import type { Workshop } from './make-copy.ts';
import { planOf } from './plan.ts';
import { QueueUp } from './queue-up.ts';
import type { ViewingRoom } from './room.ts';
import { settingsDigest } from './settings.ts';
import { settleLost } from './settle-lost.ts';
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

/** How long intake must have been quiet: between two files of one card nothing is gained by a start. */
const quietMs = 3_000;
/** After how long ffmpeg is looked for again. */
const seekAgainMs = 600_000;
/**
 * So long a list of what waits holds, unless all in it is done: the queue of a station that has just begun to make copies
 * has a hundred thousand recordings, and is put in order no more often than this.
 */
const listAgainMs = 10_000;

/** Makes viewing copies: those that wait, a few at once, while intake does not need the machine. */
export class ViewingDesk {
  readonly #room: ViewingRoom;
  readonly #settings: string;
  readonly #book: ViewingBook;
  readonly #store: ViewingStore;
  readonly #queueUp: QueueUp;
  readonly #gone: GoneOriginals;
  readonly #jobs: CopyJobs;
  #workshop: Workshop | null = null;
  #workshopSought = Number.NEGATIVE_INFINITY;
  #opened: Promise<void> | null = null;
  #busySeen = Number.NEGATIVE_INFINITY;
  #paused: ViewingPause | null = null;
  #list: readonly WaitingOriginal[] = [];
  #listedAt = Number.NEGATIVE_INFINITY;

  constructor(room: ViewingRoom) {
    this.#room = room;
    this.#settings = settingsDigest(room.settings);
    this.#book = new ViewingBook(room.db);
    this.#store = new ViewingStore(room.folder);
    this.#queueUp = new QueueUp(room.db, room.ledger, this.#book);
    this.#gone = new GoneOriginals(room, this.#book, this.#store);
    this.#jobs = new CopyJobs(room, this.#book, this.#store);
  }

  get book(): ViewingBook {
    return this.#book;
  }

  get store(): ViewingStore {
    return this.#store;
  }

  state(): ViewingState {
    return { ...this.#book.counts(), underWay: this.#jobs.underWay(), paused: this.#paused };
  }

  /**
   * What the daemon does every second: takes away what is gone, queues what is new, holds or goes on with what is under
   * way, begins what comes next. Rejects where the ledger cannot be written, also for what is under way behind it.
   */
  async look(): Promise<void> {
    this.#jobs.check();
    await this.#open();
    await this.#gone.catchUp();
    if (this.#room.automatic) await this.#queueUp.catchUp();
    const held = this.#mustYield();
    this.#jobs.hold(held);
    if (held) this.#paused = 'intake';
    else await this.#begin();
  }

  /**
   * Somebody wants to watch it: the copy that stands is marked as watched, else one is made before all that wait, and
   * waited for. Errors: `viewing.evidence_unknown`, `viewing.original_gone`, `viewing.not_probed`, `viewing.no_ffmpeg`,
   * `viewing.not_now`.
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
    const shop = await this.#shop();
    if (shop === null) throw new ViewingError('viewing.no_ffmpeg', { evidence });
    const sql = `INSERT INTO work_viewing (original, evidence, asked) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET asked = excluded.asked`;
    await this.#room.ledger.append([], [{ sql, params: [original, evidence, at] }]);
    await this.#madeNow(original, shop);
    const became = this.#book.standing(original);
    const isDone = became !== null && became.state !== 'removed' && !this.#book.isWaiting(original);
    if (!isDone) throw new ViewingError('viewing.not_now', { evidence });
    return became;
  }

  /** Somebody begins to watch it: it is not the one that nobody has watched for longest. */
  async isWatched(original: string): Promise<void> {
    await this.#room.ledger.append([], [watched(original, this.#room.clock.now().toString())]);
  }

  /** Takes a copy away; it can be asked for again. Errors: `viewing.evidence_unknown`, `viewing.none_stands`. */
  async remove(evidence: string, actor: Actor): Promise<void> {
    await this.#open();
    const { original } = this.#known(evidence);
    await this.#room.turns.take(`viewing:${original}`, async () => {
      const standing = this.#book.standing(original);
      if (standing?.state !== 'made') throw new ViewingError('viewing.none_stands', { evidence });
      await this.#room.ledger.append([removedDraft(standing.said, 'person', actor)]);
      await this.#store.remove(standing.said);
    });
  }

  /** Ends what is under way; it stays queued. */
  async stop(): Promise<void> {
    await this.#jobs.stop();
  }

  /** Once, and before anything else: what a crash has left in the store. */
  #open(): Promise<void> {
    this.#opened ??= this.#settle();
    return this.#opened;
  }

  async #settle(): Promise<void> {
    await this.#store.recover((key) => {
      const standing = this.#book.standing(key.original);
      return standing?.state === 'made' && standing.said.settings === key.settings;
    });
    await settleLost(this.#room, this.#book, this.#store);
  }

  #known(evidence: string): { readonly original: string; readonly probed: boolean } {
    const item = this.#book.item(evidence);
    if (item === null) throw new ViewingError('viewing.evidence_unknown', { evidence }, { field: 'ID' });
    return item;
  }

  #item(evidence: string): { readonly original: string } {
    const item = this.#known(evidence);
    if (this.#book.isGone(item.original)) throw new ViewingError('viewing.original_gone', { evidence });
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

  /** Before all others, though not beside more than may be under way at once. */
  async #madeNow(original: string, shop: Workshop): Promise<void> {
    this.#jobs.hurry(original);
    while (this.#jobs.isDue(original) && !this.#jobs.free && !this.#jobs.stopped) await this.#jobs.anyEnded();
    const waiting = this.#book.waitingFor(original);
    if (waiting !== null && !this.#jobs.stopped && (await this.#hasRoom(waiting)))
      this.#jobs.start(waiting, shop);
    await this.#jobs.ended(original);
  }

  /** Intake comes first: what is under way stands still while cards are read. */
  #mustYield(): boolean {
    const now = this.#room.clock.monotonicMs();
    if (this.#room.intakeBusy()) this.#busySeen = now;
    return now - this.#busySeen < quietMs;
  }

  async #begin(): Promise<void> {
    if (!this.#jobs.free) return;
    const next = this.#next();
    if (next.length > 0 || this.#paused !== 'no_room') this.#paused = null;
    const shop = next.length === 0 ? null : await this.#shop();
    if (next.length > 0 && shop === null) this.#paused = 'no_ffmpeg';
    if (shop === null) return;
    for (const one of next) {
      if (!this.#jobs.free) return;
      if (await this.#hasRoom(one)) {
        this.#jobs.start(one, shop);
      } else {
        this.#jobs.putOff(one.original);
        this.#paused = 'no_room';
      }
    }
  }

  /** What may be begun now, in order. What was done meanwhile is not in it. */
  #next(): readonly WaitingOriginal[] {
    const isNext = ({ original }: WaitingOriginal): boolean =>
      this.#jobs.isDue(original) && this.#book.isWaiting(original);
    const now = this.#room.clock.monotonicMs();
    const left = this.#list.filter(isNext);
    if (left.length > 0 && now - this.#listedAt < listAgainMs) return left;
    if (left.length === 0 && now - this.#listedAt < quietMs) return [];
    this.#list = this.#book.waiting();
    this.#listedAt = now;
    return this.#list.filter(isNext);
  }

  async #hasRoom({ facts, bytes, original }: WaitingOriginal): Promise<boolean> {
    const plan = planOf(facts, this.#room.settings);
    if (plan.does === 'nothing') return true;
    const { ledger, limitBytes, reserveBytes } = this.#room;
    const keeping = { ledger, limitBytes, reserveBytes, book: this.#book, store: this.#store };
    return await makeRoom(keeping, boundsOf(plan, bytes, 1).fileBytes, original);
  }

  /** Looked for again now and then: somebody may have installed it. */
  async #shop(): Promise<Workshop | null> {
    const now = this.#room.clock.monotonicMs();
    if (this.#workshop !== null || now - this.#workshopSought < seekAgainMs) return this.#workshop;
    this.#workshopSought = now;
    this.#workshop = await findWorkshop(this.#room);
    const { alarms } = this.#room;
    if (this.#workshop === null) await alarms.raise('ffmpeg_missing', 'warning', 'station', {});
    else await alarms.settle('ffmpeg_missing', 'station');
    return this.#workshop;
  }
}

function watched(original: string, at: string) {
  const sql =
    'INSERT INTO work_watched (original, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at';
  return { sql, params: [original, at] };
}

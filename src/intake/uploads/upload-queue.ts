import type { Clock } from '../../clock.ts';
import type { Backoff } from './backoff.ts';
import { pauseMs } from './backoff.ts';
import { Breaker } from './breaker.ts';
import { inOrder, type Waiting } from './order.ts';

/** What became of one try: `again` later, or in the same way never (a person must look). */
export type Uploaded = 'stored' | { readonly failed: 'store' | 'item'; readonly found: string };

export interface UploadRoom {
  readonly clock: Clock;
  readonly atOnce: number;
  readonly backoff: Backoff;
  readonly random: () => number;
  /** Everything that waits, as the catalogue knows it now. */
  readonly waiting: () => readonly Waiting[];
  /** How much that is, counted and not listed. */
  readonly total: () => { readonly waiting: number; readonly waitingBytes: number };
  /** Stores one and commits that it is stored. Throws only what must stop all intake. */
  readonly upload: (one: Waiting) => Promise<Uploaded>;
  /** The store has failed several times in a row. */
  readonly opened: (found: string) => Promise<void>;
  /** The first one has gone up since the start, or since the store failed. */
  readonly recovered: () => Promise<void>;
  readonly fatal: (error: unknown) => void;
}

/** What a screen shows of the uploads. */
export interface UploadState {
  readonly waiting: number;
  readonly waitingBytes: number;
  readonly underWay: readonly UnderWay[];
  /** Of those that wait, how many have been tried and have failed. */
  readonly failing: number;
  /** `closed`: the store takes what it is sent. `open`: it failed too often and is left alone. `trying`: it is asked again, with one. */
  readonly breaker: 'closed' | 'open' | 'trying';
  /** RFC 3339: since when nothing has gone up for its failures; null while it takes what it is sent. */
  readonly failingSince: string | null;
  /** Seconds until the store is asked again; null while it answers. */
  readonly pausedSeconds: number | null;
  readonly lastFailure: string | null;
  readonly lastFailureAt: string | null;
}

/** On its way at this moment. */
export interface UnderWay {
  readonly kind: Waiting['kind'];
  readonly evidence: string;
  readonly bytes: number;
  readonly since: string;
}

/**
 * After a week without network ten thousand recordings wait: their list is not made anew for each that goes up, nor
 * for each that comes in.
 */
const listAgainMs = 10_000;
const fewItems = 200;

/** Looked through now and then even where nobody has rung: what somebody put right shows itself by nothing else. */
const lookMs = 30_000;

/**
 * Sends up what is secured, the urgent first, a few at once. What fails is tried again after a pause that grows; a
 * store that fails is left alone for a while. What waits stands in the catalogue, so that a restart changes nothing.
 */
export class UploadQueue {
  readonly #room: UploadRoom;
  readonly #breaker: Breaker;
  readonly #running = new Map<string, UnderWay>();
  readonly #tasks = new Set<Promise<void>>();
  readonly #failed = new Map<string, { times: number; notBefore: number }>();
  #lastFailure: { readonly found: string; readonly at: string } | null = null;
  #failingSince: string | null = null;
  /** Whether nobody has been told yet that the store works. */
  #unproved = true;
  /** In order; what is under way stands in it until it is done. */
  #list: readonly Waiting[] = [];
  #listedAt = Number.NEGATIVE_INFINITY;
  #news = true;
  #timer: NodeJS.Timeout | null = null;
  #state: 'idle' | 'running' | 'stopped' = 'idle';

  constructor(room: UploadRoom) {
    this.#room = room;
    this.#breaker = new Breaker(room.backoff, room.random);
  }

  get started(): boolean {
    return this.#state === 'running';
  }

  start(): void {
    this.#state = 'running';
    this.wake();
  }

  /** Something waits, or something was put right. */
  wake(): void {
    this.#news = true;
    this.#go();
  }

  #go(): void {
    if (this.#state !== 'running') return;
    try {
      this.#fill();
    } catch (error) {
      this.#room.fatal(error);
    }
  }

  /** Sends up what waits, each once more than it has failed before, and resolves when nothing is left to be tried now. */
  async drain(): Promise<void> {
    this.start();
    while (this.#tasks.size > 0) await Promise.race(this.#tasks);
    await this.stop();
  }

  state(): UploadState {
    const { openUntil } = this.#breaker;
    const now = this.#room.clock.monotonicMs();
    return {
      ...this.#room.total(),
      underWay: [...this.#running.values()],
      failing: this.#failed.size,
      breaker: openUntil === null ? 'closed' : this.#running.size > 0 ? 'trying' : 'open',
      failingSince: this.#failingSince,
      pausedSeconds: openUntil === null ? null : Math.max(0, Math.ceil((openUntil - now) / 1_000)),
      lastFailure: this.#lastFailure?.found ?? null,
      lastFailureAt: this.#lastFailure?.at ?? null,
    };
  }

  /** Begins nothing more and waits for what is on its way; whoever cannot wait aborts the vault. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.all(this.#tasks);
  }

  #fill(): void {
    const { clock, atOnce } = this.#room;
    const now = clock.monotonicMs();
    let free = this.#breaker.room(atOnce, now) - this.#running.size;
    if (free > 0) this.#listAgain(now);
    for (const one of this.#list) {
      if (free <= 0) break;
      if (this.#running.has(one.recording) || (this.#failed.get(one.recording)?.notBefore ?? 0) > now)
        continue;
      this.#begin(one);
      free -= 1;
    }
    this.#lookAgain(now);
  }

  #listAgain(now: number): void {
    const due = now - this.#listedAt >= listAgainMs || (this.#news && this.#list.length < fewItems);
    if (!due) return;
    this.#list = inOrder(this.#room.waiting(), this.#room.clock.now());
    this.#listedAt = now;
    this.#news = false;
  }

  #lookAgain(now: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const times = [...this.#failed.values()].map(({ notBefore }) => notBefore).filter((at) => at > now);
    const { openUntil } = this.#breaker;
    const next = Math.min(
      now + lookMs,
      ...times,
      ...(openUntil !== null && openUntil > now ? [openUntil] : []),
    );
    this.#timer = setTimeout(() => this.#go(), Math.max(1, next - now));
    this.#timer.unref();
  }

  #begin(one: Waiting): void {
    const { kind, evidence, bytes } = one;
    const since = this.#room.clock.now().toString();
    this.#running.set(one.recording, { kind, evidence, bytes, since });
    const task = this.#try(one)
      .catch((error: unknown) => {
        this.#state = 'stopped';
        this.#room.fatal(error);
      })
      .finally(() => {
        this.#running.delete(one.recording);
        this.#tasks.delete(task);
        this.#go();
      });
    this.#tasks.add(task);
  }

  async #try(one: Waiting): Promise<void> {
    const { upload, clock, backoff, random } = this.#room;
    const became = await upload(one);
    if (became === 'stored') {
      this.#failed.delete(one.recording);
      this.#list = this.#list.filter(({ recording }) => recording !== one.recording);
      this.#breaker.succeeded();
      this.#lastFailure = null;
      this.#failingSince = null;
      if (this.#unproved) await this.#room.recovered();
      this.#unproved = false;
      return;
    }
    this.#unproved = true;
    const at = clock.now().toString();
    const now = clock.monotonicMs();
    const times = (this.#failed.get(one.recording)?.times ?? 0) + 1;
    this.#failed.set(one.recording, { times, notBefore: now + pauseMs(backoff, times, random()) });
    this.#lastFailure = { found: became.found, at };
    if (became.failed === 'item') return;
    this.#failingSince ??= at;
    if (this.#breaker.failed(now)) await this.#room.opened(became.found);
  }
}

import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../clock.ts';
import type { Alarms } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { DisposalDecision } from '../../custody/entry-kinds.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { pauseMs } from '../../intake/uploads/backoff.ts';
import type { Turns } from '../../turns.ts';
import type { Vault } from '../../vault/contract.ts';
import { VaultError } from '../../vault/errors.ts';
import type { RetentionBook } from './book.ts';
import { RetentionChanges } from './changes.ts';
import { decideDisposal, proposeDisposal } from './disposal-deeds.ts';
import { Disposing } from './disposing.ts';
import { type ExtendWish, extendRetention } from './extend.ts';
import { liftHold, placeHold } from './hold-deeds.ts';
import { holdSomeCopies, lookAtCopy, type MirrorNow } from './mirror-holds.ts';
import { letGo, type Reconciled, reconcile, settled, type Waiting } from './reconcile.ts';

export interface CatchUp {
  readonly signal?: AbortSignal;
  readonly eager?: boolean;
  readonly withinMs?: number;
}

export interface RetentionRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly stationCode: string;
  readonly vault: Vault;
  readonly mirror: () => Promise<MirrorNow>;
  readonly book: RetentionBook;
  /** Writes the ledger's news into the vault; throws where it cannot. */
  readonly witness: () => Promise<unknown>;
  readonly step: (point: string) => void;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** From 0 up to 1. */
  readonly random: () => number;
}

const atOnce = 50;
/** How long who has given a command waits for the vaults; the daemon goes on after that. */
const personsMs = 10_000;
const backoff = { firstMs: 5_000, longestMs: 600_000 } as const;
/** Short of that, a store that was away for a moment is nobody's business. */
const failuresToTell = 3;
/** What a vault refuses of one original, a person must look at; it is tried again now and then. */
const asideMs = 3_600_000;

/**
 * Keeps what the vaults hold in step with what the ledger says must be kept: dates, legal holds, and what may go. Driven by
 * what has changed; what is not done yet waits in the database, over crashes and while a store is away.
 */
export class RetentionDesk {
  readonly #room: RetentionRoom;
  readonly #changes: RetentionChanges;
  readonly #disposing: Disposing;
  readonly #next: Statement<[string, number], Waiting>;
  /** By digest: until when it is left alone. */
  readonly #aside = new Map<string, number>();
  #failures = 0;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(room: RetentionRoom) {
    this.#room = room;
    this.#changes = new RetentionChanges(room.db, room.ledger);
    this.#disposing = new Disposing(room);
    this.#next = room.db.prepare(
      'SELECT sha256, releasing FROM work_retention WHERE sha256 > ? ORDER BY sha256 LIMIT ?',
    );
  }

  /**
   * Does what is to be done now, a part at a time, between which others have their turn. While a vault fails it is left
   * alone for a while, unless a person has just asked for something (`eager`). Throws only what is no vault's refusal. True:
   * nothing is left undone.
   * @param how.withinMs after that it is left to the next call: a station that has a million to look at for the first time
   *   must not keep a person waiting
   */
  async catchUp(how: CatchUp = {}): Promise<boolean> {
    const { clock } = this.#room;
    const { signal, eager = false, withinMs = Number.POSITIVE_INFINITY } = how;
    const began = clock.monotonicMs();
    if (!eager && began < this.#notBefore) return false;
    const over = (): boolean => signal?.aborted === true || clock.monotonicMs() - began > withinMs;
    try {
      while (!over() && (await this.#inTurn(() => this.#changes.follow())));
      await this.#reconcileAll(over);
      const mirror = await this.#room.mirror();
      // Holds of copies stand before anything goes, and nothing goes by halves: a disposal waits for both vaults.
      if (mirror !== 'away') await this.#withMirror(mirror, over);
      await this.#succeeded();
      return !over() && this.#aside.size === 0 && (mirror !== 'away' || !this.#disposing.waits());
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      await this.#failed(error);
      return false;
    }
  }

  /** Errors: those of `placeHold`. */
  async place(
    wish: { readonly of: 'evidence' | 'case'; readonly about: string; readonly reason: string },
    actor: Actor,
  ): Promise<{ readonly hold: string; readonly done: boolean }> {
    const hold = await this.#inTurn(() => placeHold(this.#room, wish, actor));
    return { hold, done: await this.catchUp({ eager: true, withinMs: personsMs }) };
  }

  /** Errors: those of `liftHold`. */
  async lift(hold: string, reason: string, actor: Actor): Promise<{ readonly done: boolean }> {
    await this.#inTurn(() => liftHold(this.#room, hold, reason, actor));
    return { done: await this.catchUp({ eager: true, withinMs: personsMs }) };
  }

  /** Errors: those of `extendRetention`. */
  async extend(wish: ExtendWish, actor: Actor): Promise<{ readonly done: boolean }> {
    await this.#inTurn(() => extendRetention(this.#room, wish, actor));
    return { done: await this.catchUp({ eager: true, withinMs: personsMs }) };
  }

  /** Errors: those of `proposeDisposal`. */
  async propose(
    wish: { readonly evidence: readonly string[] | null; readonly reason: string },
    actor: Actor,
  ): Promise<{ readonly disposal: string; readonly evidence: readonly string[] }> {
    // Takes off what nothing holds any more, as far as that can be done now.
    await this.catchUp({ eager: true, withinMs: personsMs });
    return await this.#inTurn(() => proposeDisposal(this.#room, wish, actor));
  }

  /** What is approved is carried out at once, as far as the vaults can be reached. Errors: those of `decideDisposal`. */
  async decide(
    wish: { readonly disposal: string; readonly decision: DisposalDecision; readonly note: string | null },
    actor: Actor,
  ): Promise<{ readonly done: boolean }> {
    await this.#inTurn(() => decideDisposal(this.#room, wish, actor));
    return { done: wish.decision !== 'approved' || (await this.catchUp({ eager: true })) };
  }

  async #withMirror(mirror: Vault | 'none', over: () => boolean): Promise<void> {
    if (mirror !== 'none') while (!over() && (await this.#inTurn(() => holdSomeCopies(this.#room, mirror))));
    const copies = mirror === 'none' ? null : mirror;
    await this.#disposing.carryOut(copies, (part) => this.#inTurn(part), over);
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    return this.#room.turns.take('retention', action);
  }

  async #reconcileAll(over: () => boolean): Promise<void> {
    for (let after: string | null = ''; after !== null && !over(); )
      after = await this.#inTurn(() => this.#part(after ?? ''));
  }

  /** The digest after which it goes on; null where there are no more. */
  async #part(after: string): Promise<string | null> {
    const waiting = this.#next.all(after, atOnce);
    const now = this.#room.clock.monotonicMs();
    await this.#some(waiting.filter(({ sha256 }) => (this.#aside.get(sha256) ?? 0) <= now));
    return waiting.at(-1)?.sha256 ?? null;
  }

  /** What a vault has done is entered in one commit, and what failed on the way waits on. */
  async #some(waiting: readonly Waiting[]): Promise<void> {
    const { ledger, vault, book, step } = this.#room;
    const done: { readonly sha256: string; readonly reconciled: Reconciled }[] = [];
    let failure: VaultError | null = null;
    for (const one of waiting) {
      const { sha256 } = one;
      const reconciled = await this.#trying(sha256, () => reconcile(book, vault, one));
      if (reconciled instanceof VaultError) {
        failure = reconciled;
        break;
      }
      if (reconciled !== null) done.push({ sha256, reconciled });
    }
    if (waiting.length === 0) return;
    step('retention.entered.before');
    await ledger.append(
      done.flatMap(({ reconciled }) => reconciled.drafts),
      done.flatMap(({ sha256, reconciled }) => [
        reconciled.work,
        ...(reconciled.drafts.length > 0 ? [lookAtCopy(sha256)] : []),
      ]),
    );
    step('retention.entered.after');
    if (failure !== null) throw failure;
    for (const { sha256, reconciled } of done) if (reconciled.release) await this.#release(sha256);
  }

  async #release(sha256: string): Promise<void> {
    const { ledger, vault, book } = this.#room;
    const failure = await this.#trying(sha256, () => letGo(vault, book, sha256));
    if (failure instanceof VaultError) throw failure;
    if (failure !== null) await ledger.append([], [settled(sha256)]);
  }

  /** Returns the error where the vault as a whole fails; null where it refuses this one. */
  async #trying<T>(sha256: string, action: () => Promise<T>): Promise<T | VaultError | null> {
    const { alarms, clock, log } = this.#room;
    try {
      const result = await action();
      if (this.#aside.delete(sha256)) await alarms.settle('original_unkept', sha256);
      return result;
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      if (!ofOneOriginal.has(error.code)) return error;
      log('original not kept as it should be', { sha256, error: error.message });
      this.#aside.set(sha256, clock.monotonicMs() + asideMs);
      await alarms.raise('original_unkept', 'critical', sha256, { sha256, found: error.message });
      return null;
    }
  }

  async #succeeded(): Promise<void> {
    const { alarms, vault } = this.#room;
    this.#failures = 0;
    this.#notBefore = Number.NEGATIVE_INFINITY;
    await alarms.settle('retention_failing', vault.id);
  }

  async #failed(error: VaultError): Promise<void> {
    const { clock, alarms, random, vault, log } = this.#room;
    this.#failures += 1;
    this.#notBefore = clock.monotonicMs() + pauseMs(backoff, this.#failures, random());
    log('retention waits', { error: error.message, failures: this.#failures });
    if (this.#failures >= failuresToTell)
      await alarms.raise('retention_failing', 'warning', vault.id, { found: error.message });
  }
}

/** What says something of one original alone, and not of the vault. */
const ofOneOriginal: ReadonlySet<string> = new Set([
  'vault.original_missing',
  'vault.object_foreign',
  'vault.lock_missing',
  'vault.hold_missing',
]);

import type { Clock } from '../../clock.ts';
import { machine } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { DisposalHindrance, GoneOriginal } from '../../custody/entry-kinds.ts';
import type { Ledger } from '../../custody/ledger.ts';
import type { Vault } from '../../vault/contract.ts';
import { VaultError } from '../../vault/errors.ts';
import type { RetentionBook } from './book.ts';
import { hindranceOf } from './hindrance.ts';
import { holdCopy } from './mirror-holds.ts';
import { type Decided, entriesNow, isOvertaken, unlessOvertaken } from './overtaken.ts';

export interface DisposingRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly book: RetentionBook;
  /**
   * Writes the ledger's news into the vault; throws where it cannot. What begins to go must be told there first: a
   * station rebuilt from its vault would else call it missing.
   */
  readonly witness: () => Promise<unknown>;
  readonly step: (point: string) => void;
}

interface Item {
  readonly evidence: string;
  readonly state: 'listed' | 'begun';
}

/** So many items begin with one commit, and one checkpoint in the vault. */
const itemsAtOnce = 50;
/** So many digests stand in one entry. */
const originalsAtOnce = 200;

/**
 * Carries approved disposals out, item by item: what begins to go is committed and in the vault's own copy of the
 * ledger before the first byte goes. May be broken off anywhere: what has begun goes on at the next call.
 */
export class Disposing {
  readonly #room: DisposingRoom;
  readonly #sql: ReturnType<typeof statements>;
  #mirror: Vault | null = null;

  constructor(room: DisposingRoom) {
    this.#room = room;
    this.#sql = statements(room.db);
  }

  /** Whether something approved is not carried out yet. */
  waits(): boolean {
    return this.#sql.approved.all().length > 0;
  }

  /**
   * Errors: those of the vaults that may pass, and of `witness`.
   * @param mirror where copies go with their originals; null: there is none
   * @param turn does one part while nothing else is done to holds and disposals
   */
  async carryOut(
    mirror: Vault | null,
    turn: <T>(part: () => Promise<T>) => Promise<T>,
    over: () => boolean,
  ): Promise<void> {
    this.#mirror = mirror;
    for (const disposal of this.#sql.approved.all())
      while (!over() && (await turn(() => this.#part(disposal))));
  }

  /** Whether there may be more of it. Somebody else may have ended it meanwhile. */
  async #part(disposal: string): Promise<boolean> {
    if (!this.#sql.approved.all().includes(disposal)) return false;
    const items = this.#sql.items.all(disposal, itemsAtOnce);
    if (items.length > 0) await this.#some(disposal, items);
    else await this.#finish(disposal);
    return items.length > 0;
  }

  async #some(disposal: string, items: readonly Item[]): Promise<void> {
    const { witness, step } = this.#room;
    const fresh = items.filter(({ state }) => state === 'listed').map(({ evidence }) => evidence);
    const upTo = entriesNow(this.#room.db);
    const drafts: AnyDraft[] = [];
    const going = new Set<string>();
    for (const evidence of fresh) drafts.push(...(await this.#beginning(disposal, evidence, going)));
    step('disposal.begun.before');
    const originals = fresh.flatMap((evidence) => this.#room.book.originalsOf(evidence));
    if (!(await this.#enter(drafts, { upTo, evidence: fresh, originals }))) return;
    step('disposal.begun.after');
    await witness();
    step('disposal.witnessed');
    const left = items.filter(({ evidence }) => this.#sql.state.get(disposal, evidence) === 'begun');
    for (const { evidence } of left) await this.#dispose(disposal, evidence);
  }

  /**
   * Looking at the vaults takes its time, in which somebody may file an item into a held case. False: somebody did, and
   * nothing has begun; the next part looks anew.
   */
  async #enter(drafts: readonly AnyDraft[], decided: Decided): Promise<boolean> {
    const { db, ledger } = this.#room;
    try {
      await ledger.append(drafts, [unlessOvertaken(decided)]);
      return true;
    } catch (error) {
      if (!isOvertaken(db, decided)) throw error;
      return false;
    }
  }

  /**
   * What the vaults say too is asked before anything begins, so that no item goes by halves.
   * @param going items that begin with the same commit; of what they share, the last one has it alone
   */
  async #beginning(disposal: string, evidence: string, going: Set<string>): Promise<readonly AnyDraft[]> {
    const { book, clock } = this.#room;
    const own = book.ownOriginals(evidence, going);
    const hindrance =
      hindranceOf(book, evidence, clock.now(), own)?.because ?? (await this.#vaultsHindrance(own));
    if (hindrance !== null) return [refused(disposal, evidence, hindrance, [])];
    going.add(evidence);
    const originals = own.flatMap((sha256): readonly GoneOriginal[] => {
      const standing = book.standing(sha256);
      return standing === null ? [] : [{ sha256, blake3: standing.blake3, bytes: standing.bytes }];
    });
    const parts = Math.max(1, Math.ceil(originals.length / originalsAtOnce));
    return Array.from({ length: parts }, (_, i) =>
      begun(disposal, evidence, originals.slice(i * originalsAtOnce, (i + 1) * originalsAtOnce)),
    );
  }

  async #vaultsHindrance(own: readonly string[]): Promise<DisposalHindrance | null> {
    const { vault: main, book, clock } = this.#room;
    for (const vault of this.#vaults())
      for (const sha256 of own) {
        const until = await vault.retainedUntil(sha256);
        const standing = book.standing(sha256);
        if (vault === main && !(await vault.holds(sha256, standing?.bytes ?? -1))) return 'missing';
        // A hold that was lifted while its copy was being made.
        if (vault !== main) await holdCopy(book, vault, sha256);
        if (until !== null && Temporal.Instant.compare(until, clock.now()) > 0) return 'still_locked';
        if (await vault.held(sha256)) return 'on_hold';
      }
    return null;
  }

  async #dispose(disposal: string, evidence: string): Promise<void> {
    const { ledger, step } = this.#room;
    const originals = this.#sql.going.all(evidence, disposal);
    for (const [i, sha256] of originals.entries()) {
      const because = await this.#remove(sha256, disposal);
      if (because === null) continue;
      await ledger.append([refused(disposal, evidence, because, originals.slice(i))]);
      return;
    }
    step('disposal.disposed.before');
    await ledger.append([this.#disposed(disposal, evidence, originals.length)]);
    step('disposal.disposed.after');
  }

  /** What hinders it, where a vault refuses to the end. */
  async #remove(sha256: string, disposal: string): Promise<DisposalHindrance | null> {
    for (const vault of this.#vaults())
      try {
        this.#room.step('disposal.remove.before');
        await vault.dispose(sha256, disposal);
        this.#room.step('disposal.remove.after');
      } catch (error) {
        const code = error instanceof VaultError ? error.code : null;
        if (code === 'vault.still_locked') return 'still_locked';
        if (code === 'vault.on_hold') return 'on_hold';
        // A vault that never had it has nothing to lose.
        if (code !== 'vault.original_missing') throw error;
      }
    return null;
  }

  #vaults(): readonly Vault[] {
    const { vault } = this.#room;
    return this.#mirror === null ? [vault] : [vault, this.#mirror];
  }

  #disposed(disposal: string, evidence: string, gone: number): AnyDraft {
    const { sha256 = '', bytes = 0 } = this.#sql.facts.get(evidence) ?? {};
    const kept = this.#room.book.originalsOf(evidence).length - gone;
    const data = { disposal, evidence, sha256, bytes, gone, kept };
    const subject = { kind: 'evidence', id: evidence } as const;
    return { type: 'evidence.disposed', actor: machine, subject, data, personal: {} };
  }

  async #finish(disposal: string): Promise<void> {
    const { disposed = 0, refused: refusals = 0 } = this.#sql.counts.get(disposal) ?? {};
    const subject = { kind: 'disposal', id: disposal } as const;
    const data = { disposal, disposed, refused: refusals };
    await this.#room.ledger.append([
      { type: 'disposal.finished', actor: machine, subject, data, personal: {} },
    ]);
  }
}

function begun(disposal: string, evidence: string, originals: readonly GoneOriginal[]): AnyDraft {
  const subject = { kind: 'evidence', id: evidence } as const;
  const data = { disposal, evidence, originals };
  return { type: 'evidence.disposal_begun', actor: machine, subject, data, personal: {} };
}

function refused(
  disposal: string,
  evidence: string,
  because: DisposalHindrance,
  standing: readonly string[],
): AnyDraft {
  const subject = { kind: 'evidence', id: evidence } as const;
  const data = { disposal, evidence, because, standing };
  return { type: 'evidence.disposal_refused', actor: machine, subject, data, personal: {} };
}

function statements(db: Db) {
  return {
    approved: db
      .prepare<[], string>(
        `SELECT disposal FROM view_disposal WHERE state = 'approved' AND finished IS NULL ORDER BY seq`,
      )
      .pluck(),
    items: db.prepare<[string, number], Item>(
      `SELECT evidence, state FROM view_disposal_item WHERE disposal = ? AND state IN ('listed', 'begun')
       ORDER BY evidence LIMIT ?`,
    ),
    state: db
      .prepare<[string, string], string>(
        'SELECT state FROM view_disposal_item WHERE disposal = ? AND evidence = ?',
      )
      .pluck(),
    going: db
      .prepare<[string, string], string>(
        'SELECT sha256 FROM view_disposed WHERE evidence = ? AND disposal = ? AND done IS NULL ORDER BY sha256',
      )
      .pluck(),
    facts: db.prepare<[string], { sha256: string; bytes: number }>(
      'SELECT sha256, bytes FROM view_evidence WHERE evidence = ?',
    ),
    counts: db.prepare<[string], { disposed: number; refused: number }>(
      `SELECT count(*) FILTER (WHERE state = 'disposed') AS disposed,
         count(*) FILTER (WHERE state = 'refused') AS refused FROM view_disposal_item WHERE disposal = ?`,
    ),
  };
}

import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import { type Alarms, machine } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import { CustodyError } from '../../custody/error.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { publishCheckpoints } from '../../custody/publish-log.ts';
import { pauseMs } from '../../intake/uploads/backoff.ts';
import type { Turns } from '../../turns.ts';
import type { OriginalFacts, Pace, Vault } from '../../vault/contract.ts';
import { passes, VaultError } from '../../vault/errors.ts';
import type { Copies } from '../../vault/fixity/copies.ts';
import type { Holder } from '../../vault/holder.ts';
import { lockOfCopy } from '../../vault/lock-date.ts';
import { knownMirrors, MirrorBook, type SingleOriginal } from '../../vault/mirror/mirror-book.ts';
import { Pacer, ReadEnded } from '../../vault/pacer.ts';
import { sweepCopies } from '../../vault/stage-copy.ts';
import type { Watched } from '../fixity/fixity-desk.ts';
import type { StationVault } from '../open-vault.ts';
import { addressAt, type VaultPlace } from '../vault-place.ts';
import { type CopyOutcome, copyToMirror } from './copy-to-mirror.ts';

export interface MirrorRoom {
  readonly settings: {
    readonly stationCode: string;
    readonly mebibytesPerSecond: number;
    readonly reserveBytes: number;
  };
  /** Where it is; null: there is none. */
  readonly place: VaultPlace | null;
  readonly open: (place: VaultPlace, id: string) => Promise<StationVault>;
  readonly db: Db;
  readonly copies: Copies;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly main: Holder;
  /** An original turned out damaged while it was copied. */
  readonly damaged: (facts: OriginalFacts) => Promise<void>;
  readonly step: (point: string) => void;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** What became of a pass. */
export interface MirrorPass {
  readonly copied: number;
  /** Those that could not be copied now. */
  readonly failed: number;
}

/** Failures of the mirror itself, or of the vault: no other original would fare better. */
const ofTheWhole: ReadonlySet<string> = new Set([
  'vault.marker_missing',
  'vault.marker_other',
  'vault.full',
  'vault.unwritable',
  'vault.store_refused',
  'vault.store_certificate',
]);

const backoff = { firstMs: 10_000, longestMs: 600_000 } as const;
const lookMs = 5_000;
const page = 50;
const openAgainMs = 30_000;
const datesAgainMs = 6 * 3_600_000;
const failedAgainMs = 3_600_000;

/** Keeps the mirror up to the vault: originals, their dates, and the log. What it has stands in the ledger. */
export class MirrorDesk {
  readonly #room: MirrorRoom;
  readonly #book: MirrorBook;
  readonly #notBefore = new Map<string, number>();
  #standing: StationVault | null = null;
  #triedAt = Number.NEGATIVE_INFINITY;
  #datesAt = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(room: MirrorRoom) {
    this.#room = room;
    this.#book = new MirrorBook(room.db);
  }

  /** The mirror as it stands now; null where there is none, or where its disk or its store is not there. */
  async holder(): Promise<Holder | null> {
    const { place, turns } = this.#room;
    if (place === null) return null;
    return await turns.take('mirror open', () => this.#holderAt(place));
  }

  /** `away`: there are copies that cannot be reached now; `none`: there are none. */
  async now(): Promise<Vault | 'none' | 'away'> {
    const { place, db } = this.#room;
    if (place === null || knownMirrors(db).length === 0) return 'none';
    return (await this.holder())?.vault ?? 'away';
  }

  async #holderAt(place: VaultPlace): Promise<Holder | null> {
    const standing = this.#standing;
    if (standing !== null) {
      const there = await standing.vault.space().then(
        () => true,
        () => false,
      );
      if (there) return standing;
      this.#close();
    }
    const now = this.#room.clock.monotonicMs();
    if (now - this.#triedAt < openAgainMs) return null;
    this.#triedAt = now;
    return await this.#open(place);
  }

  async #open(place: VaultPlace): Promise<Holder | null> {
    const { db, alarms, open, settings, log } = this.#room;
    const { stationCode } = settings;
    const address = addressAt(place);
    const [known] = knownMirrors(db);
    if (known === undefined || (known.place ?? address) !== address) {
      await alarms.raise('mirror_not_made', 'warning', stationCode, { place: address });
      return null;
    }
    try {
      const standing = await open(place, known.vault);
      await sweepCopies(standing.staging);
      this.#standing = standing;
      await alarms.settle('mirror_not_made', stationCode);
      await alarms.settle('mirror_absent', stationCode);
      return standing;
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      log('mirror not there', { error: error.message });
      await alarms.raise('mirror_absent', 'warning', stationCode, { place: address, found: error.message });
      return null;
    }
  }

  /** Goes on until the station closes. */
  async run(watched: Watched): Promise<void> {
    if (this.#room.place === null) return;
    const { signal, busy } = watched;
    while (!signal.aborted) {
      const failed = busy() ? false : !(await this.#quietly(() => this.catchUp(watched)));
      this.#failures = failed ? this.#failures + 1 : 0;
      const pause = failed ? pauseMs(backoff, this.#failures, randomInt(1_000) / 1_000) : lookMs;
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether all of it went well. Errors: those of the ledger. */
  async #quietly(pass: () => Promise<MirrorPass | null>): Promise<boolean> {
    try {
      return ((await pass())?.failed ?? 0) === 0;
    } catch (error) {
      if (error instanceof CustodyError) throw error;
      if (error instanceof ReadEnded) return true;
      await this.#tell(error);
      return false;
    }
  }

  async #tell(error: unknown): Promise<void> {
    const { alarms, settings, log } = this.#room;
    const found = error instanceof Error ? error.message : String(error);
    log('mirror failing', { error: found });
    await alarms.raise('mirror_failing', 'warning', settings.stationCode, { found });
  }

  /**
   * Brings the mirror up to the vault, as far as it can now: log first (it is small, and it proves the rest), then
   * originals, then dates. Null where the mirror is not there. Errors: those of writing to it and of the ledger.
   */
  async catchUp({ signal, busy }: Watched): Promise<MirrorPass | null> {
    const mirror = await this.holder();
    if (mirror === null) return null;
    const { alarms, clock, settings, ledger, db } = this.#room;
    const bytesPerSecond = settings.mebibytesPerSecond * 1_048_576;
    const { pace } = new Pacer({ clock, bytesPerSecond, busy, signal });
    await publishCheckpoints(ledger, db, mirror.vault, `mirror ${mirror.vault.id}`);
    const pass = await this.#copyAll(mirror, pace, signal);
    await this.#extendDates(mirror);
    if (pass.failed === 0) await alarms.settle('mirror_failing', settings.stationCode);
    return pass;
  }

  async #copyAll(mirror: Holder, pace: Pace, signal: AbortSignal): Promise<MirrorPass> {
    let [copied, failed] = [0, 0];
    for (let next = this.#next(); next.length > 0 && !signal.aborted; next = this.#next()) {
      for (const one of next) {
        if (signal.aborted) break;
        if (await this.#copied(mirror, one, pace)) copied += 1;
        else {
          failed += 1;
          this.#notBefore.set(one.sha256, this.#room.clock.monotonicMs() + failedAgainMs);
        }
      }
    }
    return { copied, failed };
  }

  /** Those that failed wait behind the others. */
  #next(): readonly SingleOriginal[] {
    const now = this.#room.clock.monotonicMs();
    const waiting = [...this.#notBefore].filter(([, at]) => at > now);
    if (waiting.length < this.#notBefore.size)
      for (const [sha256, at] of this.#notBefore) if (at <= now) this.#notBefore.delete(sha256);
    return this.#book.next(page + waiting.length).filter(({ sha256 }) => !this.#notBefore.has(sha256));
  }

  /** One that fails for a reason of its own must not keep the others from the mirror. */
  async #copied(mirror: Holder, one: SingleOriginal, pace: Pace): Promise<boolean> {
    try {
      return (await this.#copy(mirror, one, pace)) === 'mirrored';
    } catch (error) {
      if (!(error instanceof VaultError) || passes(error) || ofTheWhole.has(error.code)) throw error;
      await this.#tell(error);
      return false;
    }
  }

  async #copy(mirror: Holder, one: SingleOriginal, pace: Pace): Promise<CopyOutcome['is']> {
    const { copies, clock, settings, main, ledger, step } = this.#room;
    const outcome = await copyToMirror(
      { main, mirror, reserveBytes: settings.reserveBytes, step },
      {
        facts: one,
        until: lockOfCopy(Temporal.Instant.from(one.retainUntil), clock.now()),
        about: copies.about(settings.stationCode, one.sha256),
        pace,
      },
    );
    if (outcome.is === 'mirrored') {
      if (copies.onHold(one.sha256)) await mirror.vault.hold(one.sha256);
      await ledger.append([mirrored(mirror, one, outcome)]);
    } else if (outcome.is === 'main_damaged') await this.#room.damaged(one);
    return outcome.is;
  }

  /** Of originals that are locked for longer than their copy, by whatever way that came. */
  async #extendDates({ vault }: Holder): Promise<void> {
    const now = this.#room.clock.monotonicMs();
    if (now - this.#datesAt < datesAgainMs) return;
    for (let short = this.#book.lockedShort(vault.id, page); short.length > 0; ) {
      for (const { sha256, object, retainUntil } of short) {
        const until = await vault.retain(sha256, Temporal.Instant.from(retainUntil));
        await this.#room.ledger.append([
          {
            type: 'mirror.retained',
            actor: machine,
            subject: { kind: 'original', id: sha256 },
            data: { sha256, vault: vault.id, object, retainUntil: until.toString() },
            personal: {},
          },
        ]);
      }
      short = this.#book.lockedShort(vault.id, page);
    }
    this.#datesAt = now;
  }

  /** Nothing is asked of its store any more. */
  close(): void {
    this.#close();
  }

  #close(): void {
    this.#standing?.end();
    this.#standing = null;
  }
}

function mirrored(
  { vault }: Holder,
  { sha256, bytes }: OriginalFacts,
  { published }: Extract<CopyOutcome, { is: 'mirrored' }>,
): AnyDraft {
  const { object, immutable, retainUntil } = published;
  return {
    type: 'original.mirrored',
    actor: machine,
    subject: { kind: 'original', id: sha256 },
    data: { sha256, vault: vault.id, object, bytes, retainUntil: retainUntil.toString(), immutable },
    personal: {},
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { machine } from '../../custody/alarms.ts';
import { CustodyError } from '../../custody/error.ts';
import type { Pace } from '../../vault/contract.ts';
import { countAnew, forgetCopy } from '../../vault/fixity/copies.ts';
import { ageDays, isPressing, neededFor, neededRate, shareSeconds } from '../../vault/fixity/schedule.ts';
import type { Holder } from '../../vault/holder.ts';
import { LocalVault } from '../../vault/local/local-vault.ts';
import { Pacer, ReadEnded } from '../../vault/pacer.ts';
import { straysIn } from '../strays.ts';
import { type CopyChecked, checkCopy } from './check-copy.ts';
import type { FixityRoom } from './fixity-room.ts';
import { type ReadingOn, Readings } from './readings.ts';

/** What a check that a person asked for came to. */
export interface CheckedNow {
  /** Copies that were read, and their bytes. */
  readonly checked: number;
  readonly bytes: number;
  /** Those of them that are not, or were not, as they should be. */
  readonly unsound: readonly CopyChecked[];
  readonly unreached: number;
}

/** How a station lets itself be read while it works. */
export interface Watched {
  readonly signal: AbortSignal;
  /** Whether cards are being read. */
  readonly busy: () => boolean;
}

const summaryHours = 24;
/** What is damaged is looked at again this often: a mirror comes back, a disk is put right. */
const damagedAgainMs = 3_600_000;
/** What could not be looked at, and a vault that does not answer, are left alone this long. */
const failedAgainMs = 600_000;
const walkAgainMs = 86_400_000;
const lookMs = 60_000;
const looked = 200;

/** Reads every copy back again and again, the one that was read longest ago first. */
export class FixityDesk {
  /** What persons have asked for, while it is read. */
  readonly readings = new Readings();
  readonly #room: FixityRoom;
  readonly #notBefore = new Map<string, number>();
  readonly #next = new Map<string, number>();
  readonly #damagedAt = new Map<string, number>();
  readonly #walkedAt = new Map<string, number>();
  readonly #closing = new AbortController();

  constructor(room: FixityRoom) {
    this.#room = room;
  }

  /** Goes on until the station closes: the vault and its mirror beside each other, for they are two disks. */
  async run(watched: Watched): Promise<void> {
    if (this.#room.settings.days === 0) return;
    const lines = [async () => this.#room.main, () => this.#room.mirror()];
    await Promise.all(lines.map((holder) => this.#line(holder, watched)));
  }

  async #line(holder: () => Promise<Holder | null>, { signal, busy }: Watched): Promise<void> {
    const pace = this.#pacer(signal, busy);
    while (!signal.aborted) {
      const at = await holder();
      const pause = at === null || busy() ? lookMs : await this.step(at, pace);
      await wait(Math.min(pause, lookMs), undefined, { signal }).catch(() => undefined);
    }
  }

  #pacer(signal: AbortSignal, busy: () => boolean): Pace {
    const bytesPerSecond = this.#room.settings.mebibytesPerSecond * 1_048_576;
    return new Pacer({ clock: this.#room.clock, bytesPerSecond, busy, signal }).pace;
  }

  /**
   * Reads one copy back if one is due and says how many milliseconds until the next look. Errors: those of the ledger;
   * whatever else fails here is tried again later.
   */
  async step(holder: Holder, pace?: Pace): Promise<number> {
    const { clock, log } = this.#room;
    const { id } = holder.vault;
    try {
      await this.#lookAtDamaged(holder, pace);
      await this.sumUp(id);
      await this.#lookForStrays(holder);
      const due = this.#due(id);
      if (due === null) return Math.max(0, (this.#next.get(id) ?? 0) - clock.monotonicMs()) || lookMs;
      await this.#checkDue(holder, due, pace);
      return Math.max(0, (this.#next.get(id) ?? 0) - clock.monotonicMs());
    } catch (error) {
      if (error instanceof CustodyError) throw error;
      if (error instanceof ReadEnded) return lookMs;
      log('fixity check failed', { vault: id, error: String(error) });
      return failedAgainMs;
    }
  }

  /** The copy to read now, or null where none is due. */
  #due(vault: string): { readonly sha256: string; readonly bytes: number } | null {
    const { copies, clock, settings } = this.#room;
    const now = clock.monotonicMs();
    const next = copies
      .oldest(vault, looked)
      .find(({ sha256 }) => (this.#notBefore.get(`${vault} ${sha256}`) ?? 0) <= now);
    if (next === undefined) return null;
    const turn = this.#next.get(vault) ?? this.#firstTurn(vault, next.bytes);
    const pressing = isPressing(Temporal.Instant.from(next.checked), clock.now(), settings.days);
    return pressing || now >= turn ? next : null;
  }

  /** A station that was just started begins nothing at once that is not pressing. */
  #firstTurn(vault: string, bytes: number): number {
    const { copies, clock, settings } = this.#room;
    const turn = clock.monotonicMs() + shareSeconds(bytes, copies.held(vault), settings.days) * 1_000;
    this.#next.set(vault, turn);
    return turn;
  }

  async #checkDue(holder: Holder, due: { sha256: string; bytes: number }, pace?: Pace): Promise<void> {
    const { copies, ledger, clock } = this.#room;
    const { id } = holder.vault;
    const facts = copies.facts(due.sha256);
    if (facts === null) {
      await ledger.append([], [forgetCopy(id, due.sha256)]);
      return;
    }
    const began = clock.monotonicMs();
    this.#notBefore.set(`${id} ${due.sha256}`, began + failedAgainMs);
    await checkCopy(this.#room, holder, facts, pace);
    this.#notBefore.delete(`${id} ${due.sha256}`);
    const share = shareSeconds(due.bytes, copies.held(id), this.#room.settings.days) * 1_000;
    this.#next.set(id, began + share);
  }

  async #lookAtDamaged(holder: Holder, pace?: Pace): Promise<void> {
    const { copies, clock } = this.#room;
    const { id } = holder.vault;
    const now = clock.monotonicMs();
    if (now - (this.#damagedAt.get(id) ?? Number.NEGATIVE_INFINITY) < damagedAgainMs) return;
    this.#damagedAt.set(id, now);
    for (const { sha256 } of copies.openDamage(id)) {
      // What is to be held no more is not missed.
      const facts = copies.one(id, sha256) === null ? null : copies.facts(sha256);
      if (facts !== null) await checkCopy(this.#room, holder, facts, pace);
    }
  }

  /** Once a day, and once after each start: files among the originals that no entry names. Nothing is done to them. */
  async #lookForStrays({ vault }: Holder): Promise<void> {
    const { alarms, clock, db } = this.#room;
    const now = clock.monotonicMs();
    const last = this.#walkedAt.get(vault.id) ?? Number.NEGATIVE_INFINITY;
    if (!(vault instanceof LocalVault) || now - last < walkAgainMs) return;
    this.#walkedAt.set(vault.id, now);
    const { count, names, whole } = await straysIn(vault, db.name, () => this.#closing.signal.aborted);
    const [example] = names;
    if (example !== undefined)
      await alarms.raise('strays_in_vault', 'warning', vault.id, { vault: vault.id, count, example });
    else if (whole) await alarms.settle('strays_in_vault', vault.id);
  }

  /** Once a day enters what was read back, and raises an alarm where the days do not suffice. */
  async sumUp(vault: string): Promise<void> {
    const { copies, clock, ledger, settings } = this.#room;
    const counted = copies.counted(vault);
    const now = clock.now();
    if (counted === null || counted.checked === 0) return;
    const from = Temporal.Instant.from(counted.from);
    if (now.since(from).total('hours') < summaryHours) return;
    const held = copies.held(vault);
    const allSince = copies.oldest(vault, 1)[0]?.checked ?? null;
    const subject = { kind: 'station', id: settings.stationCode } as const;
    const data = { vault, ...counted, held: held.count, heldBytes: held.bytes, allSince };
    await this.#warn(vault, allSince, now);
    await ledger.append(
      [{ type: 'fixity.summary', actor: machine, subject, data, personal: {} }],
      [countAnew(vault, now)],
    );
  }

  /** Late on two days one after the other: a station that was off for a while catches up within one. */
  async #warn(vault: string, allSince: string | null, now: Temporal.Instant): Promise<void> {
    const { copies, alarms, settings } = this.#room;
    const { days, mebibytesPerSecond: rate } = settings;
    const held = copies.held(vault);
    const age = allSince === null ? 0 : ageDays(Temporal.Instant.from(allSince), now);
    const before = copies.summedUp(vault, now.subtract({ hours: 3 * summaryHours }));
    const late = age > days && before !== null && ageDays(before, now) > days;
    const needed = neededFor(held, { days, age, rate });
    if (!late && neededRate(held, days) <= rate) return await alarms.settle('fixity_behind', vault);
    await alarms.raise('fixity_behind', 'warning', vault, {
      ...{ days, rate, needed, count: held.count },
      oldest: Math.floor(age),
    });
  }

  /**
   * Reads back now what a person asks for, in the vault and in the mirror: some originals, all, or those that are due.
   * What cannot be read for another reason than damage is counted as `unreached`.
   */
  async checkNow(
    wish: readonly string[] | 'all' | 'due',
    busy: () => boolean,
    told?: ReadingOn,
  ): Promise<CheckedNow> {
    const { signal } = this.#closing;
    // A few are waited for by whoever asked; of many nobody may notice anything.
    const pace = typeof wish === 'string' ? this.#pacer(signal, busy) : endedBy(signal, told);
    const mirror = await this.#room.mirror();
    const sum = { checked: 0, bytes: 0, unreached: 0, unsound: [] as CopyChecked[] };
    for (const holder of [this.#room.main, ...(mirror === null ? [] : [mirror])])
      for (const sha256 of this.#wished(holder.vault.id, wish)) {
        const checked = await this.#checkOne(holder, sha256, pace);
        if (checked === null) continue;
        if (checked === 'unreached') {
          sum.unreached += 1;
          continue;
        }
        sum.checked += 1;
        sum.bytes += checked.bytes;
        told?.onCopy(checked);
        if (checked.outcome !== 'sound') sum.unsound.push(checked);
      }
    if (mirror === null) sum.unreached += this.#outOfReach(wish);
    return sum;
  }

  /** How many of those copies a mirror has that is away. */
  #outOfReach(wish: readonly string[] | 'all' | 'due'): number {
    const away = this.#room.mirrorVault();
    if (away === null) return 0;
    return [...this.#wished(away, wish)].filter((sha256) => this.#room.copies.facts(sha256) !== null).length;
  }

  async #checkOne(holder: Holder, sha256: string, pace: Pace): Promise<CopyChecked | 'unreached' | null> {
    const facts = this.#room.copies.facts(sha256);
    if (facts === null) return null;
    try {
      return await checkCopy(this.#room, holder, facts, pace);
    } catch (error) {
      if (error instanceof CustodyError || error instanceof ReadEnded) throw error;
      this.#room.log('fixity check failed', { vault: holder.vault.id, error: String(error) });
      return 'unreached';
    }
  }

  *#wished(vault: string, wish: readonly string[] | 'all' | 'due'): Generator<string> {
    const { copies, clock, settings } = this.#room;
    if (typeof wish !== 'string') {
      yield* wish.filter((sha256) => copies.one(vault, sha256) !== null);
      return;
    }
    const now = clock.now();
    for (let page = copies.page(vault, '', looked); page.length > 0; ) {
      for (const { sha256, checked } of page) {
        const due = settings.days > 0 && isPressing(Temporal.Instant.from(checked), now, settings.days);
        if (wish === 'all' || due) yield sha256;
      }
      page = copies.page(vault, page.at(-1)?.sha256 ?? '', looked);
    }
  }

  /** Ends whatever a person has asked for. */
  stop(): void {
    this.#closing.abort();
  }
}

/** As fast as it can, until the station closes. */
function endedBy(signal: AbortSignal, told: ReadingOn | undefined): Pace {
  return async (bytes) => {
    if (signal.aborted) throw new ReadEnded('the read was ended');
    told?.onRead(bytes);
  };
}

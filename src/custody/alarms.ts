import type { AlarmCode } from '../texts/alarms.ts';
import { canonicalText } from './canonical.ts';
import type { Db } from './database.ts';
import type { Actor, AnyDraft } from './entry.ts';
import { CustodyError } from './error.ts';
import type { Ledger } from './ledger.ts';

export type Severity = 'notice' | 'warning' | 'critical';

/** Raised, seen by somebody, handled, closed: only then may the same thing be raised anew. */
export type AlarmState = 'raised' | 'acknowledged' | 'handled' | 'closed';

export const machine: Actor = { kind: 'machine', id: 'station' };

/**
 * Raises alarms and leads them through their life. One that is not closed is not raised again under the same key, whoever
 * has seen or handled it meanwhile.
 */
export class Alarms {
  readonly #ledger: Ledger;
  readonly #station: string;
  /** Those that are not closed, by their key. */
  readonly #open: Map<string, string>;
  #count: number;

  constructor(ledger: Ledger, db: Db, station: string) {
    this.#ledger = ledger;
    this.#station = station;
    this.#count = lastNumber(db, station);
    const standing = db.prepare<[], { key: string; alarm: string }>(
      `SELECT key, alarm FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE state <> 'closed'`,
    );
    this.#open = new Map(standing.all().map(({ key, alarm }) => [key, alarm]));
  }

  /** @param about what it concerns: with the code the key under which it is raised once. */
  async raise(
    code: AlarmCode,
    severity: Severity,
    about: string,
    params: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    const key = `${code}:${about}`;
    if (this.#open.has(key)) return;
    const alarm = `${this.#station}-A${String(++this.#count).padStart(6, '0')}`;
    this.#open.set(key, alarm);
    try {
      await this.#enter({
        type: 'alarm.raised',
        actor: machine,
        subject: { kind: 'alarm', id: alarm },
        data: { alarm, code, key, severity },
        personal: { params: canonicalText(params) },
      });
    } catch (error) {
      // What the ledger does not hold nobody sees: it must be raised again.
      this.#open.delete(key);
      throw error;
    }
  }

  /** What the alarms of this code that are not closed are about. */
  about(code: AlarmCode): readonly string[] {
    const prefix = `${code}:`;
    return [...this.#open.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  /** Closes the alarm about this, if there is one: its cause is gone. */
  async settle(code: AlarmCode, about: string): Promise<void> {
    const key = `${code}:${about}`;
    const alarm = this.#open.get(key);
    if (alarm === undefined) return;
    await this.#close(key, {
      type: 'alarm.closed',
      actor: machine,
      subject: { kind: 'alarm', id: alarm },
      data: { alarm, because: 'cause_gone' },
      personal: {},
    });
  }

  /** Error: `custody.alarm_unknown`. One that somebody has seen already stays as it is. */
  async acknowledge(db: Db, alarm: string, actor: Actor, note: string | null): Promise<void> {
    if (standingAlarm(db, alarm).state !== 'raised') return;
    await this.#enter({
      type: 'alarm.acknowledged.2',
      actor,
      subject: { kind: 'alarm', id: alarm },
      data: { alarm },
      personal: note === null ? {} : { note },
    });
  }

  /** What was done about it; may be said again as more is done. Errors: `custody.alarm_unknown`, `custody.alarm_closed`. */
  async handle(db: Db, alarm: string, actor: Actor, text: string): Promise<void> {
    if (standingAlarm(db, alarm).state === 'closed')
      throw new CustodyError('custody.alarm_closed', { alarm });
    await this.#enter({
      type: 'alarm.handled',
      actor,
      subject: { kind: 'alarm', id: alarm },
      data: { alarm },
      personal: { text },
    });
  }

  /**
   * Ends it. One that nobody has handled needs a note that says why. Errors: `custody.alarm_unknown`,
   * `custody.alarm_unhandled`. One closed before stays as it is.
   */
  async close(db: Db, alarm: string, actor: Actor, note: string | null): Promise<void> {
    const { key, state } = standingAlarm(db, alarm);
    if (state === 'closed') return;
    if (state !== 'handled' && note === null)
      throw new CustodyError('custody.alarm_unhandled', { alarm }, { field: 'note' });
    await this.#close(key, {
      type: 'alarm.closed',
      actor,
      subject: { kind: 'alarm', id: alarm },
      data: { alarm, because: 'person' },
      personal: note === null ? {} : { note },
    });
  }

  async #close(key: string, draft: AnyDraft): Promise<void> {
    const alarm = this.#open.get(key);
    // Before the entry: the same thing happening meanwhile is news to whoever closes.
    this.#open.delete(key);
    try {
      await this.#enter(draft);
    } catch (error) {
      if (alarm !== undefined && !this.#open.has(key)) this.#open.set(key, alarm);
      throw error;
    }
  }

  async #enter(draft: AnyDraft): Promise<void> {
    await this.#ledger.append([draft]);
  }
}

/** Error: `custody.alarm_unknown`. */
function standingAlarm(db: Db, alarm: string): { readonly key: string; readonly state: AlarmState } {
  const found = db
    .prepare<[string], { key: string; state: AlarmState }>(
      'SELECT key, state FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE alarm = ?',
    )
    .get(alarm);
  if (found === undefined) throw new CustodyError('custody.alarm_unknown', { alarm }, { field: 'ID' });
  return found;
}

/** Not how many there are: a number whose entry was refused is given to no other alarm. */
function lastNumber(db: Db, station: string): number {
  const numbers = db.prepare<[string], number | null>(
    `SELECT max(CAST(substr(alarm, length(?) + 1) AS INTEGER)) FROM view_alarm`,
  );
  return numbers.pluck().get(`${station}-A`) ?? 0;
}

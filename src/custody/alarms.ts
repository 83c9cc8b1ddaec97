import type { AlarmCode } from '../texts/alarms.ts';
import { canonicalText } from './canonical.ts';
import type { Db } from './database.ts';
import type { Actor } from './entry.ts';
import { CustodyError } from './error.ts';
import type { Ledger } from './ledger.ts';

export type Severity = 'notice' | 'warning' | 'critical';

export interface Alarm {
  readonly alarm: string;
  readonly code: string;
  readonly severity: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly raised: string;
  readonly acknowledged: string | null;
  readonly acknowledger: string | null;
  readonly note: string | null;
}

export const machine: Actor = { kind: 'machine', id: 'station' };

/** Raises and acknowledges alarms. One that is open is not raised again under the same key. */
export class Alarms {
  readonly #ledger: Ledger;
  readonly #station: string;
  readonly #open: Set<string>;
  #count: number;

  constructor(ledger: Ledger, db: Db, station: string) {
    this.#ledger = ledger;
    this.#station = station;
    this.#count = lastNumber(db, station);
    this.#open = new Set(
      db.prepare<[], string>('SELECT key FROM view_alarm WHERE acknowledged IS NULL').pluck().all(),
    );
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
    this.#open.add(key);
    const alarm = `${this.#station}-A${String(++this.#count).padStart(6, '0')}`;
    try {
      await this.#ledger.append([
        {
          type: 'alarm.raised',
          actor: machine,
          subject: { kind: 'alarm', id: alarm },
          data: { alarm, code, key, severity },
          personal: { params: canonicalText(params) },
        },
      ]);
    } catch (error) {
      // What the ledger does not hold nobody sees: it must be raised again.
      this.#open.delete(key);
      throw error;
    }
  }

  /** Errors: `custody.alarm_unknown`. An alarm acknowledged before stays as it is. */
  async acknowledge(db: Db, alarm: string, actor: Actor, note: string | null): Promise<void> {
    const found = db
      .prepare<[string], { key: string; acknowledged: string | null }>(
        'SELECT key, acknowledged FROM view_alarm WHERE alarm = ?',
      )
      .get(alarm);
    if (found === undefined) throw new CustodyError('custody.alarm_unknown', { alarm });
    if (found.acknowledged !== null) return;
    // Before the entry: the same thing happening meanwhile is news to whoever acknowledges.
    this.#open.delete(found.key);
    try {
      await this.#ledger.append([
        {
          type: 'alarm.acknowledged',
          actor,
          subject: { kind: 'alarm', id: alarm },
          data: { alarm },
          personal: note === null ? {} : { note },
        },
      ]);
    } catch (error) {
      this.#open.add(found.key);
      throw error;
    }
  }
}

/** Not how many there are: a number whose entry was refused is given to no other alarm. */
function lastNumber(db: Db, station: string): number {
  const numbers = db.prepare<[string], number | null>(
    `SELECT max(CAST(substr(alarm, length(?) + 1) AS INTEGER)) FROM view_alarm`,
  );
  return numbers.pluck().get(`${station}-A`) ?? 0;
}

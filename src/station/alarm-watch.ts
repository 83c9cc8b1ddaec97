import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Alarms } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { Finder } from '../deadlines/missing/missing.ts';
import type { AlarmCode } from '../texts/alarms.ts';
import type { Turns } from '../turns.ts';

/** Whether what an alarm of some code is about is still so. */
export type Cause = (about: string) => boolean;

export interface WatchRoom {
  readonly db: Db;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  /** What may be missing. */
  readonly finders: readonly Finder[];
  /** Alarms that others raise, and whose cause can be seen to be gone. */
  readonly causes: Readonly<Partial<Record<AlarmCode, Cause>>>;
}

/** Between so many alarms others have their turn. */
const alarmsAtOnce = 10;

/** Looks for what ought to be there and is not, and closes alarms whose cause is gone. */
export class AlarmWatch {
  readonly #room: WatchRoom;
  readonly #ended: import('better-sqlite3').Statement<[string], string | null>;

  constructor(room: WatchRoom) {
    this.#room = room;
    this.#ended = room.db
      .prepare<[string], string | null>(
        `SELECT because FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE key = ?
         ORDER BY view_alarm.rowid DESC LIMIT 1`,
      )
      .pluck();
  }

  /** Closes what is gone, then raises what is missing. @param signal ends it between two pages */
  async look(signal?: AbortSignal): Promise<void> {
    await this.closeGone();
    for (const finder of this.#room.finders) await this.#raise(finder, signal);
  }

  /** The same for one kind of thing: what has come up by a docking is told at once. */
  async lookFor(code: Finder['code']): Promise<void> {
    for (const finder of this.#room.finders.filter((one) => one.code === code)) {
      const stands = (about: string): boolean => finder.stands(about, this.#room.clock.now());
      await this.#room.turns.take('watch', () => this.#closeThose(code, stands));
      await this.#raise(finder);
    }
  }

  async #raise(finder: Finder, signal?: AbortSignal): Promise<void> {
    for (let after: string | null = ''; after !== null && signal?.aborted !== true; ) {
      after = await this.#room.turns.take('watch', () => this.#page(finder, after ?? ''));
      await othersTurn();
    }
  }

  /** Only closes: what follows from a person's deed, or from a docking, is seen at once. */
  async closeGone(): Promise<void> {
    const { finders, causes } = this.#room;
    const now = this.#room.clock.now();
    const all: readonly (readonly [AlarmCode, Cause])[] = [
      ...finders.map((finder) => [finder.code, (about: string) => finder.stands(about, now)] as const),
      ...Object.entries(causes).map(([code, stands]) => [code as AlarmCode, stands] as const),
    ];
    for (const [code, stands] of all)
      await this.#room.turns.take('watch', () => this.#closeThose(code, stands));
  }

  async #closeThose(code: AlarmCode, stands: Cause): Promise<void> {
    for (const [at, about] of this.#room.alarms.about(code).entries()) {
      if (!stands(about)) await this.#room.alarms.settle(code, about);
      if (at % alarmsAtOnce === alarmsAtOnce - 1) await othersTurn();
    }
  }

  async #page(finder: Finder, after: string): Promise<string | null> {
    const { missing, next } = finder.page(after, this.#room.clock.now());
    for (const { about, params } of missing) {
      // A person who closes the alarm knows why it is missing: it is for the thing that is gone to come back first.
      const ended = this.#ended.get(`${finder.code}:${about}`) ?? null;
      if (ended === null || ended === 'cause_gone')
        await this.#room.alarms.raise(finder.code, finder.severity, about, params);
    }
    return next;
  }
}

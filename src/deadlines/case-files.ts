import { setImmediate as breathe } from 'node:timers/promises';
import { CaseBook, type CaseRow } from '../tagging/registers/case-book.ts';
import { type CaseLimit, caseLimits } from './case-limits.ts';
import type { DeskRoom } from './desk-room.ts';
import type { Measures } from './measures.ts';

const atOnce = 500;
const code = 'case_file_due';

/**
 * Warns of case files that are nearly due to be archived, or overdue: of each limit once, also where somebody has
 * acknowledged it. What is to be published is shown with its case, and not warned of: which of the rules that speak of
 * decisions is meant, the machine does not know.
 */
export class CaseFiles {
  readonly #room: DeskRoom;
  readonly #book: CaseBook;
  readonly #told: Set<string>;
  #looked: { readonly by: Measures; readonly day: string; readonly seq: number } | null = null;

  constructor(room: DeskRoom) {
    this.#room = room;
    this.#book = new CaseBook(room.db);
    this.#told = new Set(
      room.db.prepare<[string], string>('SELECT key FROM view_alarm WHERE code = ?').pluck().all(code),
    );
  }

  /** Looks at the cases that have changed; at all of them with a new day, a new calendar or a new regulation. */
  async look(by: Measures): Promise<void> {
    const { clock, settings } = this.#room;
    const now = clock.now();
    const day = now.toZonedDateTimeISO(settings.zone).toPlainDate().toString();
    const before = this.#looked;
    let seq = before !== null && before.by === by && before.day === day ? before.seq : -1;
    for (let first = true; ; first = false) {
      const cases = this.#book.changedAfter(seq, atOnce);
      if (cases.length === 0) break;
      if (!first) await breathe();
      for (const one of cases) await this.#warn(one, by, now);
      seq = cases.at(-1)?.seq ?? seq;
    }
    this.#looked = { by, day, seq };
  }

  async #warn({ number, values }: CaseRow, by: Measures, now: Temporal.Instant): Promise<void> {
    if (values['archived'] !== undefined) return;
    for (const limit of caseLimits(values, by, this.#room.settings.zone, now)) {
      if (!isDue(limit, now)) continue;
      const { clause, due, countedDays } = limit.judgement;
      const about = `${number}:${clause}:${due}`;
      if (this.#told.has(`${code}:${about}`)) continue;
      const last = countedDays.at(-1)?.toString() ?? String(due);
      await this.#room.alarms.raise(code, 'warning', about, { case: number, clause, due: last });
      this.#told.add(`${code}:${about}`);
    }
  }
}

function isDue({ deed, met, warnFrom }: CaseLimit, now: Temporal.Instant): boolean {
  if (deed !== 'archived' || met !== null || warnFrom === null) return false;
  return Temporal.Instant.compare(warnFrom, now) <= 0;
}

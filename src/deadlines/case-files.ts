import { setImmediate as breathe } from 'node:timers/promises';
import { CaseBook, type CaseRow } from '../tagging/registers/case-book.ts';
import type { RowValues } from '../tagging/registers/register.ts';
import { type CaseLimit, caseLimits } from './case-limits.ts';
import type { DeskRoom } from './desk-room.ts';
import { isBy } from './instant-order.ts';
import type { Measures } from './measures.ts';

const atOnce = 500;
const code = 'case_file_due';
/** A file that was overdue for longer when its case was entered is history: the list shows it, nobody is called for it. */
const historyDays = 30;

/**
 * Warns of case files that are nearly due to be archived, or overdue: of each limit once, also where somebody has
 * acknowledged it. What is to be published is shown with its case, and not warned of: which of the rules that speak of
 * decisions is meant, the machine does not know.
 */
export class CaseFiles {
  readonly #room: DeskRoom;
  readonly #book: CaseBook;
  readonly #told: Set<string>;
  /** By the moments of a case: thousands of them were closed on some hundred days. */
  readonly #limits = new Map<string, readonly CaseLimit[]>();
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
    const same = before !== null && before.by === by && before.day === day;
    if (!same) this.#limits.clear();
    let seq = same ? before.seq : -1;
    for (let first = true; ; first = false) {
      const cases = this.#book.changedAfter(seq, atOnce);
      if (cases.length === 0) break;
      if (!first) await breathe();
      for (const one of cases) await this.#warn(one, by, now);
      seq = cases.at(-1)?.seq ?? seq;
    }
    this.#looked = { by, day, seq };
  }

  async #warn({ number, values, changed }: CaseRow, by: Measures, now: Temporal.Instant): Promise<void> {
    const standing = new Set<string>();
    for (const limit of this.#ofFile(values, by, now)) {
      const { clause, due, countedDays } = limit.judgement;
      if (due === null || !isDue(limit, due, now, Temporal.Instant.from(changed))) continue;
      const about = `${number}:${clause}:${due}`;
      standing.add(about);
      if (this.#told.has(`${code}:${about}`)) continue;
      const last = countedDays.at(-1)?.toString() ?? due.toString();
      await this.#room.alarms.raise(code, 'warning', about, { case: number, clause, due: last });
      this.#told.add(`${code}:${about}`);
    }
    // Archived meanwhile, or its moments were corrected.
    for (const about of this.#room.alarms.about(code))
      if (caseOf(about) === number && !standing.has(about)) await this.#room.alarms.settle(code, about);
  }

  /** What is to be archived and is not. */
  #ofFile(values: RowValues, by: Measures, now: Temporal.Instant): readonly CaseLimit[] {
    const { archived, closed, actEnded, executed } = values;
    if (archived !== undefined || (closed ?? actEnded ?? executed) === undefined) return [];
    const moments = JSON.stringify([closed, actEnded, executed]);
    const standing = this.#limits.get(moments);
    if (standing !== undefined) return standing;
    const all = caseLimits(values, by, this.#room.settings.zone, now);
    const limits = all.filter(({ deed }) => deed === 'archived');
    this.#limits.set(moments, limits);
    return limits;
  }
}

/** A case's number may hold colons of its own. */
function caseOf(about: string): string | undefined {
  return /^(.*):[A-Z]{2}-[A-Z0-9-]+:\d{4}-\d\d-\d\dT[\d:.]+Z$/s.exec(about)?.[1];
}

function isDue(
  { warnFrom }: CaseLimit,
  due: Temporal.Instant,
  now: Temporal.Instant,
  entered: Temporal.Instant,
): boolean {
  const history = entered.subtract({ hours: historyDays * 24 });
  return warnFrom !== null && isBy(warnFrom, now) && !isBy(due, history);
}

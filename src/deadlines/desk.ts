import { Arrivals } from './arrivals.ts';
import { ByDuty } from './by-duty.ts';
import { CaseFiles } from './case-files.ts';
import type { DeskRoom } from './desk-room.ts';
import type { Measure } from './judge-session.ts';
import { type Judged, Judging } from './judging.ts';
import { askForNextYear } from './next-year.ts';
import { SessionBook } from './session-book.ts';

export interface CaughtUp extends Judged {
  /** Recordings that were looked at to find out when they began and ended. */
  readonly timed: number;
}

const never = new AbortController().signal;

/**
 * Where verdicts are given: finds out when recordings ended, joins them into sessions, judges each by the version in
 * force, and again whenever a fact, the calendar or the time changes it. Each judgement that differs from the one before
 * is an entry.
 */
export class DeadlineDesk {
  readonly book: SessionBook;
  readonly #room: DeskRoom;
  readonly #arrivals: Arrivals;
  readonly #byDuty: ByDuty;
  readonly #judging: Judging;
  readonly #caseFiles: CaseFiles;

  /** Error: `deadlines.day_wrong`. */
  constructor(room: DeskRoom) {
    this.#room = room;
    this.book = new SessionBook(room.db, room.settings.stationCode);
    this.#arrivals = new Arrivals(room, this.book);
    this.#byDuty = new ByDuty(room, this.book);
    this.#judging = new Judging(room);
    this.#caseFiles = new CaseFiles(room);
  }

  /**
   * Brings everything up to now; carries on where a crash left it. Callers take turns batch by batch, so that what a person
   * enters is judged while ten thousand recordings wait to be timed. @param signal ends it after the recording at hand.
   */
  async catchUp(signal: AbortSignal = never): Promise<CaughtUp> {
    let sum = await this.settle(signal);
    while (!signal.aborted) {
      const timed = await this.#turn(() => this.#arrivals.timeSome(signal));
      if (timed === 0) break;
      const { judged, verdicts } = await this.settle(signal);
      sum = { timed: sum.timed + timed, judged: sum.judged + judged, verdicts: sum.verdicts + verdicts };
    }
    return sum;
  }

  /** The same but for timing what came in, which may take long: what follows from a person's deed is seen at once. */
  async settle(signal: AbortSignal = never): Promise<CaughtUp> {
    return await this.#settled('all', signal);
  }

  /** The same without the round through all recordings, which a change of a register begins and `catchUp` ends. */
  async follow(signal: AbortSignal): Promise<void> {
    await this.#settled('asked', signal);
  }

  async #settled(which: 'asked' | 'all', signal: AbortSignal): Promise<CaughtUp> {
    const first = await this.#turn(() => this.#judge());
    for (let tagged = 1; tagged > 0 && !signal.aborted; )
      tagged = await this.#turn(() => this.#byDuty.tagSome(which));
    const then = await this.#turn(() => this.#judge());
    return { timed: 0, judged: first.judged + then.judged, verdicts: first.verdicts + then.verdicts };
  }

  /** The regulation in force then, as the unit reads it; null while none is adopted. */
  measureAt(at: Temporal.Instant): Measure | null {
    return this.#judging.measures.at(at.toString());
  }

  /** With the next catching up everything is judged again. */
  calendarChanged(): void {
    this.#judging.calendarChanged();
  }

  /** Times the recordings of a docking anew, after somebody has said how far its clock was off. */
  async timeAgain(docking: string): Promise<number> {
    return await this.#turn(() => this.#arrivals.timeAgain(docking));
  }

  async #judge(): Promise<Judged> {
    await this.#arrivals.placeLeft();
    const done = await this.#judging.all();
    await askForNextYear(this.#room, this.#judging.years);
    await this.#caseFiles.look(this.#judging.measures);
    return done;
  }

  #turn<T>(action: () => Promise<T>): Promise<T> {
    return this.#room.turns.take('deadlines', action);
  }
}

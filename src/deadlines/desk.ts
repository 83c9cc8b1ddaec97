import type { Clock } from '../clock.ts';
import { type Alarms, machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { AnyDraft, EntryDraft } from '../custody/entry.ts';
import type { GivenVerdict } from '../custody/entry-kinds.ts';
import type { Ledger, WorkChange } from '../custody/ledger.ts';
import { tagAnew } from '../tagging/tag-anew.ts';
import type { Turns } from '../turns.ts';
import { type CalendarInForce, calendarInForce } from './calendar-in-force.ts';
import {
  type Designation,
  judgeSession,
  type Measure,
  measureOf,
  type SessionJudgement,
} from './judge-session.ts';
import type { OwnDays } from './own-days.ts';
import {
  type AdoptedContent,
  adoption,
  type PolicyVersion,
  policyVersions,
  versionAt,
} from './policy-version.ts';
import { SessionBook } from './session-book.ts';
import { type ReadFacts, SessionFactsReader } from './session-facts.ts';

/** How this unit judges. */
export interface DeskSettings {
  readonly stationCode: string;
  readonly zone: string;
  readonly content: AdoptedContent;
  readonly ownDays: OwnDays;
  readonly designation: Designation;
  /** Up to which recordings are one course of enforcement; null: each is judged by itself. */
  readonly gap: Temporal.Duration | null;
}

/** Who keeps tags in step, and knows from the rosters when officers were back. */
export interface DutyTeller {
  tagSome(): Promise<readonly string[]>;
  returned(evidence: readonly string[]): string | null;
  /** The one duty that a recording belongs to. */
  duty(evidence: string): { key: string; recorder: string; from: string; to: string } | null;
}

/** Who finds out when a recording began and ended; null for one that is not there. */
export interface TimeTeller {
  time(evidence: string): Promise<EntryDraft<'recording.timed'> | null>;
}

export interface DeskRoom {
  readonly settings: DeskSettings;
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly timekeeper: TimeTeller;
  readonly tagger: DutyTeller;
}

export interface CaughtUp {
  /** Recordings whose times were found out. */
  readonly timed: number;
  /** Sessions that were looked at, and verdicts that were new. */
  readonly judged: number;
  readonly verdicts: number;
}

const never = new AbortController().signal;
const timedAtOnce = 100;
const judgedAtOnce = 500;
/** After how long what could not be timed is looked at again. */
const lookAgainMs = 600_000;
/** From this month on the next year's arrangement is waited for: the State Council announces it in November. */
const waitedFrom = 12;

/**
 * Where verdicts are given: finds out when recordings ended, joins them into sessions, judges each by the version in
 * force, and again whenever a fact, the calendar or the time changes it. Each judgement that differs from the one before
 * is an entry.
 */
export class DeadlineDesk {
  readonly #room: DeskRoom;
  readonly book: SessionBook;
  readonly #facts: SessionFactsReader;
  readonly #sql: ReturnType<typeof statements>;
  #calendar: CalendarInForce;
  #versions: readonly PolicyVersion[] = [];
  readonly #measures = new Map<PolicyVersion, Measure>();
  #adopted = false;
  /** What could not be timed: its vault is away, or nothing here can. It holds up nothing else. */
  readonly #passedOver = new Set<string>();
  #passedOverAt = 0;

  /** Error: `deadlines.day_wrong`. */
  constructor(room: DeskRoom) {
    this.#room = room;
    this.book = new SessionBook(room.db, room.settings.stationCode);
    this.#facts = new SessionFactsReader(room.db);
    this.#sql = statements(room.db);
    this.#calendar = calendarInForce(room.db, room.settings.ownDays);
  }

  /**
   * Brings everything up to now; carries on where a crash left it. Callers take turns batch by batch, so that what a person
   * enters is judged while ten thousand recordings wait to be timed. @param signal ends it after the recording at hand.
   */
  async catchUp(signal: AbortSignal = never): Promise<CaughtUp> {
    let sum = await this.settle(signal);
    for (let timed = -1; timed !== 0 && !signal.aborted; ) {
      timed = await this.#turn(() => this.#timeSome(signal));
      if (timed === 0) break;
      const settled = await this.settle(signal);
      sum = {
        timed: sum.timed + timed,
        judged: sum.judged + settled.judged,
        verdicts: sum.verdicts + settled.verdicts,
      };
    }
    return sum;
  }

  /** The same but for timing what came in, which may take long: what follows from a person's deed is seen at once. */
  async settle(signal: AbortSignal = never): Promise<CaughtUp> {
    const first = await this.#turn(() => this.#judgeAll());
    for (let tagged = 1; tagged > 0 && !signal.aborted; ) tagged = await this.#turn(() => this.#tagSome());
    const then = await this.#turn(() => this.#judgeAll());
    return { timed: 0, judged: first.judged + then.judged, verdicts: first.verdicts + then.verdicts };
  }

  #turn<T>(action: () => Promise<T>): Promise<T> {
    return this.#room.turns.take('deadlines', action);
  }

  /** The calendar has changed: with the next catching up everything is judged again. */
  calendarChanged(): void {
    this.#adopted = false;
  }

  /** Times the recordings of a docking anew, after somebody has said how far its clock was off. */
  async timeAgain(docking: string): Promise<number> {
    const items = this.#sql.ofDocking.all(docking);
    for (let from = 0; from < items.length; from += timedAtOnce)
      await this.#timeThese(items.slice(from, from + timedAtOnce), never);
    // At other times they may belong to other duties.
    await this.#room.ledger.append([], [tagAnew]);
    return items.length;
  }

  async #adopt(): Promise<void> {
    const { db, ledger, settings } = this.#room;
    const adopted = adoption(db, settings.content, machine);
    if (adopted !== null) await ledger.append([adopted]);
    this.#versions = policyVersions(db);
    this.#calendar = calendarInForce(db, settings.ownDays);
    this.#measures.clear();
    const { digest, years } = this.#calendar;
    this.#adopted = true;
    if (this.#sql.calendar.get() === digest) return;
    const draft: AnyDraft = {
      type: 'calendar.adopted',
      actor: machine,
      subject: { kind: 'calendar', id: settings.stationCode },
      data: { digest, years },
      personal: {},
    };
    // With it everything that was ever judged is judged again, also after a crash in the middle of that.
    await ledger.append([draft], [judgedTo(-1)]);
  }

  async #judgeAll(): Promise<{ judged: number; verdicts: number }> {
    if (!this.#adopted) await this.#adopt();
    await this.#placeLeft();
    const changed = await this.#judgeChanged();
    const turned = await this.#judgeTurned();
    await this.#askForNextYear();
    return { judged: changed.judged + turned.judged, verdicts: changed.verdicts + turned.verdicts };
  }

  async #timeSome(signal: AbortSignal): Promise<number> {
    const now = this.#room.clock.monotonicMs();
    if (now - this.#passedOverAt > lookAgainMs) this.#passedOver.clear();
    const waiting = this.#sql.untimed.all(timedAtOnce + this.#passedOver.size);
    const items = waiting.filter((one) => !this.#passedOver.has(one)).slice(0, timedAtOnce);
    if (items.length === 0) return 0;
    const timed = await this.#timeThese(items, signal);
    const left = signal.aborted ? [] : items.filter((one) => !timed.includes(one));
    if (left.length > 0) this.#passedOverAt = now;
    for (const one of left) this.#passedOver.add(one);
    return items.length;
  }

  async #joinByDuty(evidence: readonly string[]): Promise<void> {
    const { tagger, ledger } = this.#room;
    const duties = new Map(
      evidence.flatMap((one) => {
        const duty = tagger.duty(one);
        return duty === null ? [] : [[`${duty.key} ${duty.recorder}`, duty] as const];
      }),
    );
    for (const { key, recorder, from, to } of duties.values()) {
      const drafts = this.book.joinDuty(recorder, from, to, (one) => tagger.duty(one)?.key === key);
      // One after the other: each changes what the next one finds.
      if (drafts.length > 0) await ledger.append(drafts);
    }
  }

  /** Tags recordings, and lets the duty that they belong to say when the officer was back. */
  async #tagSome(): Promise<number> {
    const { tagger, ledger } = this.#room;
    const tagged = await tagger.tagSome();
    if (this.#room.settings.gap !== null) await this.#joinByDuty(tagged);
    const sessions = new Set(tagged.flatMap((one) => this.#sql.sessionOf.get(one) ?? []));
    const drafts = [...sessions].flatMap((session): readonly AnyDraft[] => {
      const standing = this.#sql.returned.get(session);
      const returned = tagger.returned(this.#sql.itemsOf.all(session));
      if (returned === null || standing?.source === 'person' || standing?.returned === returned) return [];
      return [
        {
          type: 'session.returned',
          actor: machine,
          subject: { kind: 'session', id: session },
          data: { session, returned, source: 'roster' },
          personal: {},
        },
      ];
    });
    if (drafts.length > 0) await ledger.append(drafts);
    return tagged.length;
  }

  /** Which of them could be timed. */
  async #timeThese(evidence: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
    const { ledger, timekeeper } = this.#room;
    const drafts: EntryDraft<'recording.timed'>[] = [];
    for (const one of evidence) {
      if (signal.aborted) break;
      const draft = await timekeeper.time(one);
      if (draft !== null) drafts.push(draft);
    }
    if (drafts.length > 0) await ledger.append(drafts);
    const timed = drafts.map(({ data }) => data.evidence);
    await this.#place(timed);
    return timed;
  }

  /** A crash may have come between timing and placing. */
  async #placeLeft(): Promise<void> {
    const left = this.#sql.unplaced.all();
    for (let from = 0; from < left.length; from += timedAtOnce)
      await this.#place(left.slice(from, from + timedAtOnce));
  }

  async #place(evidence: readonly string[]): Promise<void> {
    const dutyOf = (one: string): string | null => this.#room.tagger.duty(one)?.key ?? null;
    const drafts = this.book.place(evidence, this.#room.settings.gap, dutyOf);
    if (drafts.length > 0) await this.#room.ledger.append(drafts);
  }

  async #judgeChanged(): Promise<{ judged: number; verdicts: number }> {
    const sum = { judged: 0, verdicts: 0 };
    for (;;) {
      const from = this.#judged();
      const reach = this.#facts.reach(from, judgedAtOnce);
      if (reach === null) return sum;
      const sessions = this.#facts.changedAfter(from, judgedAtOnce);
      sum.verdicts += await this.#judge(sessions, [judgedTo(reach)]);
      sum.judged += sessions.length;
    }
  }

  /** What is not stored yet becomes late by itself. */
  async #judgeTurned(): Promise<{ judged: number; verdicts: number }> {
    const sum = { judged: 0, verdicts: 0 };
    for (;;) {
      const sessions = this.#facts.turnedBy(this.#room.clock.now(), judgedAtOnce);
      const verdicts = sessions.length === 0 ? 0 : await this.#judge(sessions, []);
      sum.judged += sessions.length;
      sum.verdicts += verdicts;
      // Where nothing turned the same ones would be asked for again.
      if (verdicts === 0) return sum;
    }
  }

  async #judge(sessions: readonly ReadFacts[], work: readonly WorkChange[]): Promise<number> {
    const now = this.#room.clock.now();
    const drafts: AnyDraft[] = [];
    for (const { facts } of sessions) {
      const version = this.#versionFor(facts.ended ?? facts.docked);
      if (version === null) continue;
      for (const judged of judgeSession(facts, this.#measure(version), now)) {
        if (!this.#isNews(judged.given)) continue;
        drafts.push(verdictDraft(judged.given));
        await this.#warn(judged, now);
      }
    }
    if (drafts.length > 0 || work.length > 0) await this.#room.ledger.append(drafts, work);
    return drafts.length;
  }

  #versionFor(at: string): PolicyVersion | null {
    const [only, ...later] = this.#versions;
    return later.length === 0 ? (only ?? null) : versionAt(this.#versions, Temporal.Instant.from(at));
  }

  #measure(version: PolicyVersion): Measure {
    const standing = this.#measures.get(version);
    if (standing !== undefined) return standing;
    const made = measureOf(version, this.#calendar.calendar, this.#room.settings.designation);
    this.#measures.set(version, made);
    return made;
  }

  #isNews(given: GivenVerdict): boolean {
    return this.#sql.standing.get(given.session, given.rule) !== JSON.stringify(given);
  }

  async #warn({ given, warnAt }: SessionJudgement, now: Temporal.Instant): Promise<void> {
    const { alarms, settings } = this.#room;
    const { session, clause, verdict, due } = given;
    if (given.stored !== null || due === null) return;
    const early = warnAt !== null && Temporal.Instant.compare(warnAt, now) <= 0;
    if (verdict !== 'due_soon' && !early) return;
    const local = Temporal.Instant.from(due).toZonedDateTimeISO(settings.zone).toPlainDateTime();
    const at = local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
    await alarms.raise('not_stored_yet', 'warning', `${session}:${clause}`, { session, clause, due: at });
  }

  /** One alarm a day from 1 December on, while the next year's working days are not known. */
  async #askForNextYear(): Promise<void> {
    const { alarms, clock, settings } = this.#room;
    const today = clock.now().toZonedDateTimeISO(settings.zone).toPlainDate();
    const missing = [today.year, ...(today.month >= waitedFrom ? [today.year + 1] : [])].find(
      (year) => !this.#calendar.years.includes(year),
    );
    if (missing === undefined) return;
    await alarms.raise('calendar_not_announced', 'warning', `${missing}:${today}`, { year: missing });
  }

  #judged(): number {
    return this.#sql.judged.get() ?? -1;
  }
}

/** Up to which entry every session has been judged. */
function judgedTo(seq: number): WorkChange {
  return {
    sql: `INSERT INTO work_cursor (name, value) VALUES ('judged', ?)
          ON CONFLICT DO UPDATE SET value = excluded.value`,
    params: [seq],
  };
}

function verdictDraft(given: GivenVerdict): AnyDraft {
  return {
    type: 'verdict.given',
    actor: machine,
    subject: { kind: 'session', id: given.session },
    data: given,
    personal: {},
  };
}

function statements(db: Db) {
  return {
    judged: db.prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'judged'`).pluck(),
    untimed: db
      .prepare<[number], string>('SELECT evidence FROM view_session_item WHERE docked IS NULL LIMIT ?')
      .pluck(),
    unplaced: db
      .prepare<[], string>(
        'SELECT evidence FROM view_session_item WHERE session IS NULL AND docked IS NOT NULL',
      )
      .pluck(),
    ofDocking: db
      .prepare<[string], string>('SELECT evidence FROM view_session_item WHERE docking = ?')
      .pluck(),
    sessionOf: db
      .prepare<[string], string | null>('SELECT session FROM view_session_item WHERE evidence = ?')
      .pluck(),
    itemsOf: db.prepare<[string], string>('SELECT evidence FROM view_session_item WHERE session = ?').pluck(),
    returned: db.prepare<[string], { returned: string | null; source: string | null }>(
      'SELECT returned, returned_source AS source FROM view_session WHERE session = ?',
    ),
    calendar: db.prepare<[], string>('SELECT digest FROM view_calendar ORDER BY seq DESC LIMIT 1').pluck(),
    standing: db
      .prepare<[string, number], string>('SELECT judgement FROM view_verdict WHERE session = ? AND rule = ?')
      .pluck(),
  };
}

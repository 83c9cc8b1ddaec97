import { machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { GivenVerdict } from '../custody/entry-kinds.ts';
import type { WorkChange } from '../custody/ledger.ts';
import { Slices } from '../slices.ts';
import { type CalendarInForce, calendarInForce } from './calendar-in-force.ts';
import type { DeskRoom } from './desk-room.ts';
import { judgeSession, labelsIn, type Measure, type SessionJudgement } from './judge-session.ts';
import { Measures } from './measures.ts';
import type { Label } from './policy.ts';
import { adoption, policyVersions } from './policy-version.ts';
import { type ReadFacts, SessionFactsReader } from './session-facts.ts';

export interface Judged {
  /** Sessions that were looked at, and verdicts that were new. */
  readonly judged: number;
  readonly verdicts: number;
}

const judgedAtOnce = 500;

/** Judges sessions whose facts have changed since they were judged, and those that time has turned. */
export class Judging {
  readonly #room: DeskRoom;
  readonly #facts: SessionFactsReader;
  readonly #sql: ReturnType<typeof statements>;
  #calendar: CalendarInForce;
  #measures: Measures;
  #adopted = false;

  /** Error: `deadlines.day_wrong`. */
  constructor(room: DeskRoom) {
    this.#room = room;
    this.#facts = new SessionFactsReader(room.db);
    this.#sql = statements(room.db);
    this.#calendar = calendarInForce(room.db, room.settings.ownDays);
    this.#measures = new Measures([], this.#calendar.calendar, room.settings.designation);
  }

  /** What everything is judged by; another one after each adoption. */
  get measures(): Measures {
    return this.#measures;
  }

  /** The years whose working days are known. */
  get years(): readonly number[] {
    return this.#calendar.years;
  }

  calendarChanged(): void {
    this.#adopted = false;
  }

  async all(): Promise<Judged> {
    if (!this.#adopted) await this.#adopt();
    const changed = await this.#judgeChanged();
    const relabelled = await this.#judgeRelabelled();
    const turned = await this.#judgeTurned();
    const all = [changed, relabelled, turned];
    const sum = (of: keyof Judged): number => all.reduce((total, one) => total + one[of], 0);
    return { judged: sum('judged'), verdicts: sum('verdicts') };
  }

  async #adopt(): Promise<void> {
    const { db, ledger, settings } = this.#room;
    const adopted = adoption(db, await settings.content(), machine);
    if (adopted !== null) await ledger.append([adopted]);
    this.#calendar = calendarInForce(db, settings.ownDays);
    const { digest, years, calendar } = this.#calendar;
    this.#measures = new Measures(policyVersions(db), calendar, settings.designation);
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

  async #judgeChanged(): Promise<Judged> {
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

  /** HY-11 asks for labels. One whose session is not known yet is judged when it has one. */
  async #judgeRelabelled(): Promise<Judged> {
    const sum = { judged: 0, verdicts: 0 };
    for (;;) {
      const asked = this.#sql.relabelled.all(judgedAtOnce);
      const last = asked.at(-1);
      if (last === undefined) return sum;
      const sessions = this.#facts.of([...new Set(asked.map(({ evidence }) => evidence))]);
      sum.verdicts += await this.#judge(sessions, [lookedAt(last.place)]);
      sum.judged += sessions.length;
    }
  }

  /** What is not stored yet becomes late by itself. */
  async #judgeTurned(): Promise<Judged> {
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
    const slices = new Slices();
    for (const { facts } of sessions) {
      const measure = this.#measures.at(facts.ended ?? facts.docked);
      if (measure === null) continue;
      for (const judged of judgeSession(facts, measure, now, this.#unlabelled(facts.session, measure))) {
        if (!this.#isNews(judged.given)) continue;
        drafts.push(verdictDraft(judged.given));
        await this.#warn(judged, now);
      }
      await slices.breathe();
    }
    if (drafts.length > 0 || work.length > 0) await this.#room.ledger.append(drafts, work);
    return drafts.length;
  }

  #unlabelled(session: string, measure: Measure): readonly Label[] {
    const wanted = labelsIn(measure);
    return wanted.length === 0 ? [] : this.#room.tagger.unlabelled(this.#sql.itemsOf.all(session), wanted);
  }

  #isNews(given: GivenVerdict): boolean {
    return this.#sql.standing.get(given.session, given.rule) !== JSON.stringify(given);
  }

  async #warn({ given, warnAt }: SessionJudgement, now: Temporal.Instant): Promise<void> {
    const { alarms, settings } = this.#room;
    const { session, clause, verdict, due } = given;
    if (given.stored !== null) await alarms.settle('not_stored_yet', `${session}:${clause}`);
    if (given.stored !== null || due === null) return;
    const early = warnAt !== null && Temporal.Instant.compare(warnAt, now) <= 0;
    if (verdict !== 'due_soon' && !early) return;
    const local = Temporal.Instant.from(due).toZonedDateTimeISO(settings.zone).toPlainDateTime();
    const at = local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
    await alarms.raise('not_stored_yet', 'warning', `${session}:${clause}`, { session, clause, due: at });
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

/** What was said after the look has a later place. */
function lookedAt(place: number): WorkChange {
  return { sql: 'DELETE FROM work_relabelled WHERE place <= ?', params: [place] };
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
    calendar: db.prepare<[], string>('SELECT digest FROM view_calendar ORDER BY seq DESC LIMIT 1').pluck(),
    relabelled: db.prepare<[number], { place: number; evidence: string }>(
      'SELECT place, evidence FROM work_relabelled ORDER BY place LIMIT ?',
    ),
    itemsOf: db.prepare<[string], string>('SELECT evidence FROM view_session_item WHERE session = ?').pluck(),
    standing: db
      .prepare<[string, number], string>('SELECT judgement FROM view_verdict WHERE session = ? AND rule = ?')
      .pluck(),
  };
}

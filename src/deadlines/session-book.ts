import { machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { SessionCause } from '../custody/entry-kinds.ts';
import { type PlacedRecording, together } from './session-rule.ts';

/** An entry holds 65,535 bytes: so many evidence ids fit with room to spare. */
const itemsAtOnce = 1_000;
/** So many neighbours on either side are looked at: a course of enforcement is continuous, the next ones tell. */
const neighbours = 20;

interface Row {
  readonly evidence: string;
  readonly session: string | null;
  readonly recorder: string;
  readonly officer: string | null;
  readonly named: string | null;
  readonly segment: number | null;
  readonly start: string | null;
  readonly ended: string | null;
}

interface Placed extends PlacedRecording {
  readonly recorder: string;
}

const columns = 'evidence, session, recorder, officer, named, segment, start, ended';

/** Which recordings are one course of enforcement: by rule as they come in, and as a person says. */
export class SessionBook {
  readonly #code: string;
  readonly #sql: ReturnType<typeof statements>;
  #last: number;

  constructor(db: Db, stationCode: string) {
    this.#code = stationCode;
    this.#sql = statements(db);
    this.#last = Number(/\d+$/.exec(this.#sql.last.get() ?? '')?.[0] ?? 0);
  }

  /** The number of a session that has not been before. */
  next(): string {
    this.#last += 1;
    return `${this.#code}-S${String(this.#last).padStart(6, '0')}`;
  }

  /** Where recordings that belong to no session yet go by rule, as entries. They must have been timed. */
  place(
    evidence: readonly string[],
    gap: Temporal.Duration | null,
    dutyOf: (evidence: string) => string | null,
  ): readonly AnyDraft[] {
    const placed = (row: Row): Placed => ({ ...placedRow(row), duty: dutyOf(row.evidence) });
    const batch: Placed[] = [];
    const plan = new Plan();
    const rows = evidence.flatMap((id) => this.#sql.item.get(id) ?? []);
    // The oldest first, so that sessions are numbered as they happened.
    for (const row of rows.toSorted((a, b) => ((a.start ?? '~') < (b.start ?? '~') ? -1 : 1))) {
      if (row.session !== null) continue;
      const item = placed(row);
      const id = item.evidence;
      const around =
        gap === null
          ? []
          : [
              ...this.#around(item).map(placed),
              ...batch.filter(({ recorder }) => recorder === item.recorder),
            ];
      const kin = around
        .filter((one) => one.evidence !== id)
        .flatMap((one) => {
          const why = gap === null ? null : together(item, one, gap);
          const session = plan.now(one.session);
          return why === null || session === null ? [] : [{ session, why }];
        });
      const session = this.#choose([...new Set(kin.map((one) => one.session))], plan) ?? this.next();
      plan.add(session, item, causes.find((one) => kin.some(({ why }) => why === one)) ?? 'gap');
      for (const other of new Set(kin.map((one) => one.session)))
        if (other !== session && !this.#fixed(other)) plan.merge(other, session, this.#itemsOf(other));
      batch.push({ ...item, session });
    }
    return plan.drafts();
  }

  /**
   * Recordings of one duty that came in before its roster did, brought into one session. What a person has split or joined
   * stays as it is.
   */
  joinDuty(
    recorder: string,
    from: string,
    to: string,
    isOfDuty: (evidence: string) => boolean,
  ): readonly AnyDraft[] {
    const found = this.#sql.within
      .all(recorder, to, from)
      .filter(({ evidence, session }) => !this.#fixed(session) && isOfDuty(evidence));
    const [into] = [...new Set(found.map(({ session }) => session))].sort();
    const others = found.filter(({ session }) => session !== into).map(({ evidence }) => evidence);
    return into === undefined || others.length === 0
      ? []
      : this.move(others, into, recorder, 'roster', machine);
  }

  /** Error-free only for items that all belong to sessions; the caller has checked. */
  move(
    evidence: readonly string[],
    session: string,
    recorder: string,
    because: SessionCause,
    actor: Actor,
  ): readonly AnyDraft[] {
    const drafts = formed(session, recorder, evidence, because, actor);
    const left = new Set(evidence.map((id) => this.#sql.item.get(id)?.session ?? null));
    const emptied = [...left].filter(
      (one): one is string =>
        one !== null && one !== session && this.#itemsOf(one).every((item) => evidence.includes(item)),
    );
    return [...drafts, ...emptied.map((one) => emptiedDraft(one, session, actor))];
  }

  #itemsOf(session: string): readonly string[] {
    return this.#sql.itemsOf.all(session);
  }

  #fixed(session: string): boolean {
    return this.#sql.fixed.get(session) === 1;
  }

  /** One that nobody has touched before one that somebody has, and the older one first. */
  #choose(sessions: readonly string[], plan: Plan): string | null {
    const free = sessions.filter((one) => plan.isNew(one) || !this.#fixed(one));
    return [...(free.length > 0 ? free : sessions)].sort()[0] ?? null;
  }

  #around({ recorder, start, named }: Placed): readonly Row[] {
    const at = start?.toString();
    const near =
      at === undefined
        ? []
        : [
            ...this.#sql.before.all(recorder, at, neighbours),
            ...this.#sql.after.all(recorder, at, neighbours),
          ];
    const same = named === null ? [] : this.#sql.segments.all(recorder, named, neighbours);
    return [...near, ...same];
  }
}

/** Of several reasons the strongest is told. */
const causes = ['segments', 'roster', 'gap'] as const;
type RuleCause = (typeof causes)[number];

/** What a batch does to sessions, before it is written. */
class Plan {
  readonly #sessions = new Map<string, { recorder: string; evidence: Set<string>; because: RuleCause }>();
  readonly #merged = new Map<string, string>();

  /** Where the items of a session are by now. */
  now(session: string | null): string | null {
    let found = session;
    while (found !== null && this.#merged.has(found)) found = this.#merged.get(found) ?? null;
    return found;
  }

  isNew(session: string): boolean {
    return this.#sessions.has(session);
  }

  add(session: string, { evidence, recorder }: Placed, because: RuleCause): void {
    const one = this.#sessions.get(session) ?? { recorder, evidence: new Set(), because };
    one.evidence.add(evidence);
    this.#sessions.set(session, one);
  }

  merge(from: string, into: string, standing: readonly string[]): void {
    const target = this.#sessions.get(into);
    if (target === undefined) return;
    for (const item of [...standing, ...(this.#sessions.get(from)?.evidence ?? [])])
      target.evidence.add(item);
    this.#sessions.delete(from);
    this.#merged.set(from, into);
  }

  drafts(): readonly AnyDraft[] {
    const all = [...this.#sessions].flatMap(([session, { recorder, evidence, because }]) =>
      formed(session, recorder, [...evidence], because, machine),
    );
    const emptied = [...this.#merged.keys()].map((from) =>
      emptiedDraft(from, this.now(from) ?? from, machine),
    );
    return [...all, ...emptied];
  }
}

function formed(
  session: string,
  recorder: string,
  evidence: readonly string[],
  because: SessionCause,
  actor: Actor,
): readonly AnyDraft[] {
  const pieces = Array.from({ length: Math.ceil(evidence.length / itemsAtOnce) }, (_, i) =>
    evidence.slice(i * itemsAtOnce, (i + 1) * itemsAtOnce),
  );
  return pieces.map((piece) => ({
    type: 'session.formed',
    actor,
    subject: { kind: 'session', id: session },
    data: { session, recorder, evidence: piece, because },
    personal: {},
  }));
}

function emptiedDraft(session: string, into: string, actor: Actor): AnyDraft {
  return {
    type: 'session.emptied',
    actor,
    subject: { kind: 'session', id: session },
    data: { session, into },
    personal: {},
  };
}

function placedRow({ start, ended, ...row }: Row): Omit<Placed, 'duty'> {
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
  return { ...row, start: instant(start), ended: instant(ended) };
}

function statements(db: Db) {
  return {
    item: db.prepare<[string], Row>(`SELECT ${columns} FROM view_session_item WHERE evidence = ?`),
    before: db.prepare<[string, string, number], Row>(
      `SELECT ${columns} FROM view_session_item WHERE recorder = ? AND start <= ? AND session IS NOT NULL
       ORDER BY start DESC LIMIT ?`,
    ),
    after: db.prepare<[string, string, number], Row>(
      `SELECT ${columns} FROM view_session_item WHERE recorder = ? AND start > ? AND session IS NOT NULL
       ORDER BY start LIMIT ?`,
    ),
    segments: db.prepare<[string, string, number], Row>(
      `SELECT ${columns} FROM view_session_item
       WHERE recorder = ? AND named = ? AND segment IS NOT NULL AND session IS NOT NULL
       ORDER BY segment LIMIT ?`,
    ),
    itemsOf: db
      .prepare<[string], string>('SELECT evidence FROM view_session_item WHERE session = ? ORDER BY evidence')
      .pluck(),
    within: db.prepare<[string, string, string], { evidence: string; session: string }>(
      `SELECT evidence, session FROM view_session_item
       WHERE recorder = ? AND start <= ? AND coalesce(ended, start) >= ? AND session IS NOT NULL`,
    ),
    fixed: db.prepare<[string], number>('SELECT fixed FROM view_session WHERE session = ?').pluck(),
    last: db.prepare<[], string>('SELECT session FROM view_session ORDER BY rowid DESC LIMIT 1').pluck(),
  };
}

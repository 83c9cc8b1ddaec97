import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import { type CaseLimit, caseLimits } from '../../deadlines/case-limits.ts';
import type { Measures } from '../../deadlines/measures.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import type { RowValues } from '../../tagging/registers/register.ts';
import { type CaseParticulars, type CaseState, particularsOf } from './case-particulars.ts';
import { byText } from './compare.ts';
import { Conditions, pageOf } from './conditions.ts';
import { Filings } from './filings.ts';
import { type Condition, everything, seenCase, type Visible } from './visible.ts';

export const caseOrders = ['number', 'last', 'recordings', 'due'] as const;
export type CaseOrder = (typeof caseOrders)[number];

export interface CaseFilter {
  readonly handler: string | null;
  readonly party: string | null;
  /** Of the handler; units below it count. */
  readonly unit: string | null;
  readonly state: CaseState | null;
  readonly order: CaseOrder;
  /** By number only: the highest first. */
  readonly descending?: boolean;
  /** The number after which the list goes on; by number only. */
  readonly after: string | null;
  readonly limit: number;
  /** What is left out of it; without it nothing is. */
  readonly visible?: Visible;
}

/** By what limits are counted, and when. */
export interface CaseCount {
  readonly measures: Measures;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** How much is filed under a case. Instants are RFC 3339 in UTC; null where none is known. */
export interface CaseHoldings {
  readonly recordings: number;
  /** Recordings of which it is one of several cases. */
  readonly candidates: number;
  readonly sessions: number;
  readonly bytes: number;
  /** When the first one began and the last one ended. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface ListedCase extends CaseParticulars, CaseHoldings {
  /** Something of it must be recorded, and no recording is certain to be of it. */
  readonly missing: boolean;
  readonly limits: readonly ListedLimit[];
}

export interface ListedLimit extends Pick<CaseLimit, 'deed' | 'what' | 'policy' | 'met'> {
  readonly clause: string;
  readonly start: string | null;
  readonly due: string | null;
  /** ISO dates. */
  readonly countedDays: readonly string[];
  readonly verdict: string;
  /** In the last days before it ends. */
  readonly nearlyDue: boolean;
  readonly provisional: boolean;
}

const party = `json_extract(fields, '$.party')`;
const handler = `json_extract(fields, '$.handler')`;
const handlersOf = `SELECT key FROM view_register WHERE register = 'officers' AND json_extract(fields, '$.unit') IN (
    WITH RECURSIVE below (code) AS (
      SELECT ? UNION
      SELECT u.key FROM view_register u JOIN below ON json_extract(u.fields, '$.parent') = below.code
      WHERE u.register = 'units')
    SELECT code FROM below)`;
/** In the words of its index. */
const state = `CASE
  WHEN json_extract(fields, '$.archived') IS NOT NULL THEN 'archived'
  WHEN json_extract(fields, '$.closed') IS NOT NULL THEN 'closed' ELSE 'open' END`;

/** Reads the cases of the register with what is filed under them. */
export class CaseReader {
  readonly #db: Db;
  readonly #book: RegisterBook;
  readonly #filings: Filings;
  readonly #count: CaseCount;
  readonly #held: Statement<[string], HeldRow>;
  readonly #last: Statement<[string], string | null>;

  constructor(db: Db, count: CaseCount) {
    this.#db = db;
    this.#count = count;
    this.#book = new RegisterBook(db);
    this.#filings = new Filings(db);
    // RFC 3339 in UTC with as many digits as were needed sorts as instants do without its closing `Z`.
    this.#held = db.prepare(
      `SELECT count(DISTINCT i.session) AS sessions, coalesce(sum(e.bytes), 0) AS bytes,
         min(rtrim(i.start, 'Z')) || 'Z' AS first, max(rtrim(coalesce(i.ended, i.start), 'Z')) || 'Z' AS last
       FROM json_each(?) j CROSS JOIN view_evidence e ON e.evidence = j.value
       CROSS JOIN view_session_item i ON i.evidence = e.evidence`,
    );
    this.#last = db
      .prepare<[string], string | null>(
        `SELECT max(rtrim(coalesce(ended, start), 'Z')) FROM view_session_item
         WHERE evidence IN (SELECT value FROM json_each(?))`,
      )
      .pluck();
  }

  /** By another order than that of the numbers, every case that fits is looked at. */
  list(filter: CaseFilter): { readonly cases: readonly ListedCase[]; readonly next: string | null } {
    const { order, limit } = filter;
    const rows = this.#rows(filter, order === 'number' ? limit + 1 : -1);
    if (order === 'number') {
      const page = pageOf(rows, limit, ({ key }) => key);
      return { cases: page.rows.map((row) => this.#listed(row)), next: page.next };
    }
    // What a case is sorted by is found out for all of them, everything else for those that are shown.
    const sorted = rows
      .map((row) => ({ row, by: this.#sortedBy(row, order) }))
      .toSorted((a, b) => (order === 'due' ? byText(a.by, b.by) : byText(b.by, a.by)));
    return { cases: sorted.slice(0, limit).map(({ row }) => this.#listed(row)), next: null };
  }

  /** Null where the register has no such case and nothing is filed under it. */
  one(number: string): ListedCase | null {
    const row = this.#book.row('cases', number);
    if (row === null && this.#filings.under('case', number).length === 0) return null;
    return this.#case(number, row?.values ?? {});
  }

  #rows(filter: CaseFilter, limit: number): readonly Row[] {
    const { sql, parameters } = caseRows(filter, limit);
    return this.#db.prepare<unknown[], Row>(sql).all(...parameters);
  }

  #listed({ key, fields }: Row): ListedCase {
    return this.#case(key, valuesIn(fields));
  }

  #sortedBy({ key, fields }: Row, order: Exclude<CaseOrder, 'number'>): string {
    switch (order) {
      case 'due':
        return nextDue(this.#limits(valuesIn(fields)));
      case 'recordings':
        return String(this.#certain(key).length).padStart(12, '0');
      case 'last':
        return this.#last.get(JSON.stringify(this.#certain(key))) ?? '';
    }
  }

  #certain(number: string): readonly string[] {
    return this.#filings
      .under('case', number)
      .flatMap(({ evidence, candidate }) => (candidate ? [] : [evidence]));
  }

  #limits(values: RowValues): readonly ListedLimit[] {
    const { measures, zone, now } = this.#count;
    return caseLimits(values, measures, zone, now).map((limit) => listedLimit(limit, now));
  }

  #case(number: string, values: RowValues): ListedCase {
    const particulars = particularsOf(this.#book, number, values);
    const holdings = this.#holdings(number);
    return {
      ...particulars,
      ...holdings,
      missing: particulars.matter !== null && holdings.recordings === 0,
      limits: this.#limits(values),
    };
  }

  #holdings(number: string): CaseHoldings {
    const filed = this.#filings.under('case', number);
    const certain = filed.filter(({ candidate }) => !candidate);
    const held = this.#held.get(JSON.stringify(certain.map(({ evidence }) => evidence)));
    return {
      recordings: certain.length,
      candidates: filed.length - certain.length,
      ...(held ?? { sessions: 0, bytes: 0, first: null, last: null }),
    };
  }
}

/** @param limit of rows; -1: all of them */
export function caseRows(filter: CaseFilter, limit: number): Condition {
  const { visible = everything, descending = false } = filter;
  const conditions = new Conditions()
    .always(`register = 'cases'`)
    .add(descending ? 'key < ?' : 'key > ?', filter.after)
    .add(`${party} = ?`, filter.party)
    .add(`${handler} = ?`, filter.handler)
    .add(`${state} = ?`, filter.state)
    .add(`${handler} IN (${handlersOf})`, filter.unit)
    .and(seenCase(visible, 'view_register.key', `json_extract(view_register.fields, '$.handler')`));
  return {
    sql: `SELECT key, fields FROM view_register${indexFor(filter)}${conditions.where}
      ORDER BY key${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit],
  };
}

/** Left to itself SQLite reads every case: the table lies in the order that is asked for. */
function indexFor({ party: ofParty, handler: ofHandler, state: inState }: CaseFilter): string {
  if (ofParty !== null) return ' INDEXED BY view_register_case_party';
  if (ofHandler !== null) return ' INDEXED BY view_register_case_handler';
  return inState === null ? '' : ' INDEXED BY view_register_case_state';
}

function valuesIn(fields: string): RowValues {
  // The projector wrote it: field names and texts.
  return JSON.parse(fields) as RowValues;
}

interface Row {
  readonly key: string;
  readonly fields: string;
}

type HeldRow = Pick<CaseHoldings, 'sessions' | 'bytes' | 'first' | 'last'>;

function listedLimit(limit: CaseLimit, now: Temporal.Instant): ListedLimit {
  const { deed, what, policy, met, warnFrom, judgement } = limit;
  const { clause, start, due, countedDays, verdict, provisional } = judgement;
  const open = verdict === 'pending' || verdict === 'due_soon';
  return {
    ...{ clause, deed, what, policy, met, verdict, provisional },
    start: start?.toString() ?? null,
    due: due?.toString() ?? null,
    countedDays: countedDays.map((day) => day.toString()),
    nearlyDue: open && warnFrom !== null && Temporal.Instant.compare(warnFrom, now) <= 0,
  };
}

const never = '~';
/** Of the limits that are not met the one that ends first. */
function nextDue(limits: readonly ListedLimit[]): string {
  return limits.flatMap(({ met, due }) => (met === null && due !== null ? [due] : [])).toSorted()[0] ?? never;
}

import type { Db } from '../../custody/database.ts';
import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { TaggingError } from '../../tagging/error.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { type CaseCount, CaseReader, type ListedCase } from './case-list.ts';
import { FiledReader, type FiledRecording } from './filed-recordings.ts';
import { Filings } from './filings.ts';

/** A case file: the written particulars and the recordings together (QZ-21-0, ZZ-25: one case, one file). */
export interface CaseDetail extends ListedCase {
  readonly courses: readonly CaseCourse[];
}

/** One course of enforcement with what of it is filed here; `session` is null while it has not been judged. */
export interface CaseCourse {
  readonly session: string | null;
  readonly returned: string | null;
  readonly verdicts: readonly GivenVerdict[];
  /** Each with its segments in order. */
  readonly recordings: readonly (readonly FiledRecording[])[];
}

/** Error: `tagging.row_unknown`. */
export function caseNamed(db: Db, number: string, count: CaseCount): ListedCase {
  const found = new CaseReader(db, count).one(number);
  if (found !== null) return found;
  throw new TaggingError('tagging.row_unknown', { register: 'cases', found: number }, { field: 'NUMBER' });
}

/** Error: `tagging.row_unknown`. */
export function caseDetail(db: Db, number: string, count: CaseCount): CaseDetail {
  const found = caseNamed(db, number, count);
  const reader = new FiledReader(db);
  const recordings = reader.all(new Filings(db).under('case', number));
  return { ...found, courses: coursesOf(db, recordings, reader) };
}

function coursesOf(
  db: Db,
  recordings: readonly FiledRecording[],
  reader: FiledReader,
): readonly CaseCourse[] {
  const returned = db
    .prepare<[string], string | null>('SELECT returned FROM view_session WHERE session = ?')
    .pluck();
  return [...Map.groupBy(recordings, ({ session }) => session)].map(([session, some]) => ({
    session,
    returned: session === null ? null : (returned.get(session) ?? null),
    verdicts: session === null ? [] : reader.verdicts(session),
    recordings: segmentsTogether(some),
  }));
}

/** Segments of one recording share the recorder and the start in their names; in the order of their numbers. */
function segmentsTogether(recordings: readonly FiledRecording[]): readonly (readonly FiledRecording[])[] {
  const groups = Map.groupBy(recordings, ({ evidenceId, recorder, named, segment }) =>
    named === null || segment === null ? evidenceId : `${recorder} ${named}`,
  );
  return [...groups.values()].map((some) => some.toSorted((a, b) => (a.segment ?? 0) - (b.segment ?? 0)));
}

/** A party with all of its cases, and every recording of it. */
export interface PartyDetail {
  readonly code: string;
  readonly name: string | null;
  readonly kind: string | null;
  readonly cases: readonly ListedCase[];
  readonly recordings: readonly FiledRecording[];
}

const everyCase = 1_000_000;

/** Error: `tagging.row_unknown`. */
export function partyDetail(db: Db, code: string, count: CaseCount): PartyDetail {
  const filter = { handler: null, unit: null, state: null, order: 'number', after: null } as const;
  const { cases } = new CaseReader(db, count).list({ ...filter, party: code, limit: everyCase });
  const filings = partyFilings(db, code, cases);
  const values = new RegisterBook(db).row('parties', code)?.values ?? null;
  if (values === null && cases.length === 0 && filings.length === 0)
    throw new TaggingError('tagging.row_unknown', { register: 'parties', found: code }, { field: 'CODE' });
  const recordings = new FiledReader(db).all(filings);
  return { code, name: values?.['name'] ?? null, kind: values?.['kind'] ?? null, cases, recordings };
}

/**
 * Recordings whose party it is, and those that may be of one of its cases: while nobody has decided of which case one is,
 * it has no party.
 */
function partyFilings(db: Db, code: string, cases: readonly ListedCase[]) {
  const filings = new Filings(db);
  const own = filings.under('party', code);
  const known = new Set(own.map(({ evidence }) => evidence));
  const open = cases
    .flatMap(({ number }) => filings.under('case', number))
    .filter(({ candidate, evidence }) => candidate && !known.has(evidence));
  return [...own, ...new Map(open.map((one) => [one.evidence, one])).values()];
}

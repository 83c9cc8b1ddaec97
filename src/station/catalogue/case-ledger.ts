import type { Db } from '../../custody/database.ts';
import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { caseNamed, partyDetail } from './case-detail.ts';
import { type CaseCount, CaseReader, type ListedCase } from './case-list.ts';
import { FiledReader, type FiledRecording } from './filed-recordings.ts';
import { Filings } from './filings.ts';

/** Of what an electronic ledger (执法电子台账, QZ-21-0) is asked for. */
export type LedgerOf =
  | { readonly of: 'case'; readonly key: string }
  | { readonly of: 'party'; readonly key: string }
  | { readonly of: 'all'; readonly key: null };

/** One line: the written particulars, and a recording. A case without recordings has one line all the same. */
export interface LedgerLine {
  /** Null for a recording of a party that is of none of its cases. */
  readonly case: ListedCase | null;
  readonly recording: FiledRecording | null;
  readonly verdicts: readonly GivenVerdict[];
}

const atOnce = 500;

/** The lines in the order of the cases, and of their recordings. Error: `tagging.row_unknown`. */
export function* caseLedger(db: Db, wanted: LedgerOf, count: CaseCount): Generator<LedgerLine> {
  const reader = new FiledReader(db);
  const filings = new Filings(db);
  for (const one of casesOf(db, wanted, count)) {
    const recordings = reader.all(filings.under('case', one.number));
    if (recordings.length === 0) yield { case: one, recording: null, verdicts: [] };
    for (const recording of recordings) yield lineOf(reader, one, recording);
  }
  if (wanted.of !== 'party') return;
  const { cases, recordings } = partyDetail(db, wanted.key, count);
  const filed = new Set(
    cases.flatMap(({ number }) => filings.under('case', number).map(({ evidence }) => evidence)),
  );
  for (const recording of recordings)
    if (!filed.has(recording.evidenceId)) yield lineOf(reader, null, recording);
}

function lineOf(reader: FiledReader, of: ListedCase | null, recording: FiledRecording): LedgerLine {
  const { session } = recording;
  return { case: of, recording, verdicts: session === null ? [] : reader.verdicts(session) };
}

function* casesOf(db: Db, wanted: LedgerOf, count: CaseCount): Generator<ListedCase> {
  switch (wanted.of) {
    case 'case':
      yield caseNamed(db, wanted.key, count);
      return;
    case 'party':
      yield* partyDetail(db, wanted.key, count).cases;
      return;
    case 'all': {
      const reader = new CaseReader(db, count);
      const filter = { handler: null, unit: null, state: null, party: null, order: 'number' } as const;
      for (let after: string | null = null; ; ) {
        const { cases, next } = reader.list({ ...filter, after, limit: atOnce });
        yield* cases;
        if (next === null) return;
        after = next;
      }
    }
  }
}

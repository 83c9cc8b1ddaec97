import { type Db, openReading } from '../../../../src/custody/database.ts';
import { dockingRows } from '../../../../src/station/catalogue/dockings.ts';
import { entryPlaces } from '../../../../src/station/catalogue/entries.ts';
import { evidencePlaces } from '../../../../src/station/catalogue/evidence-list.ts';
import { findingRows } from '../../../../src/station/catalogue/findings.ts';
import { sessionRows } from '../../../../src/station/catalogue/sessions.ts';
import { type Condition, everything } from '../../../../src/station/catalogue/visible.ts';
import { percentile } from '../statistics.ts';
import { drawn, recorderNumber } from './made-plan.ts';
import type { Known } from './question.ts';

/** The same page asked of SQLite in this process: its rows read and written as JSON, no HTTP, no masking, no joining by hand. */
export interface PeerTimes {
  /** Of the question it stands beside. */
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
}

const times = 300;
const page = { after: null, limit: 50, newestFirst: true, visible: everything } as const;
const nothing = {
  ...{ docking: null, recorder: null, officer: null, state: null, class: null, case: null },
  ...{ withoutCase: false, singleCopy: false, unassigned: false, since: null, until: null, ...page },
};
const noEntry = { type: null, subject: null, actor: null, since: null, until: null, ...page };

const rowsOf = ({ sql, parameters }: Condition, table: string, key: string): Condition => ({
  sql: `SELECT * FROM ${table} WHERE ${key} IN (${sql}) ORDER BY ${key} DESC`,
  parameters,
});

/** What the peer is asked, by the name of the question over HTTP. */
function peerQueries({ plan, entries }: Known): Readonly<Record<string, (i: number) => Condition>> {
  const recorder = (i: number): string => recorderNumber(drawn(plan, `asked officer ${i}`, plan.officers));
  const evidence = (filter: object): Condition =>
    rowsOf(evidencePlaces({ ...nothing, ...filter }), 'view_evidence', 'evidence');
  const entry = (filter: object): Condition =>
    rowsOf(entryPlaces({ ...noEntry, ...filter }), 'ledger_entry', 'seq');
  return {
    'evidence, newest': () => evidence({}),
    'evidence of a recorder': (i) => evidence({ recorder: recorder(i) }),
    'entries, newest': () => entry({}),
    'entries, far page': (i) => entry({ after: drawn(plan, `asked entry ${i}`, entries) }),
    'entries of an actor': () => entry({ actor: 'os:clerk' }),
    'sessions, newest': () => sessionRows({ verdict: null, recorder: null, officer: null, ...page }),
    'findings, open': () => findingRows({ openOnly: true, evidence: null, session: null, ...page }),
    'dockings, newest': () => dockingRows({ recorder: null, port: null, since: null, until: null, ...page }),
  };
}

export function askPeer(database: string, known: Known): readonly PeerTimes[] {
  const db = openReading(database);
  try {
    return Object.entries(peerQueries(known)).map(([name, of]) => timesOf(db, name, of));
  } finally {
    db.close();
  }
}

function timesOf(db: Db, name: string, of: (i: number) => Condition): PeerTimes {
  const taken = Array.from({ length: times }, (_, i) => {
    const { sql, parameters } = of(i % 24);
    const began = performance.now();
    JSON.stringify(db.prepare(sql).all(...parameters), asText);
    return performance.now() - began;
  });
  return { name, p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) };
}

/** Leaves are bytes, and UTF-8. */
function asText(_key: string, value: unknown): unknown {
  const bytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
  return bytes && 'data' in value && Array.isArray(value.data)
    ? Buffer.from(value.data).toString('utf8')
    : value;
}

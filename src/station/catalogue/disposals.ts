import type { Db } from '../../custody/database.ts';
import type { DisposalHindrance } from '../../custody/entry-kinds.ts';
import { RetentionError } from '../retention/error.ts';
import { Conditions, pageOf } from './conditions.ts';
import { type Condition, seenDisposal, seenEvidence, type Visible } from './visible.ts';

export const disposalStates = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;

export interface ListedDisposal {
  readonly disposal: string;
  readonly state: (typeof disposalStates)[number];
  readonly reason: string | null;
  readonly proposer: string;
  readonly proposed: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
  /** When the last of its items had been disposed of or kept. */
  readonly finished: string | null;
  readonly items: number;
  readonly disposed: number;
  /** Approved, and kept all the same. */
  readonly refused: number;
  /** Why what was kept was kept, each reason once. */
  readonly because: readonly DisposalHindrance[];
}

export interface DisposalItem {
  readonly evidence: string;
  readonly state: 'listed' | 'begun' | 'disposed' | 'refused';
  /** Why it was kept. */
  readonly because: DisposalHindrance | null;
  readonly at: string;
  readonly sha256: string;
  readonly bytes: number;
}

const count = (state: string): string =>
  `(SELECT count(*) FROM view_disposal_item i WHERE i.disposal = d.disposal${state}) `;
const columns = `disposal, state, reason, proposer, proposed, decider, decided, note, finished, ${count('')} AS items,
  ${count(` AND i.state = 'disposed'`)} AS disposed, ${count(` AND i.state = 'refused'`)} AS refused,
  (SELECT json_group_array(DISTINCT i.because) FROM view_disposal_item i
   WHERE i.disposal = d.disposal AND i.state = 'refused') AS because`;

type Row = Omit<ListedDisposal, 'because'> & { readonly because: string };

function listed({ because, ...row }: Row): ListedDisposal {
  // The projector wrote them: words of this program.
  return { ...row, because: JSON.parse(because) as DisposalHindrance[] };
}

/** Newest first. */
export function disposalList(db: Db): readonly ListedDisposal[] {
  return db.prepare<[], Row>(`SELECT ${columns} FROM view_disposal d ORDER BY seq DESC`).all().map(listed);
}

export interface DisposalFilter {
  readonly state: ListedDisposal['state'] | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly visible: Visible;
}

/** A page in the order in which they were proposed. */
export function disposalPage(
  db: Db,
  filter: DisposalFilter,
): { readonly disposals: readonly ListedDisposal[]; readonly next: string | null } {
  const { sql, parameters } = disposalRows(filter);
  const found = db.prepare<unknown[], Row & { readonly seq: number }>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ seq }) => String(seq));
  return { disposals: rows.map(({ seq, ...one }) => listed(one)), next };
}

export function disposalRows({ state, after, newestFirst, limit, visible }: DisposalFilter): Condition {
  const conditions = new Conditions()
    .add(newestFirst ? 'seq < ?' : 'seq > ?', after === null ? null : Number(after))
    .add('state = ?', state)
    .and(seenDisposal(visible, 'd.disposal'));
  return {
    sql: `SELECT seq, ${columns} FROM view_disposal d${conditions.where}
      ORDER BY seq${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

export interface DisposedFilter {
  /** Of this disposal alone. */
  readonly disposal: string | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly visible: Visible;
}

/** An item whose original is gone by an approved disposal, and by whose will. */
export interface DisposedItem {
  readonly evidence: string;
  readonly disposal: string;
  readonly at: string;
  readonly reason: string | null;
  readonly proposer: string;
  readonly decider: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

/** What an approved disposal has taken away, by its evidence id. */
export function disposedPage(
  db: Db,
  filter: DisposedFilter,
): { readonly disposed: readonly DisposedItem[]; readonly next: string | null } {
  const { sql, parameters } = disposedRows(filter);
  const found = db.prepare<unknown[], DisposedItem>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ evidence }) => evidence);
  return { disposed: rows, next };
}

export function disposedRows({ disposal, after, newestFirst, limit, visible }: DisposedFilter): Condition {
  const conditions = new Conditions()
    .always(`i.state = 'disposed'`)
    .add('i.disposal = ?', disposal)
    .add(newestFirst ? 'i.evidence < ?' : 'i.evidence > ?', after)
    .and(seenEvidence(visible, 'i.evidence'));
  return {
    sql: `SELECT i.evidence, i.disposal, i.at, d.reason, d.proposer, d.decider, e.sha256, e.bytes
      FROM view_disposal_item i CROSS JOIN view_disposal d USING (disposal) CROSS JOIN view_evidence e USING (evidence)
      ${conditions.where} ORDER BY i.evidence${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** Those of these items whose original an approved disposal has taken away, or is taking away. */
export function disposedAmong(
  db: Db,
  evidence: readonly string[],
): readonly { readonly evidence: string; readonly disposal: string }[] {
  const taken = db.prepare<[string], { evidence: string; disposal: string }>(
    `SELECT evidence, disposal FROM view_disposal_item WHERE evidence = ? AND state IN ('begun', 'disposed')`,
  );
  return evidence.flatMap((one) => taken.get(one) ?? []);
}

/** Error: `retention.disposal_unknown`. */
export function disposalNamed(
  db: Db,
  disposal: string,
): ListedDisposal & { readonly evidence: readonly DisposalItem[] } {
  const found = db
    .prepare<[string], Row>(`SELECT ${columns} FROM view_disposal d WHERE disposal = ?`)
    .get(disposal);
  if (found === undefined)
    throw new RetentionError('retention.disposal_unknown', { disposal }, { field: 'DISPOSAL' });
  const evidence = db
    .prepare<[string], DisposalItem>(
      `SELECT i.evidence, i.state, i.because, i.at, e.sha256, e.bytes
       FROM view_disposal_item i JOIN view_evidence e USING (evidence) WHERE disposal = ? ORDER BY i.evidence`,
    )
    .all(disposal);
  return { ...listed(found), evidence };
}

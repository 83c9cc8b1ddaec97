import type { Db } from '../../custody/database.ts';
import type { NamedFacts, RetentionClass } from '../../custody/entry-kinds.ts';
import { isFiled } from '../../tagging/filed.ts';
import { Conditions, pageOf } from './conditions.ts';
import { anyId, type IdSpan, idsWithin } from './evidence-span.ts';
import type { Way } from './handed-in.ts';
import { type Condition, everything, seenEvidence, type Visible } from './visible.ts';

export const evidenceStates = ['stored', 'secured', 'disposed'] as const;
/** `disposed`: an approved disposal has begun to take its original away, or has done so. */
export type EvidenceState = (typeof evidenceStates)[number];

export interface EvidenceFilter {
  readonly docking: string | null;
  readonly recorder: string | null;
  /** As the file's name says it. */
  readonly officer: string | null;
  readonly state: EvidenceState | null;
  readonly class: RetentionClass | null;
  /** Tagged with this case number, by whomever. */
  readonly case: string | null;
  /** Only those that are filed under no case. */
  readonly withoutCase: boolean;
  /** Only those that are in one place alone: not in the mirror, or not even stored. */
  readonly singleCopy: boolean;
  /** Only those of recorders that are not registered. */
  readonly unassigned: boolean;
  /** When it was secured: from `since` up to, but without, `until`. */
  readonly since: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  /** The evidence id after which the list goes on. */
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  /** What is left out of it; without it nothing is. */
  readonly visible?: Visible;
}

/** An evidence item as lists show it. */
export interface ListedEvidence {
  readonly evidenceId: string;
  readonly recorder: string;
  /** Whether the recorder is registered now. */
  readonly assigned: boolean;
  readonly docking: string;
  /** Over the dock, or by which other way it came. */
  readonly way: Way;
  readonly path: string;
  readonly pathBase64?: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The file's own time on the recorder. */
  readonly modified: string;
  /** What the file's name says; `start` is local and without a zone, as it stands there. */
  readonly named: NamedFacts;
  readonly resumed: boolean;
  readonly state: EvidenceState;
  readonly securedAt: string;
  readonly storedAt: string | null;
}

/** A row of `view_evidence`. */
export interface EvidenceRow {
  readonly evidence: string;
  readonly recorder: string;
  readonly docking: string;
  readonly sha256: string;
  readonly blake3: string;
  readonly sm3: string | null;
  readonly bytes: number;
  readonly path: string;
  readonly path_base64: string | null;
  readonly modified: string;
  readonly device: string | null;
  readonly officer: string | null;
  readonly start: string | null;
  readonly segment: number | null;
  readonly important: number;
  readonly resumed: number;
  readonly secured: string;
  readonly stored: string | null;
  readonly assigned: number;
  readonly way: Way;
  readonly disposed: number;
}

const registered = `EXISTS (SELECT 1 FROM view_recorder r
  WHERE r.recorder = view_evidence.recorder AND r.registered IS NOT NULL)`;
const disposed = `EXISTS (SELECT 1 FROM view_disposal_item d
  WHERE d.evidence = view_evidence.evidence AND d.state IN ('begun', 'disposed'))`;
/** What a list reads of an item. */
export const evidenceColumns = `*, ${registered} AS assigned, ${disposed} AS disposed, coalesce((SELECT way FROM view_handed_in h
  WHERE h.docking = view_evidence.docking), 'dock') AS way`;

const inState: Readonly<Record<EvidenceState, string>> = {
  stored: `view_evidence.stored IS NOT NULL AND NOT ${disposed}`,
  secured: 'view_evidence.stored IS NULL',
  disposed: `view_evidence.evidence IN (SELECT evidence FROM view_disposal_item WHERE state IN ('begun', 'disposed'))`,
};
const classified = (of: RetentionClass): string =>
  `view_evidence.evidence IN (SELECT evidence FROM view_class WHERE class = '${of}')`;
const ofClass: Readonly<Record<RetentionClass, string>> = {
  evidence: classified('evidence'),
  important: classified('important'),
  ordinary: classified('ordinary'),
  // Most of them have no row.
  unclassified: `NOT EXISTS (SELECT 1 FROM view_class c
    WHERE c.evidence = view_evidence.evidence AND c.class <> 'unclassified')`,
};

/** Evidence items in the order of their ids, which is the order in which they came in. */
export function evidenceList(
  db: Db,
  filter: EvidenceFilter,
): { readonly evidence: readonly ListedEvidence[]; readonly next: string | null } {
  const { limit, newestFirst } = filter;
  const { sql, parameters } = evidencePlaces(filter, idsWithin(db, filter.since, filter.until));
  const rows = db
    .prepare<unknown[], EvidenceRow>(
      `SELECT ${evidenceColumns} FROM view_evidence WHERE evidence IN (${sql})
       ORDER BY evidence${newestFirst ? ' DESC' : ''}`,
    )
    .all(...parameters);
  const page = pageOf(rows, limit, ({ evidence }) => evidence);
  return { evidence: page.rows.map(listed), next: page.next };
}

/**
 * The ids of a page and one more. What few may see is found by whose it is, one walk for each unit, merged in order; where
 * a filter leaves a handful anyhow, each of them is looked at.
 * @param ids between which the span of the filter lies
 */
export function evidencePlaces(filter: EvidenceFilter, ids: IdSpan = anyId): Condition {
  const { newestFirst, limit, visible = everything } = filter;
  const direction = newestFirst ? ' DESC' : '';
  if (filter.unassigned) return unassignedPlaces(filter, ids);
  if (visible.all || isNarrow(filter, ids) || visible.units.length > mostArms) {
    const conditions = conditionsOf(filter, ids).and(seenEvidence(visible, 'view_evidence.evidence'));
    return {
      sql: `SELECT evidence FROM view_evidence${conditions.where} ORDER BY evidence${direction} LIMIT ?`,
      parameters: [...conditions.parameters, limit + 1],
    };
  }
  const arms = ownersIn(visible).map(({ column, value }) => {
    const conditions = new Conditions()
      .add(`o.${column} = ?`, value)
      .add(newestFirst ? 'o.evidence < ?' : 'o.evidence > ?', filter.after)
      .add('o.evidence >= ?', ids.from)
      .add('o.evidence < ?', ids.to)
      .and(conditionsOf(filter, ids).all);
    const sql = `SELECT o.evidence AS evidence FROM view_owner o CROSS JOIN view_evidence
      ON view_evidence.evidence = o.evidence${conditions.where}`;
    return { sql, parameters: conditions.parameters };
  });
  if (arms.length === 0) return { sql: 'SELECT NULL WHERE 0', parameters: [] };
  return {
    sql: `${arms.map(({ sql }) => sql).join(' UNION ')} ORDER BY evidence${direction} LIMIT ?`,
    parameters: [...arms.flatMap(({ parameters }) => parameters), limit + 1],
  };
}

/**
 * Of each recorder that is not registered the first of a page, and of all these the first: mostly every recorder is registered,
 * and what the others brought lies anywhere.
 */
function unassignedPlaces(filter: EvidenceFilter, ids: IdSpan): Condition {
  const { newestFirst, limit, visible = everything } = filter;
  const direction = newestFirst ? ' DESC' : '';
  const conditions = new Conditions()
    .always('view_evidence.recorder = r.recorder')
    .and(conditionsOf(filter, ids).all)
    .and(seenEvidence(visible, 'view_evidence.evidence'));
  return {
    sql: `SELECT e.evidence FROM view_recorder r CROSS JOIN view_evidence e ON e.evidence IN (
      SELECT view_evidence.evidence FROM view_evidence${conditions.where}
      ORDER BY view_evidence.evidence${direction} LIMIT ?)
      WHERE r.registered IS NULL ORDER BY e.evidence${direction} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1, limit + 1],
  };
}

/** Who sees more units than this sees most of what there is: each recording is asked, and the page is soon full. */
const mostArms = 8;

/** What is asked for has an index of its own. */
function isNarrow(filter: EvidenceFilter, ids: IdSpan): boolean {
  const { docking, case: filed, recorder, officer, state, since, until } = filter;
  const named = [docking, filed, recorder, officer].some((one) => one !== null);
  const timed = isUnknown(ids) && (since !== null || until !== null);
  return named || timed || state === 'secured' || state === 'disposed';
}

function isUnknown({ from, to }: IdSpan): boolean {
  return from === null && to === null;
}

function ownersIn({ officer, units }: Visible) {
  const own = officer === null ? [] : [{ column: 'officer', value: officer } as const];
  return [...own, ...units.map((unit) => ({ column: 'unit', value: unit }) as const)];
}

function conditionsOf(filter: EvidenceFilter, ids: IdSpan): Conditions {
  const { docking, recorder, officer, case: filed, state, class: kept, withoutCase } = filter;
  const { singleCopy, since, until, after, newestFirst } = filter;
  const conditions = new Conditions()
    .add('view_evidence.docking = ?', docking)
    .add('view_evidence.recorder = ?', recorder)
    .add('view_evidence.officer = ?', officer)
    .add(
      `view_evidence.evidence IN (SELECT evidence FROM view_tag WHERE field = 'case' AND said = ?)`,
      filed === null ? null : JSON.stringify([filed]),
    )
    .add('view_evidence.evidence >= ?', ids.from)
    .add('view_evidence.evidence < ?', ids.to)
    // Between known ids the time is asked of each item: by its index they would come in no order.
    .within(isUnknown(ids) ? 'view_evidence.secured' : '+view_evidence.secured', since, until)
    .add(newestFirst ? 'view_evidence.evidence < ?' : 'view_evidence.evidence > ?', after);
  if (singleCopy) conditions.always(isSingle);
  if (state !== null) conditions.always(inState[state]);
  if (kept !== null) conditions.always(ofClass[kept]);
  if (withoutCase) conditions.always(`NOT ${isFiled}`);
  return conditions;
}

const isSingle = `(view_evidence.stored IS NULL OR NOT EXISTS (SELECT 1 FROM view_mirror)
  OR EXISTS (SELECT 1 FROM work_single s WHERE s.sha256 = view_evidence.sha256))`;

/** The newest items, newest first: for a screen that shows what has just come in. */
export function newestEvidence(db: Db, limit: number): readonly ListedEvidence[] {
  return db
    .prepare<[number], EvidenceRow>(
      `SELECT ${evidenceColumns} FROM view_evidence ORDER BY rowid DESC LIMIT ?`,
    )
    .all(limit)
    .map(listed);
}

export function listed(row: EvidenceRow): ListedEvidence {
  const { device, officer, start, segment } = row;
  return {
    evidenceId: row.evidence,
    recorder: row.recorder,
    assigned: row.assigned === 1,
    docking: row.docking,
    way: row.way,
    path: row.path,
    ...(row.path_base64 === null ? {} : { pathBase64: row.path_base64 }),
    bytes: row.bytes,
    sha256: row.sha256,
    modified: row.modified,
    named: { device, officer, start, segment, important: row.important === 1 },
    resumed: row.resumed === 1,
    state: row.disposed === 1 ? 'disposed' : row.stored === null ? 'secured' : 'stored',
    securedAt: row.secured,
    storedAt: row.stored,
  };
}

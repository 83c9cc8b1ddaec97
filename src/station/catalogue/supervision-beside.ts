import type { Db } from '../../custody/database.ts';
import { Conditions } from './conditions.ts';
import {
  monthOf,
  type SupervisionGroup,
  type SupervisionWish,
  unknown,
  weekOf,
} from './supervision-group.ts';
import { seenEvidence } from './visible.ts';

/** What supervision counts beside lateness; null where that group can have none. */
export interface BesideCounts {
  /** Requests to watch, copy, give out or lift that were submitted; each counts once in each group that it concerns. */
  readonly requests: number | null;
  /** Copies that were found damaged. */
  readonly damaged: number | null;
  /** Copies that were read back, by the daily summaries: those say when, and nothing of whose. */
  readonly checked: number | null;
}

export const nothingBeside = (by: SupervisionGroup): BesideCounts => ({
  requests: by === 'policy' ? null : 0,
  damaged: by === 'policy' ? null : 0,
  checked: isTime(by) ? 0 : null,
});

interface Happened {
  readonly id: string | number;
  readonly at: string;
  readonly officer: string | null;
  readonly unit: string | null;
}

/** By group: requests and fixity in a time. No rule says anything of either. */
export function besideCounts(db: Db, wish: SupervisionWish): ReadonlyMap<string, BesideCounts> {
  const { by, zone } = wish;
  if (by === 'policy') return new Map();
  const counts = new Map<string, BesideCounts>();
  const add = (group: string, name: keyof BesideCounts, more: number): void => {
    const standing = counts.get(group) ?? nothingBeside(by);
    counts.set(group, { ...standing, [name]: (standing[name] ?? 0) + more });
  };
  for (const [name, rows] of [
    ['requests', requestsIn(db, wish)],
    ['damaged', damagesIn(db, wish)],
  ] as const)
    for (const group of groupsOf(rows, by, zone)) add(group, name, 1);
  if (isTime(by))
    for (const { at, checked } of checksIn(db, wish)) add(timeOf(at, by, zone), 'checked', checked);
  return counts;
}

function isTime(by: SupervisionGroup): by is 'week' | 'month' {
  return by === 'week' || by === 'month';
}

function timeOf(at: string, by: 'week' | 'month', zone: string): string {
  const moment = Temporal.Instant.from(at);
  return by === 'week' ? weekOf(moment, zone) : monthOf(moment, zone);
}

/** Each thing once in each of its groups. */
function groupsOf(
  rows: readonly Happened[],
  by: Exclude<SupervisionGroup, 'policy'>,
  zone: string,
): readonly string[] {
  const groupOf = ({ at, officer, unit }: Happened): string =>
    isTime(by) ? timeOf(at, by, zone) : ((by === 'unit' ? unit : officer) ?? unknown);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((some) => [...new Set(some.map(groupOf))]);
}

/** A request that names recordings of two officers comes twice. */
function requestsIn(db: Db, { since, until, visible }: SupervisionWish): readonly Happened[] {
  const conditions = new Conditions()
    .within('r.submitted', since, until)
    .and(seenEvidence(visible, 'e.evidence'));
  return happened(
    db,
    conditions,
    `SELECT DISTINCT r.request AS id, r.submitted AS at, o.officer, o.unit FROM view_request r
      LEFT JOIN view_request_evidence e USING (request) LEFT JOIN view_owner o ON o.evidence = e.evidence`,
  );
}

/** Recordings alone have an owner; a damaged sidecar or attachment counts for nobody. */
function damagesIn(db: Db, { since, until, visible }: SupervisionWish): readonly Happened[] {
  const conditions = new Conditions()
    .within('d.since', since, until)
    .and(seenEvidence(visible, 'e.evidence'));
  return happened(
    db,
    conditions,
    `SELECT DISTINCT d.seq AS id, d.since AS at, o.officer, o.unit FROM view_damage d
      LEFT JOIN view_evidence e ON e.sha256 = d.sha256 LEFT JOIN view_owner o ON o.evidence = e.evidence`,
  );
}

function happened(db: Db, { where, parameters }: Conditions, select: string): readonly Happened[] {
  return db.prepare<unknown[], Happened>(`${select}${where}`).all(...parameters);
}

/** Of the vaults as a whole: whoever sees a part of the recordings is told nothing of them. */
function checksIn(
  db: Db,
  { since, until, visible }: SupervisionWish,
): readonly { readonly at: string; readonly checked: number }[] {
  if (!visible.all) return [];
  const conditions = new Conditions().within('at', since, until);
  return db
    .prepare<unknown[], { at: string; checked: number }>(
      `SELECT at, checked FROM view_fixity${conditions.where}`,
    )
    .all(...conditions.parameters);
}

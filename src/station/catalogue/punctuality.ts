import type { Db } from '../../custody/database.ts';
import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { Conditions } from './conditions.ts';
import { weekOf } from './supervision-group.ts';
import { everything, seenSession, type Visible } from './visible.ts';

/** One session by one rule, as the report of lateness lists it. */
export interface PunctualityRow extends GivenVerdict {
  readonly recorder: string;
  /** As file names say them. */
  readonly officers: readonly string[];
  readonly items: number;
}

export const groupings = ['officer', 'recorder', 'unit', 'week', 'rule'] as const;
export type Grouping = (typeof groupings)[number];

/** How many sessions came in when. 应上传、已上传、按时、迟传、特殊情况、超期、待定、未到期 */
export interface PunctualityCounts {
  readonly group: string;
  readonly due: number;
  readonly stored: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
  readonly overdue: number;
  readonly undetermined: number;
  /** Not stored yet, and the limit has not passed. */
  readonly open: number;
  /** 完成率: stored of all that was due, in percent to one digit; null where nothing was. */
  readonly completion: number | null;
  /** 按时率: in time or excused, of all whose verdict has fallen. */
  readonly punctuality: number | null;
}

/**
 * Every verdict whose first limit ends from `since` up to, but without, `until`; those without a known limit by their
 * docking.
 */
export function punctuality(
  db: Db,
  {
    since,
    until,
    visible = everything,
  }: {
    readonly since: Temporal.Instant | null;
    readonly until: Temporal.Instant | null;
    /** What is left out; without it nothing is. */
    readonly visible?: Visible;
  },
): readonly PunctualityRow[] {
  const conditions = new Conditions()
    .within(`coalesce(v.due, json_extract(v.judgement, '$.docked'))`, since, until)
    .and(seenSession(visible, 'v.session'));
  return db
    .prepare<unknown[], { judgement: string; recorder: string; officers: string | null; items: number }>(
      `SELECT v.judgement, s.recorder, group_concat(DISTINCT i.officer) AS officers, count(i.evidence) AS items
       FROM view_verdict v JOIN view_session s ON s.session = v.session
       JOIN view_session_item i ON i.session = v.session${conditions.where}
       GROUP BY v.session, v.rule ORDER BY v.session, v.rule`,
    )
    .all(...conditions.parameters)
    .map(({ judgement, recorder, officers, items }) => ({
      ...(JSON.parse(judgement) as GivenVerdict),
      recorder,
      officers: officers?.split(',') ?? [],
      items,
    }));
}

/** The counts of each group in order, and of all together. Pure. */
export function punctualityCounts(
  rows: readonly PunctualityRow[],
  by: Grouping,
  where: { readonly unit: string; readonly zone: string },
): { readonly groups: readonly PunctualityCounts[]; readonly all: PunctualityCounts } {
  const groups = Map.groupBy(
    rows.flatMap((row) => groupsOf(row, by, where).map((group) => ({ group, row }))),
    ({ group }) => group,
  );
  return {
    groups: [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, some]) =>
        countsOf(
          group,
          some.map(({ row }) => row),
        ),
      ),
    all: countsOf('', rows),
  };
}

/** A session that names two officers counts for both; one that names none counts as unknown. */
function groupsOf(
  row: PunctualityRow,
  by: Grouping,
  { unit, zone }: { readonly unit: string; readonly zone: string },
): readonly string[] {
  switch (by) {
    case 'officer':
      return row.officers.length === 0 ? ['–'] : row.officers;
    case 'recorder':
      return [row.recorder];
    case 'unit':
      return [unit === '' ? '–' : unit];
    case 'rule':
      return [`${row.policy} ${row.clause}`];
    case 'week': {
      const at = row.due ?? row.docked;
      if (at === null) return ['–'];
      return [weekOf(Temporal.Instant.from(at), zone)];
    }
  }
}

export function countsOf(group: string, rows: readonly PunctualityRow[]): PunctualityCounts {
  const of = (...verdicts: readonly string[]): number =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const stored = rows.filter((row) => row.stored !== null).length;
  const open = of('pending', 'due_soon');
  const fallen = rows.length - open - of('undetermined');
  return {
    group,
    due: rows.length,
    stored,
    onTime: of('on_time'),
    late: of('late'),
    excused: of('excused'),
    overdue: of('overdue'),
    undetermined: of('undetermined'),
    open,
    completion: percent(stored, rows.length),
    punctuality: percent(of('on_time', 'excused'), fallen),
  };
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;
}

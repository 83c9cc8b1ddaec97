import type { Db } from '../../custody/database.ts';
import { countsOf, type PunctualityCounts, type PunctualityRow, punctuality } from './punctuality.ts';
import type { Visible } from './visible.ts';

/** By what supervision counts (ZZ-30). */
export const supervisionGroups = ['unit', 'officer', 'week', 'month', 'policy'] as const;
export type SupervisionGroup = (typeof supervisionGroups)[number];

export interface SupervisionRow extends PunctualityCounts {
  /** Recordings of these courses of enforcement that are filed under no case. */
  readonly uncategorised: number;
}

interface Belonging {
  readonly officers: readonly string[];
  readonly units: readonly string[];
  readonly uncategorised: number;
}

export interface SupervisionWish {
  readonly by: SupervisionGroup;
  readonly since: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly zone: string;
  readonly visible: Visible;
}

/** What was due and what became of it, by group in order; `–` where nobody can say whose or when it is. */
export function supervision(
  db: Db,
  { by, since, until, zone, visible }: SupervisionWish,
): readonly SupervisionRow[] {
  const belonging = belongings(db);
  const told = punctuality(db, { since, until, visible }).map((row) => ({
    row,
    whose: belonging(row.session),
  }));
  const groups = Map.groupBy(
    told.flatMap((one) => namesOf(one.row, one.whose, by, zone).map((group) => ({ group, ...one }))),
    ({ group }) => group,
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, some]) => ({
      ...countsOf(
        group,
        some.map(({ row }) => row),
      ),
      uncategorised: uncategorisedOf(some),
    }));
}

/** A session that two rules judge is counted once here. */
function uncategorisedOf(
  some: readonly { readonly row: PunctualityRow; readonly whose: Belonging }[],
): number {
  const each = new Map(some.map(({ row, whose }) => [row.session, whose.uncategorised]));
  return [...each.values()].reduce((sum, one) => sum + one, 0);
}

function belongings(db: Db): (session: string) => Belonging {
  const read = db.prepare<[string], { officer: string | null; unit: string | null; filed: number }>(
    `SELECT o.officer, o.unit, EXISTS (SELECT 1 FROM view_filed f
       WHERE f.evidence = i.evidence AND f.field = 'case') AS filed
     FROM view_session_item i LEFT JOIN view_owner o ON o.evidence = i.evidence WHERE i.session = ?`,
  );
  const known = new Map<string, Belonging>();
  const distinct = (some: readonly (string | null)[]) => [...new Set(some.filter((one) => one !== null))];
  return (session) => {
    const standing = known.get(session);
    if (standing !== undefined) return standing;
    const rows = read.all(session);
    const found = {
      officers: distinct(rows.map(({ officer }) => officer)),
      units: distinct(rows.map(({ unit }) => unit)),
      uncategorised: rows.filter(({ filed }) => filed === 0).length,
    };
    known.set(session, found);
    return found;
  };
}

const unknown = ['–'];

function namesOf(
  row: PunctualityRow,
  whose: Belonging,
  by: SupervisionGroup,
  zone: string,
): readonly string[] {
  const at = row.due ?? row.docked;
  const day = at === null ? null : Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  switch (by) {
    case 'officer':
      return whose.officers.length === 0 ? unknown : whose.officers;
    case 'unit':
      return whose.units.length === 0 ? unknown : whose.units;
    case 'policy':
      return [`${row.policy} ${row.clause}`];
    case 'week':
      return day === null ? unknown : [`${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`];
    case 'month':
      return day === null ? unknown : [day.toPlainDate().toPlainYearMonth().toString()];
  }
}

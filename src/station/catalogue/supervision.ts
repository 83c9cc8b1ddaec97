import type { Db } from '../../custody/database.ts';
import { countsOf, type PunctualityCounts, type PunctualityRow, punctuality } from './punctuality.ts';
import { type BesideCounts, besideCounts, nothingBeside } from './supervision-beside.ts';
import {
  monthOf,
  type SupervisionGroup,
  type SupervisionWish,
  unknown,
  weekOf,
} from './supervision-group.ts';
import { seenEvidence, type Visible } from './visible.ts';

export interface SupervisionRow extends PunctualityCounts, BesideCounts {
  /** Recordings of these courses of enforcement that are filed under no case. */
  readonly uncategorised: number;
}

interface Belonging {
  readonly officers: readonly string[];
  readonly units: readonly string[];
  readonly uncategorised: number;
}

/** What was due and what became of it, by group in order; `–` where nobody can say whose or when it is. */
export function supervision(db: Db, wish: SupervisionWish): readonly SupervisionRow[] {
  const { by, since, until, zone, visible } = wish;
  const belonging = belongings(db, visible);
  const told = punctuality(db, { since, until, visible }).map((row) => ({
    row,
    whose: belonging(row.session),
  }));
  const groups = Map.groupBy(
    told.flatMap((one) => namesOf(one.row, one.whose, by, zone).map((group) => ({ group, ...one }))),
    ({ group }) => group,
  );
  const beside = besideCounts(db, wish);
  return [...new Set([...groups.keys(), ...beside.keys()])].toSorted().map((group) => {
    const some = groups.get(group) ?? [];
    const rows = some.map(({ row }) => row);
    const counts = { ...countsOf(group, rows), uncategorised: uncategorisedOf(some) };
    return { ...counts, ...(beside.get(group) ?? nothingBeside(by)) };
  });
}

/** A session that two rules judge is counted once here. */
function uncategorisedOf(
  some: readonly { readonly row: PunctualityRow; readonly whose: Belonging }[],
): number {
  const each = new Map(some.map(({ row, whose }) => [row.session, whose.uncategorised]));
  return [...each.values()].reduce((sum, one) => sum + one, 0);
}

/** Of a course of several units only what may be seen of it counts, and names its group. */
function belongings(db: Db, visible: Visible): (session: string) => Belonging {
  const seen = seenEvidence(visible, 'i.evidence');
  const read = db.prepare<unknown[], { officer: string | null; unit: string | null; filed: number }>(
    `SELECT o.officer, o.unit, EXISTS (SELECT 1 FROM view_filed f
       WHERE f.evidence = i.evidence AND f.field = 'case') AS filed
     FROM view_session_item i LEFT JOIN view_owner o ON o.evidence = i.evidence
     WHERE i.session = ?${seen === null ? '' : ` AND ${seen.sql}`}`,
  );
  const known = new Map<string, Belonging>();
  const distinct = (some: readonly (string | null)[]) => [...new Set(some.filter((one) => one !== null))];
  return (session) => {
    const standing = known.get(session);
    if (standing !== undefined) return standing;
    const rows = read.all(session, ...(seen?.parameters ?? []));
    const found = {
      officers: distinct(rows.map(({ officer }) => officer)),
      units: distinct(rows.map(({ unit }) => unit)),
      uncategorised: rows.filter(({ filed }) => filed === 0).length,
    };
    known.set(session, found);
    return found;
  };
}

const nobody = [unknown];

function namesOf(
  row: PunctualityRow,
  whose: Belonging,
  by: SupervisionGroup,
  zone: string,
): readonly string[] {
  const at = row.due ?? row.docked;
  const moment = at === null ? null : Temporal.Instant.from(at);
  switch (by) {
    case 'officer':
      return whose.officers.length === 0 ? nobody : whose.officers;
    case 'unit':
      return whose.units.length === 0 ? nobody : whose.units;
    case 'policy':
      return [`${row.policy} ${row.clause}`];
    case 'week':
      return moment === null ? nobody : [weekOf(moment, zone)];
    case 'month':
      return moment === null ? nobody : [monthOf(moment, zone)];
  }
}

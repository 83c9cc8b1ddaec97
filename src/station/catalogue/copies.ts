import type { Db } from '../../custody/database.ts';
import type { DamageKind } from '../../custody/entry-kinds.ts';
import { countedSince } from '../../vault/fixity/copies.ts';
import { knownMirrors, type Singles, singles } from '../../vault/mirror/mirror-book.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { Condition } from './visible.ts';

/** One copy of an original. */
export interface StandingCopy {
  readonly vault: string;
  readonly role: 'main' | 'mirror';
  /** Relative to its vault. */
  readonly object: string;
  /** Where its vault is, and the object below it; null where that is not known any more. */
  readonly location: string | null;
  readonly retainUntil: string;
  readonly since: string;
  /** When it was last read back whole. */
  readonly checkedAt: string | null;
  /** Null where it is sound, as far as it was looked at. */
  readonly damage: DamageKind | null;
}

interface CopyRow {
  readonly vault: string;
  readonly main: number;
  readonly object: string;
  readonly place: string | null;
  readonly retainUntil: string;
  readonly since: string;
  readonly checkedAt: string | null;
  readonly damage: DamageKind | null;
}

/** Where the copies of an original lie, that in the vault first. @param address where the vault is */
export function copiesOf(db: Db, sha256: string, address: string): readonly StandingCopy[] {
  const rows = db
    .prepare<[string, string], CopyRow>(
      `SELECT c.*, f.checked AS checkedAt,
         (SELECT kind FROM view_damage d WHERE d.vault = c.vault AND d.sha256 = c.sha256 AND d.ended IS NULL) AS damage
       FROM (
         SELECT vault, sha256, 1 AS main, object, NULL AS place, retain_until AS retainUntil, stored AS since
         FROM view_original WHERE sha256 = ?
         UNION ALL
         SELECT vault, sha256, 0, object,
           (SELECT place FROM view_mirror m WHERE m.vault = c.vault ORDER BY seq DESC LIMIT 1),
           retain_until, mirrored
         FROM view_mirrored c WHERE sha256 = ?
       ) c LEFT JOIN work_fixity f ON f.vault = c.vault AND f.sha256 = c.sha256
       ORDER BY main DESC, since`,
    )
    .all(sha256, sha256);
  return rows.map(({ main, place, object, ...row }) => {
    const at = main === 1 ? address : place;
    return {
      ...row,
      object,
      role: main === 1 ? 'main' : 'mirror',
      location: at === null ? null : `${at}/${object}`,
    };
  });
}

/** How the mirror stands, as the catalogue knows it. */
export interface MirrorStanding {
  /** Null where there is none. */
  readonly mirror: {
    readonly vault: string;
    readonly kind: 'local' | 's3';
    readonly place: string | null;
  } | null;
  /** Since when it is known not to be there, or not to have been made; null where nothing says so. */
  readonly awaySince: string | null;
  readonly copies: number;
  readonly bytes: number;
  readonly single: Singles;
}

export function mirrorStanding(db: Db): MirrorStanding {
  const [mirror = null] = knownMirrors(db);
  const held = db.prepare<[string], { copies: number; bytes: number }>(
    'SELECT held AS copies, bytes FROM work_fixity_held WHERE vault = ?',
  );
  const { copies, bytes } = (mirror === null ? null : held.get(mirror.vault)) ?? { copies: 0, bytes: 0 };
  return { mirror, awaySince: awaySince(db), copies, bytes, single: singles(db) };
}

function awaySince(db: Db): string | null {
  const raised = db
    .prepare<[], string>(
      `SELECT a.raised FROM view_alarm a JOIN view_alarm_life l USING (alarm)
       WHERE l.state <> 'closed' AND a.code IN ('mirror_absent', 'mirror_not_made') ORDER BY a.rowid LIMIT 1`,
    )
    .pluck();
  return raised.get() ?? null;
}

/** How many copies are damaged now. */
export function damagedNow(db: Db): number {
  const count = db.prepare<[], number>('SELECT count(*) FROM view_damage WHERE ended IS NULL').pluck();
  return count.get() ?? 0;
}

/** How far the checks of one vault are. */
export interface FixityStanding {
  readonly vault: string;
  readonly role: 'main' | 'mirror';
  readonly held: number;
  readonly heldBytes: number;
  /** Everything in it was read back since then. */
  readonly allSince: string | null;
  /** How many of them were read back longer ago than the days that are set. */
  readonly overdue: number;
  /** Since the last daily summary. */
  readonly today: {
    readonly from: string;
    readonly checked: number;
    readonly bytes: number;
    readonly damaged: number;
  } | null;
  readonly damaged: readonly KnownDamage[];
  /** Repaired or sound again, the newest first, at most ten. */
  readonly ended: readonly KnownDamage[];
}

export interface KnownDamage {
  readonly sha256: string;
  readonly object: string;
  readonly kind: DamageKind;
  readonly since: string;
  readonly ended: string | null;
  readonly because: 'repaired' | 'sound' | null;
  readonly kept: string | null;
  readonly evidence: string | null;
}

const shownEnded = 10;

const damageColumns = `sha256, object, kind, since, ended, because, kept,
  (SELECT evidence FROM view_evidence e WHERE e.sha256 = d.sha256 LIMIT 1) AS evidence`;

/** @param overdue what was last read back before it has waited for too long */
export function fixityStanding(db: Db, main: string, overdue: Temporal.Instant): readonly FixityStanding[] {
  const vaults = [
    { vault: main, role: 'main' as const },
    ...knownMirrors(db)
      .slice(0, 1)
      .map(({ vault }) => ({ vault, role: 'mirror' as const })),
  ];
  return vaults.map(({ vault, role }) => ({ vault, role, ...standingOf(db, vault, overdue) }));
}

function standingOf(
  db: Db,
  vault: string,
  overdue: Temporal.Instant,
): Omit<FixityStanding, 'vault' | 'role'> {
  const one = <T>(sql: string, ...params: readonly string[]): T | undefined =>
    db.prepare<unknown[], T>(sql).get(vault, ...params);
  const held = one<{ held: number; heldBytes: number }>(
    'SELECT held, bytes AS heldBytes FROM work_fixity_held WHERE vault = ?',
  );
  const oldest = one<{ checked: string | null }>(
    'SELECT min(checked) AS checked FROM work_fixity WHERE vault = ?',
  );
  const late = one<{ count: number }>(
    'SELECT count(*) AS count FROM work_fixity WHERE vault = ? AND checked < ?',
    overdue.toString(),
  );
  const today = one<NonNullable<FixityStanding['today']>>(countedSince);
  return {
    ...(held ?? { held: 0, heldBytes: 0 }),
    allSince: oldest?.checked ?? null,
    overdue: late?.count ?? 0,
    today: today ?? null,
    damaged: damages(db, vault, 'ended IS NULL ORDER BY seq'),
    ended: damages(db, vault, `ended IS NOT NULL ORDER BY seq DESC LIMIT ${shownEnded}`),
  };
}

function damages(db: Db, vault: string, which: string): readonly KnownDamage[] {
  return db
    .prepare<[string], KnownDamage>(`SELECT ${damageColumns} FROM view_damage d WHERE vault = ? AND ${which}`)
    .all(vault);
}

export interface DamageFilter {
  /** Those that are damaged still. */
  readonly openOnly: boolean;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** Damages of all vaults, in the order in which they were found. @param main which of them is the vault itself */
export function damagePage(
  db: Db,
  main: string,
  filter: DamageFilter,
): {
  readonly damages: readonly (KnownDamage & Pick<FixityStanding, 'vault' | 'role'>)[];
  readonly next: string | null;
} {
  const { sql, parameters } = damageRows(filter);
  const found = db
    .prepare<unknown[], KnownDamage & { readonly vault: string; readonly seq: number }>(sql)
    .all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ seq }) => String(seq));
  const damages = rows.map(({ seq, vault, ...one }) => {
    const role: FixityStanding['role'] = vault === main ? 'main' : 'mirror';
    return { vault, role, ...one };
  });
  return { damages, next };
}

export function damageRows({ openOnly, after, newestFirst, limit }: DamageFilter): Condition {
  const conditions = new Conditions().add(
    newestFirst ? 'seq < ?' : 'seq > ?',
    after === null ? null : Number(after),
  );
  if (openOnly) conditions.always('ended IS NULL');
  return {
    sql: `SELECT seq, vault, ${damageColumns} FROM view_damage d${conditions.where}
      ORDER BY seq${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

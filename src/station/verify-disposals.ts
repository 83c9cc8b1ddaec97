import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';
import type { DamageReport } from '../custody/verify/damage.ts';
import { effectiveTag, type TagSource } from '../tagging/tags.ts';
import { sayInBoth } from '../texts/say.ts';
import type { Text } from '../texts/text.ts';

/** An original that began to go while it had to stay. */
export interface Unlawful {
  readonly sha256: string;
  readonly evidence: string;
  readonly disposal: string;
  readonly entry: number;
  readonly why: Text;
}

/**
 * Judges each beginning of a disposal by what the entries before it say, and nothing else: whoever has changed the
 * station's tables, so that it forgot a hold, has not changed these. Stands before the projectors in a replay.
 */
export class DisposalWatch implements Projector {
  readonly tables = [];
  readonly #unlawful = new Map<string, Unlawful>();

  /** Those that have not come in again since. */
  get unlawful(): readonly Unlawful[] {
    return [...this.#unlawful.values()];
  }

  prepare(db: Db): (entry: AnyEntry) => void {
    const before = new Before(db);
    return (entry) => {
      switch (entry.type) {
        case 'evidence.disposal_begun':
          this.#judge(before, entry);
          return;
        case 'evidence.disposal_refused':
          for (const sha256 of entry.data.standing) this.#unlawful.delete(sha256);
          return;
        case 'recording.stored':
        case 'sidecar.stored':
        case 'attachment.stored':
        case 'finding.attached':
          this.#unlawful.delete(entry.data.sha256);
          return;
        default:
      }
    };
  }

  #judge(before: Before, { seq, at, data }: LedgerEntry<'evidence.disposal_begun'>): void {
    const { evidence, disposal, originals } = data;
    const said = { disposal, entry: seq };
    const ofItem = before.permission(evidence, said);
    for (const { sha256 } of originals) {
      const why = ofItem ?? before.hindrance(sha256, evidence, at, said);
      // A second disposal, lawful by then, does not bring back what the first has taken.
      if (why === null || this.#unlawful.has(sha256)) continue;
      this.#unlawful.set(sha256, { sha256, evidence, disposal, entry: seq, why });
    }
  }
}

/** What was disposed of unlawfully counts as missing, whatever stands or does not. */
export function tellUnlawful(unlawful: readonly Unlawful[], damage: DamageReport): void {
  for (const { evidence, disposal, why } of unlawful) {
    const place = `evidence ${evidence} by disposal ${disposal}`;
    damage.add('object_missing', place, 'a lawful disposal', why.en, [evidence], why);
  }
}

interface Said {
  readonly disposal: string;
  readonly entry: number;
}

/** What the entries have said so far. */
class Before {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  /** Why the disposal may not take this item; null where it may. */
  permission(evidence: string, said: Said): Text | null {
    const found = this.#sql.permission.get(evidence, said.disposal);
    if (found?.approved !== 1) return sayInBoth('damage.disposal_unapproved', said);
    return found.listed === 1 ? null : sayInBoth('damage.disposal_unlisted', said);
  }

  /** Why this original of the item must stay; null where nothing says so. */
  hindrance(sha256: string, evidence: string, at: string, said: Said): Text | null {
    const has = { evidence, sha256 };
    if (this.#sql.owns.get(has) !== 1) return sayInBoth('damage.disposal_foreign', said);
    const hold = this.#sql.itemHold.get(has) ?? this.#caseHold(has);
    if (hold !== null) return sayInBoth('damage.disposal_held', { ...said, hold });
    const because = this.#sql.held.get(sha256);
    if (because !== undefined) return sayInBoth('damage.disposal_on_hold', { ...said, because });
    const until = this.#sql.dates
      .all({ sha256 })
      .find((one) => Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(at)) > 0);
    return until === undefined ? null : sayInBoth('damage.disposal_locked', { ...said, until });
  }

  /** As the station counts it: by the source that is believed most, each of several candidates. */
  #caseHold(has: { readonly evidence: string; readonly sha256: string }): string | null {
    const found = this.#sql.caseHolds
      .all(has)
      .find(({ evidence, about }) => casesIn(this.#sql.tags.all(evidence)).includes(about));
    return found?.hold ?? null;
  }
}

function casesIn(said: readonly { readonly source: string; readonly said: string }[]): readonly string[] {
  const filed = effectiveTag(
    'case',
    // The projector wrote them: names of this program's sources, and a list of texts.
    said.map((one) => ({
      field: 'case',
      source: one.source as TagSource,
      values: JSON.parse(one.said) as readonly string[],
    })),
  );
  if (filed === null) return [];
  return filed.value === null ? filed.candidates : [filed.value];
}

/** From the few holds to their items and never back: a replay has no index over a million digests. */
const hasIt = `(i.evidence = @evidence OR i.sha256 = @sha256 OR EXISTS (
  SELECT 1 FROM view_sidecar s WHERE s.evidence = i.evidence AND s.sha256 = @sha256))`;

interface Has {
  readonly evidence: string;
  readonly sha256: string;
}

function statements(db: Db): {
  readonly permission: Statement<[string, string], { approved: number; listed: number }>;
  readonly owns: Statement<[Has], number>;
  readonly itemHold: Statement<[Has], string>;
  readonly caseHolds: Statement<[Has], { hold: string; about: string; evidence: string }>;
  readonly tags: Statement<[string], { source: string; said: string }>;
  readonly held: Statement<[string], string>;
  readonly dates: Statement<[Pick<Has, 'sha256'>], string>;
} {
  return {
    permission: db.prepare(
      `SELECT d.state = 'approved' AND d.decider <> d.proposer AS approved,
         d.finished IS NULL AND coalesce(i.state IN ('listed', 'begun'), 0) AS listed
       FROM view_disposal d LEFT JOIN view_disposal_item i ON i.disposal = d.disposal AND i.evidence = ?
       WHERE d.disposal = ?`,
    ),
    owns: db
      .prepare<[Has], number>(
        `SELECT EXISTS (SELECT 1 FROM view_evidence WHERE evidence = @evidence AND sha256 = @sha256)
           OR EXISTS (SELECT 1 FROM view_sidecar WHERE evidence = @evidence AND sha256 = @sha256)`,
      )
      .pluck(),
    itemHold: db
      .prepare<[Has], string>(
        `SELECT h.hold FROM view_hold h CROSS JOIN view_evidence i ON i.evidence = h.about
         WHERE h.of = 'evidence' AND h.lifted IS NULL AND ${hasIt} ORDER BY h.seq LIMIT 1`,
      )
      .pluck(),
    caseHolds: db.prepare(
      `SELECT DISTINCT h.hold, h.about, i.evidence FROM view_hold h
         CROSS JOIN view_filed f ON f.field = 'case' AND f.value = h.about
         CROSS JOIN view_evidence i ON i.evidence = f.evidence
       WHERE h.of = 'case' AND h.lifted IS NULL AND ${hasIt} ORDER BY h.seq`,
    ),
    tags: db.prepare(`SELECT source, said FROM view_tag WHERE evidence = ? AND field = 'case'`),
    held: db.prepare<[string], string>('SELECT because FROM view_held WHERE sha256 = ?').pluck(),
    dates: db
      .prepare<[Pick<Has, 'sha256'>], string>(
        `SELECT retain_until FROM view_original WHERE sha256 = @sha256
         UNION ALL SELECT until FROM view_retained WHERE sha256 = @sha256`,
      )
      .pluck(),
  };
}

import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../clock.ts';
import { machine } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { HoldReason, RetentionClass } from '../../custody/entry-kinds.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { instantIn, isDay } from '../../tagging/registers/moment.ts';
import { effectiveTag, type TagField, type TagSource } from '../../tagging/tags.ts';
import {
  classOf,
  type ItemFacts,
  type Kept,
  keptFor,
  keptForRecords,
  longestOf,
  type RetentionTerms,
} from '../../vault/retention/class.ts';
import type { RetentionPlan } from '../../vault/retention/plan.ts';
import { laterOf } from '../../vault/retention-date.ts';

/** What the ledger says of how an original is kept now. */
export interface StandingKept extends Kept {
  readonly blake3: string;
  readonly bytes: number;
}

/** What an item is, and what holds it. */
export interface KeptItem {
  readonly class: RetentionClass;
  readonly kept: Kept;
  /** Its sidecars too. */
  readonly stored: boolean;
}

interface OwnerRow {
  readonly evidence: string;
  readonly stored: string | null;
  readonly important: number;
}

interface OriginalRow {
  readonly blake3: string;
  readonly bytes: number;
  readonly until: string;
  readonly because: string | null;
  readonly stored: string;
}

/** How originals are to be kept, by what the catalogue says of everybody that has them. */
export class RetentionBook implements RetentionPlan {
  readonly #terms: RetentionTerms;
  readonly #clock: Clock;
  readonly #registers: RegisterBook;
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db, terms: RetentionTerms, clock: Clock) {
    this.#terms = terms;
    this.#clock = clock;
    this.#registers = new RegisterBook(db);
    this.#sql = statements(db);
  }

  /** Of the station; times that people read are told in it. */
  get zone(): string {
    return this.#terms.zone;
  }

  atStore(sha256: string, evidence: string | null): Kept {
    const now = this.#clock.now();
    const rows = this.#sql.owners.all(sha256, sha256);
    const mine = evidence === null ? undefined : this.#sql.item.get(evidence);
    const [first, ...others] = [...rows, ...(mine === undefined ? [] : [mine])].map((row) =>
      this.#kept(row, now),
    );
    return first === undefined ? keptForRecords(now, this.#terms) : longestOf([first, ...others]);
  }

  heldNews(sha256: string, { because }: Kept): readonly AnyDraft[] {
    const standing = this.standing(sha256)?.because ?? [];
    if (because.length === 0 || sameReasons(standing, because)) return [];
    return [heldDraft(sha256, because)];
  }

  /** How a stored original is to be kept; null where no item that still has one has it. */
  target(sha256: string): Kept | null {
    const original = this.#sql.original.get(sha256);
    const stored = original === undefined ? this.#clock.now() : Temporal.Instant.from(original.stored);
    const [first, ...others] = this.#sql.owners.all(sha256, sha256).map((row) => this.#kept(row, stored));
    return first === undefined ? null : longestOf([first, ...others]);
  }

  /** What the ledger says of it; null where it was never stored. */
  standing(sha256: string): StandingKept | null {
    const row = this.#sql.original.get(sha256);
    if (row === undefined) return null;
    return {
      ...{ blake3: row.blake3, bytes: row.bytes, until: Temporal.Instant.from(row.until) },
      // The projector wrote it: words of this program.
      because: row.because === null ? [] : (row.because.split(' ') as HoldReason[]),
    };
  }

  /** Null where there is no such item. */
  item(evidence: string): KeptItem | null {
    const row = this.#sql.item.get(evidence);
    if (row === undefined) return null;
    const now = this.#clock.now();
    const stored = row.stored !== null && this.#sql.waiting.get(evidence) === undefined;
    return { class: classOf(this.#facts(row, now)), kept: this.#kept(row, now), stored };
  }

  /** The items of which this original is the recording, and whose class differs from the one that stands. */
  classNews(sha256: string): readonly AnyDraft[] {
    return this.#sql.recordings.all(sha256).flatMap(({ standing, ...row }) => {
      const found = classOf(this.#facts(row, this.#clock.now()));
      if (found === (standing ?? 'unclassified')) return [];
      const subject = { kind: 'evidence', id: row.evidence } as const;
      const data = { evidence: row.evidence, class: found };
      return [{ type: 'evidence.classified', actor: machine, subject, data, personal: {} }];
    });
  }

  /** Its recording first, then its sidecars: what is stored of an item, each once. */
  originalsOf(evidence: string): readonly string[] {
    return [...new Set(this.#sql.originals.all(evidence, evidence))];
  }

  /**
   * What goes with an item: those originals of it that nothing else has, but what has been disposed of.
   * @param going items that are disposed of too
   */
  ownOriginals(evidence: string, going: ReadonlySet<string> = new Set()): readonly string[] {
    const kept = (one: string): boolean => one !== evidence && !going.has(one);
    return this.originalsOf(evidence).filter(
      (sha256) =>
        !this.#sql.owners.all(sha256, sha256).some((owner) => kept(owner.evidence)) &&
        this.#sql.attached.get(sha256, sha256) === 0,
    );
  }

  /** By its class, or longer where a person wants it longer. */
  #kept(row: OwnerRow, unstored: Temporal.Instant): Kept {
    const kept = keptFor(this.#facts(row, unstored), this.#terms);
    const extended = this.#sql.extended.all(row.evidence).map((until) => Temporal.Instant.from(until));
    return { ...kept, until: extended.reduce(laterOf, kept.until) };
  }

  #facts({ evidence, stored, important }: OwnerRow, unstored: Temporal.Instant): ItemFacts {
    const said = this.#sql.tags.all(evidence);
    const effective = (field: TagField) =>
      effectiveTag(
        field,
        // The projector wrote them: names of this program's fields and sources, and a list of texts.
        said
          .filter((one) => one.field === field)
          .map((one) => ({ field, source: one.source as TagSource, values: JSON.parse(one.said) })),
      );
    const importance = effective('importance')?.value ?? (important === 1 ? 'important' : null);
    const filed = effective('case');
    // Between candidates nobody has decided: each may be the one.
    const cases = filed === null ? [] : filed.value === null ? filed.candidates : [filed.value];
    return {
      stored: stored === null ? unstored : Temporal.Instant.from(stored),
      importance: importance === 'important' || importance === 'ordinary' ? importance : null,
      cases: cases.map((number) => ({ closed: this.#closed(number) })),
      heldByPerson: this.#sql.held.get(evidence, evidence) === 1,
    };
  }

  /** A case that the register does not have any more is not known to be closed. Of a day no more is known than its end. */
  #closed(number: string): Temporal.Instant | null {
    const values = this.#registers.row('cases', number)?.values;
    const moment = values?.['closed'] ?? values?.['archived'];
    if (moment === undefined) return null;
    const { zone } = this.#terms;
    const start = instantIn(moment, zone);
    if (!isDay(moment)) return start;
    return start.toZonedDateTimeISO(zone).add({ days: 1 }).subtract({ nanoseconds: 1 }).toInstant();
  }
}

export function sameReasons(a: readonly HoldReason[], b: readonly HoldReason[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ');
}

export function heldDraft(sha256: string, because: readonly HoldReason[]): AnyDraft {
  const subject = { kind: 'original', id: sha256 } as const;
  return {
    type: 'original.held',
    actor: machine,
    subject,
    data: { sha256, because: because.toSorted() },
    personal: {},
  };
}

const gone = `NOT EXISTS (SELECT 1 FROM view_disposal_item d
  WHERE d.evidence = e.evidence AND d.state IN ('begun', 'disposed'))`;

interface Statements {
  readonly owners: Statement<[string, string], OwnerRow>;
  readonly item: Statement<[string], OwnerRow>;
  readonly recordings: Statement<[string], OwnerRow & { readonly standing: RetentionClass | null }>;
  readonly original: Statement<[string], OriginalRow>;
  readonly originals: Statement<[string, string], string>;
  readonly tags: Statement<[string], { field: string; source: string; said: string }>;
  readonly held: Statement<[string, string], number>;
  readonly attached: Statement<[string, string], number>;
  readonly waiting: Statement<[string], number>;
  readonly extended: Statement<[string], string>;
}

function statements(db: Db): Statements {
  return {
    owners: db.prepare(
      `SELECT e.evidence, e.stored, e.important FROM view_evidence e WHERE e.evidence IN (
         SELECT evidence FROM view_evidence WHERE sha256 = ?
         UNION SELECT evidence FROM view_sidecar WHERE sha256 = ?) AND ${gone}`,
    ),
    item: db.prepare('SELECT evidence, stored, important FROM view_evidence WHERE evidence = ?'),
    recordings: db.prepare(
      `SELECT e.evidence, e.stored, e.important, c.class AS standing
       FROM view_evidence e LEFT JOIN view_class c USING (evidence) WHERE e.sha256 = ? AND ${gone}`,
    ),
    original: db.prepare(
      `SELECT o.blake3, o.bytes, max(o.retain_until, coalesce(r.until, '')) AS until, h.because, o.stored
       FROM view_original o LEFT JOIN view_retained r USING (sha256) LEFT JOIN view_held h USING (sha256)
       WHERE o.sha256 = ?`,
    ),
    originals: db
      .prepare<[string, string], string>(
        `SELECT sha256 FROM view_evidence WHERE evidence = ? AND stored IS NOT NULL
         UNION ALL SELECT sha256 FROM view_sidecar WHERE evidence = ?`,
      )
      .pluck(),
    extended: db.prepare<[string], string>('SELECT until FROM view_extended WHERE evidence = ?').pluck(),
    tags: db.prepare(
      `SELECT field, source, said FROM view_tag WHERE evidence = ? AND field IN ('case', 'importance')`,
    ),
    held: db
      .prepare<[string, string], number>(
        `SELECT EXISTS (SELECT 1 FROM view_hold WHERE of = 'evidence' AND about = ? AND lifted IS NULL)
           OR EXISTS (SELECT 1 FROM view_hold_item i JOIN view_hold h USING (hold)
             WHERE i.evidence = ? AND h.lifted IS NULL)`,
      )
      .pluck(),
    waiting: db.prepare<[string], number>('SELECT 1 FROM view_sidecar_waiting WHERE evidence = ?').pluck(),
    attached: db
      .prepare<[string, string], number>(
        `SELECT EXISTS (SELECT 1 FROM view_attachment WHERE sha256 = ?)
           OR EXISTS (SELECT 1 FROM view_finding_attachment WHERE sha256 = ?)`,
      )
      .pluck(),
  };
}

import type { Db } from '../../custody/database.ts';
import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { TagBook } from '../../tagging/tag-book.ts';
import { type EffectiveTag, effectiveTags } from '../../tagging/tags.ts';
import { StationError } from '../error.ts';
import { copiesOf, type StandingCopy } from './copies.ts';
import { custodyHistory, type StandingEntry } from './entries.ts';
import { type EvidenceRow, evidenceColumns, type ListedEvidence, listed } from './evidence-list.ts';
import { findingsBeside, type ListedFinding } from './findings.ts';
import { type HandedInRecord, handedIn } from './handed-in.ts';
import { type ItemRetention, itemRetention } from './item-retention.ts';
import { type ShownLocation, shownLocation } from './location.ts';
import { markerOf, type StandingMarker } from './marker.ts';
import { sessionOfEvidence, verdictsOf } from './sessions.ts';
import { type ShownViewing, shownViewing } from './viewing.ts';

/** Everything that the station knows of one evidence item. */
export interface EvidenceItem extends ListedEvidence {
  readonly digests: { readonly sha256: string; readonly blake3: string; readonly sm3: string | null };
  /** Where the original lies; null while it is secured only, and once it was disposed of. */
  readonly original: StandingOriginal | null;
  /** Where its copies lie: in the vault, and in the mirror. */
  readonly copies: readonly StandingCopy[];
  /** Its class, how long it is kept, what holds it, and whether it is disposed of. */
  readonly retention: ItemRetention;
  readonly sidecars: readonly {
    readonly path: string;
    readonly pathBase64?: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly modified: string;
    /** Null once it was disposed of. */
    readonly objectPath: string | null;
  }[];
  /** Who handed it in; null where it came over the dock. */
  readonly handedIn: HandedInRecord | null;
  /** The course of enforcement that it belongs to; null while it has not been judged. */
  readonly session: string | null;
  readonly verdicts: readonly GivenVerdict[];
  /** What its card's marker file says beside the recorder's number; null where it says nothing. */
  readonly marker: StandingMarker | null;
  /** Whose it is, what case, where: what holds, and what each source says. */
  readonly tags: readonly EffectiveTag[];
  readonly location: ShownLocation;
  /** What does not fit, and what was said to it. */
  readonly findings: readonly ListedFinding[];
  /** Its copy for watching; no evidence. */
  readonly viewing: ShownViewing;
  readonly history: readonly StandingEntry[];
}

export interface StandingOriginal {
  readonly vault: string;
  /** Relative to the vault. */
  readonly object: string;
  readonly objectPath: string;
  /** Locked against change and deletion until then. */
  readonly retainUntil: string;
  /** Whether the store itself refuses change beyond read-only mode. */
  readonly immutable: boolean;
  /** Whether the vault was asked for its bytes after it was stored, and gave the same. */
  readonly readBack: boolean;
  readonly storedAt: string;
}

interface OriginalRow {
  readonly vault: string;
  readonly object: string;
  readonly retain_until: string;
  readonly immutable: number;
  readonly stored: string;
  readonly unread: number;
}

interface SidecarRow {
  readonly path: string;
  readonly path_base64: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly modified: string;
  readonly object: string;
}

/** @param address where the vault is: an absolute folder, or its address in a store. Error: `station.evidence_unknown`. */
export function evidenceItem(db: Db, evidence: string, address: string): EvidenceItem {
  const row = db
    .prepare<[string], EvidenceRow>(`SELECT ${evidenceColumns} FROM view_evidence WHERE evidence = ?`)
    .get(evidence);
  if (row === undefined) throw new StationError('station.evidence_unknown', { evidence });
  const { sha256, blake3, sm3 } = row;
  const session = sessionOfEvidence(db, evidence);
  const book = new TagBook(db, new RegisterBook(db));
  const tags = effectiveTags(book.tags(evidence));
  const retention = itemRetention(db, evidence, sha256);
  const gone = retention.disposal?.state === 'disposed';
  return {
    ...listed(row),
    digests: { sha256, blake3, sm3 },
    original: row.stored === null || gone ? null : originalOf(db, sha256, address),
    copies: gone ? [] : copiesOf(db, sha256, address),
    retention,
    sidecars: sidecarsOf(db, evidence, gone ? null : address),
    handedIn: handedIn(db, row.docking),
    session,
    verdicts: session === null ? [] : verdictsOf(db, session),
    marker: markerOf(db, row.docking, book),
    tags,
    location: shownLocation(db, evidence, tags),
    findings: findingsBeside(db, { evidence }),
    viewing: shownViewing(db, sha256),
    history: custodyHistory(db, evidence, row.recorder),
  };
}

function originalOf(db: Db, sha256: string, address: string): StandingOriginal | null {
  const found = db
    .prepare<[string], OriginalRow>(
      `SELECT vault, object, max(retain_until, coalesce((SELECT until FROM view_retained r
         WHERE r.sha256 = view_original.sha256), '')) AS retain_until, immutable, stored,
         EXISTS (SELECT 1 FROM view_original_unread u WHERE u.sha256 = view_original.sha256) AS unread
       FROM view_original WHERE sha256 = ?`,
    )
    .get(sha256);
  if (found === undefined) return null;
  const { vault, object, retain_until, immutable, stored, unread } = found;
  return {
    vault,
    object,
    objectPath: `${address}/${object}`,
    retainUntil: retain_until,
    immutable: immutable === 1,
    readBack: unread === 0,
    storedAt: stored,
  };
}

function sidecarsOf(db: Db, evidence: string, address: string | null): EvidenceItem['sidecars'] {
  return db
    .prepare<[string], SidecarRow>(
      `SELECT path, path_base64, bytes, sha256, modified, object FROM view_sidecar
       WHERE evidence = ? ORDER BY path, modified`,
    )
    .all(evidence)
    .map(({ path_base64, object, ...row }) => ({
      ...row,
      ...(path_base64 === '' ? {} : { pathBase64: path_base64 }),
      objectPath: address === null ? null : `${address}/${object}`,
    }));
}

/** Error: `station.evidence_unknown`. */
export function requireEvidence(db: Db, evidence: string): void {
  const known = db.prepare<[string], number>('SELECT 1 FROM view_evidence WHERE evidence = ?').pluck();
  if (known.get(evidence) === undefined)
    throw new StationError('station.evidence_unknown', { evidence }, { field: 'evidence' });
}

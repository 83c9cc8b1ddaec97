import { createHash } from 'node:crypto';
import { canonicalText } from '../custody/canonical.ts';
import { cardPath } from '../custody/card-path.ts';
import type { CardFile } from '../dock/card.ts';
import { fileInstant } from '../dock/file-instant.ts';
import type { IgnoredReason } from '../dock/recordings.ts';
import type { RecordingOutcome } from '../intake/outcome.ts';

/** A file that may go: as it lay on the card when that was listed, and the original that it became. */
export interface ListedFile {
  readonly path: Buffer;
  readonly bytes: number;
  readonly modifiedNs: string;
  readonly modified: string;
  readonly evidence: string;
  readonly sidecar: boolean;
  readonly sha256: string;
  readonly blake3: string;
}

/**
 * A recording and what belongs to it, which go together or not at all: the sidecars first, so that a card pulled in the
 * middle holds no sidecar whose recording is gone.
 */
export type ListedGroup = readonly ListedFile[];

/** Why a file is not on the list. */
export type StayReason =
  | 'not_stored'
  | 'sidecar_not_stored'
  | 'original_damaged'
  | 'changed_on_card'
  | IgnoredReason;

export interface StayingFile {
  readonly path: Buffer;
  readonly bytes: number;
  readonly why: StayReason;
}

/** What may go from one recorder at one docking. */
export interface ErasingList {
  readonly recorder: string;
  /** SHA-256 over everything that the list says: whoever confirms it confirms these very files. */
  readonly digest: string;
  readonly groups: readonly ListedGroup[];
  readonly files: number;
  readonly bytes: number;
  readonly staying: readonly StayingFile[];
}

/** What the catalogue knows of files that lie on a recorder. */
export interface Standing {
  recording(
    path: Buffer,
    bytes: number,
    modified: string,
  ): { evidence: string; sha256: string; blake3: string; stored: boolean } | null;
  /** Whether a copy of this original is damaged or missing now: the recorder may hold the last sound one. */
  damaged(sha256: string): boolean;
  /** Only such as are stored. */
  sidecar(
    evidence: string,
    path: Buffer,
    bytes: number,
    modified: string,
  ): { sha256: string; blake3: string } | null;
}

interface Seen {
  readonly docking: string;
  readonly recorder: string;
  readonly outcomes: readonly RecordingOutcome[];
  /** The card as it was listed. */
  readonly files: readonly CardFile[];
}

/**
 * The list: recordings that are stored and lie on the card as they did when they were read, each with all its sidecars.
 * One whose sidecar is not stored stays with it: alone, the sidecar would never be taken in. Pure.
 */
export function erasingList(seen: Seen, standing: Standing): ErasingList {
  const listed = new Map(seen.files.map((file) => [nameOf(file.path), file]));
  const groups: ListedGroup[] = [];
  const staying: StayingFile[] = [];
  for (const outcome of seen.outcomes) {
    if (outcome.ignored !== null) {
      staying.push({ path: outcome.path, bytes: outcome.bytes, why: outcome.ignored });
      continue;
    }
    const found = groupOf(outcome, listed, standing);
    if (typeof found !== 'string') groups.push(found);
    else
      for (const { path, bytes } of [outcome, ...outcome.sidecars]) staying.push({ path, bytes, why: found });
  }
  const all = groups.flat();
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  const { recorder } = seen;
  return { recorder, digest: digestOf(seen, all), groups, files: all.length, bytes, staying };
}

function groupOf(
  outcome: RecordingOutcome,
  listed: ReadonlyMap<string, CardFile>,
  standing: Standing,
): ListedGroup | StayReason {
  const file = fileOf(outcome.path, listed);
  if (file === null) return 'changed_on_card';
  const known = standing.recording(file.path, file.bytes, file.modified);
  if (known === null || known.evidence !== outcome.evidence) return 'changed_on_card';
  if (!known.stored) return 'not_stored';
  const { evidence, sha256, blake3 } = known;
  if (standing.damaged(sha256)) return 'original_damaged';
  const sidecars: ListedFile[] = [];
  for (const { path } of outcome.sidecars) {
    const beside = fileOf(path, listed);
    if (beside === null) return 'changed_on_card';
    const stored = standing.sidecar(evidence, path, beside.bytes, beside.modified);
    if (stored === null) return 'sidecar_not_stored';
    if (standing.damaged(stored.sha256)) return 'original_damaged';
    sidecars.push({ ...beside, evidence, sidecar: true, ...stored });
  }
  return [...sidecars, { ...file, evidence, sidecar: false, sha256, blake3 }];
}

function fileOf(
  path: Buffer,
  listed: ReadonlyMap<string, CardFile>,
): Pick<ListedFile, 'path' | 'bytes' | 'modifiedNs' | 'modified'> | null {
  const file = listed.get(nameOf(path));
  if (file === undefined || file.kind !== 'file') return null;
  const nanoseconds = file.modified.epochNanoseconds;
  return {
    ...{ path, bytes: file.bytes },
    ...{ modifiedNs: nanoseconds.toString(), modified: fileInstant(nanoseconds).toString() },
  };
}

function digestOf({ docking, recorder }: Seen, files: readonly ListedFile[]): string {
  const said = canonicalText({ docking, recorder, files: files.map(listedText) });
  return createHash('sha256').update(said).digest('hex');
}

/** A file of the list as entries and screens say it. */
export function listedText({ path, bytes, modified, evidence, sidecar, sha256 }: ListedFile) {
  return { ...cardPath(path), bytes, modified, evidence, sidecar, sha256 };
}

/** Names are bytes. */
function nameOf(path: Buffer): string {
  return path.toString('latin1');
}

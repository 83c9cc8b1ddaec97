import { machine } from '../custody/alarms.ts';
import { cardPath } from '../custody/card-path.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { NamedFacts, StoredObject } from '../custody/entry-kinds.ts';
import type { OriginalAbout, PublishedOriginal } from '../vault/contract.ts';
import { VaultError } from '../vault/errors.ts';
import { modifiedText } from './card-file-facts.ts';
import type { Brought } from './copy-from-card.ts';
import type { DockingContext } from './docking-context.ts';
import { journal } from './journal.ts';
import type { BroughtAgain } from './mending.ts';
import type { IntakeRoom } from './room.ts';

export interface Secured {
  /** `secured`, `stored`: another file of this recorder with the same bytes is evidence already, as far as that. */
  readonly kind: 'new' | 'secured' | 'stored';
  readonly evidence: string;
  /** The staged copy of the same bytes that is secured and not stored yet. */
  readonly standing: string | null;
}

/**
 * Commits what was brought in. From here on the recording cannot be lost: the ledger names it and start-up carries
 * on where a crash left it. Equal bytes of the same recorder are one evidence item.
 */
export async function secure(
  context: DockingContext,
  path: Buffer,
  named: NamedFacts | null,
  brought: Brought,
): Promise<Secured> {
  const { room, recorder, docking } = context;
  const { recording, result, facts } = brought;
  const standing = room.catalogue.byDigest(recorder, result.digests.sha256);
  const evidence = standing?.evidence ?? room.numbers.evidence(room.clock.now());
  const seen = { docking, recorder, evidence, bytes: result.bytes, modified: modifiedText(facts.modifiedNs) };
  const draft: AnyDraft =
    standing === null
      ? {
          type: 'recording.secured',
          actor: machine,
          subject: { kind: 'evidence', id: evidence },
          data: { ...seen, recording, resumed: result.resumedFrom > 0, named, ...result.digests },
          personal: cardPath(path),
        }
      : {
          type: 'recording.duplicate',
          actor: machine,
          subject: { kind: 'evidence', id: evidence },
          data: { ...seen, ...result.digests },
          personal: cardPath(path),
        };
  room.step('intake.secured.before');
  await room.ledger.append([draft], journal.over(recording));
  room.copying.delete(recording);
  room.step('intake.secured.after');
  if (standing === null) return { kind: 'new', evidence, standing: null };
  return standing.stored
    ? { kind: 'stored', evidence, standing: null }
    : { kind: 'secured', evidence, standing: standing.recording };
}

/** What a recording needs to become an original: known from the copy, or after a crash from the ledger. */
export interface SecuredFacts {
  readonly docking: string;
  readonly recorder: string;
  readonly evidence: string;
  readonly recording: string;
  readonly staged: string;
  readonly sha256: string;
  readonly blake3: string;
  readonly bytes: number;
}

/** Publishes a secured recording in the vault and commits that it is stored. May be repeated after a crash. */
export async function store(room: IntakeRoom, secured: SecuredFacts): Promise<PublishedOriginal> {
  const { docking, recorder, evidence, recording } = secured;
  const published = await publish(room, secured, { evidence, recorder, docking });
  room.step('intake.stored.before');
  await room.ledger.append([
    {
      type: 'recording.stored',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: { recording, docking, evidence, ...storedObject(room, secured, published) },
      personal: {},
    },
    ...published.news,
  ]);
  room.step('intake.stored.after');
  return published;
}

/** An original in the vault, and what the ledger is to be told beside that it is stored. */
export interface KeptOriginal extends PublishedOriginal {
  readonly news: readonly AnyDraft[];
}

/**
 * Makes staged bytes an original, locked as long as its class asks, and on hold where nobody has classified it: both
 * before any entry says that it is stored. A crash between the two is mended by storing it again.
 * @param of.docking that which brought it: its bytes may mend a damaged original. Null: nobody's card did.
 */
export async function publish(
  room: IntakeRoom,
  { staged, sha256, blake3, bytes }: Pick<SecuredFacts, 'staged' | 'sha256' | 'blake3' | 'bytes'>,
  { docking, ...of }: PublishedFor = { evidence: null, recorder: null, docking: null },
): Promise<KeptOriginal> {
  const kept = room.retention.atStore(sha256, of.evidence);
  const about = { station: room.settings.stationCode, ...of };
  const facts = { sha256, blake3, bytes };
  const published = await publishOrMend(
    room,
    docking === null ? null : { staged, facts, until: kept.until, docking },
    () => room.vault.publish(staged, facts, kept.until, about),
  );
  if (kept.because.length > 0) {
    room.step('intake.hold.before');
    await room.vault.hold(sha256);
    room.step('intake.hold.after');
  }
  return { ...published, news: room.retention.heldNews(sha256, kept) };
}

interface PublishedFor extends Omit<OriginalAbout, 'station'> {
  readonly docking: string | null;
}

/** What stands under the digest is never replaced, but where the ledger knows it as an original with exactly these bytes. */
async function publishOrMend(
  { mending }: IntakeRoom,
  brought: BroughtAgain | null,
  publishing: () => Promise<PublishedOriginal>,
): Promise<PublishedOriginal> {
  if (brought === null) return await publishing();
  const mended = mending.isDamaged(brought.facts.sha256) ? await mending.mend(brought) : null;
  if (mended !== null) return mended;
  try {
    return await publishing();
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'vault.object_differs') throw error;
    const found = await mending.mend(brought);
    if (found === null) throw error;
    return found;
  }
}

export function storedObject(
  room: IntakeRoom,
  { sha256, blake3, bytes }: Pick<SecuredFacts, 'sha256' | 'blake3' | 'bytes'>,
  published: PublishedOriginal,
): StoredObject {
  return {
    sha256,
    blake3,
    bytes,
    vault: room.vault.id,
    object: published.object,
    retainUntil: published.retainUntil.toString(),
    immutable: published.immutable,
    ...(published.readBack === false ? { readBack: false } : {}),
  };
}

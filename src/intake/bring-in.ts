import type { CardRecording } from '../dock/recordings.ts';
import { absolute, factsNow, modifiedText } from './card-file-facts.ts';
import { leftBy } from './classify.ts';
import { GivenUp } from './control.ts';
import type { CopyListener } from './copy-from-card.ts';
import { CopyFailed, type SourceFacts, unlessChanged } from './copying/copy-job.ts';
import type { DockingContext } from './docking-context.ts';
import type { KnownRecording } from './known.ts';
import { leftReasons, outcomeOf, type RecordingOutcome } from './outcome.ts';
import { isKept } from './queue-up.ts';
import { recordLeft } from './record-left.ts';
import { seenAgain } from './seen-again.ts';
import { fresh, settled } from './settle.ts';
import { takeSidecars } from './sidecars.ts';
import { takeIn } from './take-in.ts';

/**
 * Brings one recording in: known again, or copied, secured, stored. Always ends in an outcome; only what stops all
 * intake (the ledger cannot be written) is thrown.
 */
export async function bringIn(
  context: DockingContext,
  recording: CardRecording,
  listener: CopyListener,
): Promise<RecordingOutcome> {
  const { path, bytes } = recording.file;
  try {
    const facts = await factsFor(context, recording);
    const known = await recognised(context, path, facts);
    return known === null
      ? await takeIn(context, recording, facts, listener)
      : await knownAgain(context, recording, known);
  } catch (error) {
    const why = await leftBy(context, error);
    await recordLeft(context, path, bytes, why);
    return { ...outcomeOf(path, bytes, leftReasons[why.reason]), left: why };
  }
}

/** A file that was written to just now is waited for; the others are taken as they were listed. */
async function factsFor(context: DockingContext, { file }: CardRecording): Promise<SourceFacts> {
  const listed = { bytes: file.bytes, modifiedNs: file.modified.epochNanoseconds.toString() };
  const { settling } = context;
  if (!fresh(listed, settling)) return listed;
  // The listing may be older than the card's present state where others were taken first.
  const now = await context.stall.during(context.control.unlessGivenUp(factsNow(context.root, file.path)));
  if (!fresh(now, settling)) return now;
  const still = await settled(file.path, settling, context.room.settings.changeAttempts);
  if (still === null) throw new CopyFailed({ kind: 'changed', bytes: now.bytes });
  return still;
}

async function recognised(
  context: DockingContext,
  path: Buffer,
  facts: SourceFacts,
): Promise<KnownRecording | null> {
  const { room, recorder, control, stall } = context;
  if (room.settings.redock === 'full') return null;
  const known = room.catalogue.sighting(recorder, path, facts.bytes, modifiedText(facts.modifiedNs));
  if (known === null || (!known.stored && room.uploads === null)) return null;
  // What is damaged in the vault is read whole: these may be the last sound bytes of it.
  if (known.stored && room.mending.isDamaged(known.sha256)) return null;
  // What somebody has taken out of the vault is taken in anew: the recorder may hold the last copy.
  const recording = known.stored ? null : known.recording;
  const kept = { sha256: known.sha256, bytes: facts.bytes, recording };
  if (!room.catalogue.isDisposed(known.evidence) && !(await isKept(room, kept))) return null;
  const question = room.pool.ends(absolute(context.root, path), facts);
  const ends = await stall.during(control.unlessGivenUp(question)).catch((error: unknown) => {
    if (error instanceof GivenUp) throw new GivenUp(error.because, 0);
    return unlessChanged(error);
  });
  return ends?.headBlake3 === known.headBlake3 && ends.tailBlake3 === known.tailBlake3 ? known : null;
}

async function knownAgain(
  context: DockingContext,
  { file, sidecars }: CardRecording,
  known: KnownRecording,
): Promise<RecordingOutcome> {
  if (context.room.catalogue.isDisposed(known.evidence)) {
    const { sha256, evidence } = known;
    return { ...(await seenAgain(context, file.path, file.bytes, evidence)), sha256 };
  }
  return {
    ...outcomeOf(file.path, file.bytes, known.stored ? 'alreadyStored' : 'secured'),
    sha256: known.sha256,
    evidence: known.evidence,
    objectPath: known.stored ? context.room.vault.locate(known.sha256).location : null,
    sidecars: await takeSidecars(context, known.evidence, sidecars),
  };
}

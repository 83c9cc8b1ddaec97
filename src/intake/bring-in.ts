import { machine } from '../custody/alarms.ts';
import { cardPath } from '../custody/card-path.ts';
import type { CardRecording } from '../dock/recordings.ts';
import { absolute, factsNow, modifiedText } from './card-file-facts.ts';
import { leftBy } from './classify.ts';
import { type Brought, type CopyListener, copyFromCard } from './copy-from-card.ts';
import { CopyFailed, type SourceFacts } from './copy-job.ts';
import type { DockingContext } from './docking-context.ts';
import type { KnownRecording } from './known.ts';
import { type Left, leftReasons, outcomeOf, type RecordingOutcome } from './outcome.ts';
import { publish, secure, store } from './secure.ts';
import { fresh, settled } from './settle.ts';
import { takeSidecars } from './sidecars.ts';

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
  if (known === null || !known.stored) return null;
  const ends = await stall.during(control.unlessGivenUp(room.pool.ends(absolute(context.root, path), facts)));
  return ends.headBlake3 === known.headBlake3 && ends.tailBlake3 === known.tailBlake3 ? known : null;
}

async function knownAgain(
  context: DockingContext,
  { file, sidecars }: CardRecording,
  known: KnownRecording,
): Promise<RecordingOutcome> {
  return {
    ...outcomeOf(file.path, file.bytes, 'alreadyStored'),
    sha256: known.sha256,
    evidence: known.evidence,
    objectPath: context.room.vault.locate(known.sha256).location,
    sidecars: await takeSidecars(context, known.evidence, sidecars),
  };
}

async function takeIn(
  context: DockingContext,
  recording: CardRecording,
  facts: SourceFacts,
  listener: CopyListener,
): Promise<RecordingOutcome> {
  const { room, control } = context;
  const reserved = await context.space.await(room, facts.bytes, control, context.patient);
  if (reserved === null) {
    control.giveUp('vault_full');
    throw new CopyFailed({ kind: 'cancelled' });
  }
  try {
    const brought = await copyFromCard(context, recording.file.path, facts, listener);
    const mine = `${context.recorder}:${brought.result.digests.sha256}`;
    return await room.turns.take(mine, () => makeEvidence(context, recording, brought));
  } finally {
    reserved.give();
  }
}

async function makeEvidence(
  context: DockingContext,
  { file, named, sidecars }: CardRecording,
  brought: Brought,
): Promise<RecordingOutcome> {
  const { room, docking } = context;
  const { recording, staged, result } = brought;
  const secured = await secure(context, file.path, named, brought);
  const { evidence } = secured;
  const known = { sha256: result.digests.sha256, evidence, resumed: result.resumedFrom > 0 };
  try {
    const object = { docking, evidence, recording, staged, bytes: result.bytes, ...result.digests };
    // A duplicate's staged copy meets the standing object in the vault and is gone after that.
    const published = secured.kind === 'stored' ? await publish(room, object) : await store(room, object);
    return {
      ...outcomeOf(file.path, result.bytes, secured.kind === 'new' ? 'stored' : 'alreadyStored'),
      ...known,
      objectPath: published.location,
      sidecars: await takeSidecars(context, evidence, sidecars),
    };
  } catch (error) {
    // The ledger holds it and staging has it: it is tried again, and start-up carries on from here too.
    const why = await leftBy(context, error);
    return { ...outcomeOf(file.path, result.bytes, 'secured'), ...known, left: why };
  }
}

export async function recordLeft(
  context: DockingContext,
  path: Buffer,
  bytes: number,
  why: Left,
): Promise<void> {
  const { room, docking, recorder } = context;
  await room.ledger.append([
    {
      type: leftReasons[why.reason] === 'failed' ? 'recording.failed' : 'recording.deferred',
      actor: machine,
      subject: { kind: 'docking', id: docking },
      data: { docking, recorder, bytes, ...why },
      personal: cardPath(path),
    },
  ]);
}

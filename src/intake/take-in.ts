import { setTimeout as wait } from 'node:timers/promises';
import type { CardRecording } from '../dock/recordings.ts';
import { passes, VaultError } from '../vault/errors.ts';
import { partOf } from './begin-copy.ts';
import { leftBy } from './classify.ts';
import { type Brought, type CopyListener, copyFromCard } from './copy-from-card.ts';
import { CopyFailed, type SourceFacts } from './copying/copy-job.ts';
import type { DockingContext } from './docking-context.ts';
import { type Left, left, leftReasons, outcomeOf, type RecordingOutcome } from './outcome.ts';
import { dropStaged, queueUp } from './queue-up.ts';
import { recordLeft } from './record-left.ts';
import { publish, type Secured, type SecuredFacts, secure, store } from './secure.ts';
import { seenAgain } from './seen-again.ts';
import { takeSidecars } from './sidecars.ts';
import { type Reservation, vaultFullAlarm } from './space.ts';

/** Copies a recording that is not known and makes it evidence. Throws what `leftBy` understands. */
export async function takeIn(
  context: DockingContext,
  recording: CardRecording,
  facts: SourceFacts,
  listener: CopyListener,
): Promise<RecordingOutcome> {
  const { room, control, patient } = context;
  for (;;) {
    const reserved = await reserve(context, recording.file.path, facts);
    try {
      const brought = await copyFromCard(context, recording.file.path, facts, {
        progress(bytes) {
          reserved.left(facts.bytes - bytes);
          listener.progress(bytes);
        },
        cardFree() {
          reserved.left(0);
          listener.cardFree();
        },
      });
      const mine = `${context.recorder}:${brought.result.digests.sha256}`;
      return await room.turns.take(mine, () => makeEvidence(context, recording, brought));
    } catch (error) {
      // Somebody else used the room up. A daemon waits for it as it waits for room before a copy.
      if (!patient || !isFull(error)) throw error;
      await vaultFullAlarm(room, (await room.vault.space()).freeBytes);
      await control.unlessGivenUp(wait(room.settings.retryFullMs));
    } finally {
      reserved.give();
    }
  }
}

async function reserve(context: DockingContext, path: Buffer, facts: SourceFacts): Promise<Reservation> {
  const { room, control, patient, space } = context;
  const there = await partOf(context, path, facts);
  const reserved = await space.await(room, Math.max(0, facts.bytes - there), control, patient);
  if (reserved !== null) return reserved;
  control.giveUp('vault_full');
  throw new CopyFailed({ kind: 'cancelled' });
}

function isFull(error: unknown): boolean {
  if (!(error instanceof CopyFailed) || error.failure.kind !== 'write') return false;
  return error.failure.errno === 'ENOSPC' || error.failure.errno === 'EDQUOT';
}

async function makeEvidence(
  context: DockingContext,
  recording: CardRecording,
  brought: Brought,
): Promise<RecordingOutcome> {
  const { file, named } = recording;
  const secured = await secure(context, file.path, named, brought);
  const { evidence, kind } = secured;
  const { result, recording: copy, staged } = brought;
  const known = { sha256: result.digests.sha256, evidence, resumed: result.resumedFrom > 0 };
  const { docking } = context;
  const { recorder } = context;
  const object = {
    docking,
    recorder,
    evidence,
    recording: copy,
    staged,
    bytes: result.bytes,
    ...result.digests,
  };
  if (kind === 'stored' && context.room.catalogue.isDisposed(evidence)) {
    await dropStaged(context.room, copy);
    return { ...(await seenAgain(context, file.path, result.bytes, evidence)), ...known };
  }
  const damaged = kind === 'stored' && context.room.mending.isDamaged(result.digests.sha256);
  if (context.room.uploads !== null && !damaged) {
    const outcome = {
      ...outcomeOf(file.path, result.bytes, await queueUp(context.room, secured, object)),
      ...known,
    };
    const sidecars = await takeSidecars(context, evidence, recording.sidecars);
    context.room.uploads.wake();
    const objectPath = kind === 'stored' ? context.room.vault.locate(object.sha256).location : null;
    return { ...outcome, objectPath, sidecars };
  }
  try {
    const objectPath = await makeOriginal(context, secured, object);
    return {
      ...outcomeOf(file.path, result.bytes, kind === 'new' ? 'stored' : 'alreadyStored'),
      ...known,
      objectPath,
      sidecars: await takeSidecars(context, evidence, recording.sidecars),
    };
  } catch (error) {
    const why = await whyNotStored(context, error);
    // The ledger holds it and staging has it: it is tried again, and start-up carries on from here too.
    if (kind !== 'stored') return { ...outcomeOf(file.path, result.bytes, 'secured'), ...known, left: why };
    // Of what was stored before, nothing waits in staging: it is whole on the recorder, and only there for sure.
    await dropStaged(context.room, copy);
    await recordLeft(context, file.path, result.bytes, why);
    return { ...outcomeOf(file.path, result.bytes, leftReasons[why.reason]), ...known, left: why };
  }
}

/** A store out of reach is no reason to leave the rest of the card: it needs none to be secured. */
async function whyNotStored(context: DockingContext, error: unknown): Promise<Left> {
  const away = context.room.uploads !== null && error instanceof VaultError && passes(error);
  return away ? left('not_uploaded') : await leftBy(context, error);
}

/** Returns where the original lies. A duplicate's staged copy meets the standing object and is gone after that. */
async function makeOriginal(
  { room, recorder, docking }: DockingContext,
  { kind, evidence, standing }: Secured,
  object: SecuredFacts,
): Promise<string> {
  if (kind === 'stored') {
    const { sha256, bytes } = object;
    if (!room.mending.isDamaged(sha256) && !(await room.vault.holds(sha256, bytes)))
      await room.alarms.raise('original_lost', 'critical', evidence, { evidence, recorder });
    return (await publish(room, object, { evidence, recorder, docking })).location;
  }
  const { location } = await store(room, object);
  if (standing !== null) await dropStaged(room, standing);
  return location;
}

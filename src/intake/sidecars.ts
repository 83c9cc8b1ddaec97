import { machine } from '../custody/alarms.ts';
import { cardPath } from '../custody/card-path.ts';
import type { CardFile } from '../dock/card.ts';
import { modifiedText } from './card-file-facts.ts';
import { leftBy } from './classify.ts';
import { copyFromCard } from './copy-from-card.ts';
import type { DockingContext } from './docking-context.ts';
import type { Left, SidecarOutcome } from './outcome.ts';
import { publish, storedObject } from './secure.ts';

/**
 * Takes in what belongs to a recording (positions, logs, stills). Each becomes an original of its own, tied to the
 * evidence item. One that cannot be read never holds back the recording itself.
 */
export async function takeSidecars(
  context: DockingContext,
  evidence: string,
  sidecars: readonly CardFile[],
): Promise<readonly SidecarOutcome[]> {
  const outcomes: SidecarOutcome[] = [];
  for (const sidecar of sidecars) outcomes.push(await takeSidecar(context, evidence, sidecar));
  return outcomes;
}

async function takeSidecar(
  context: DockingContext,
  evidence: string,
  file: CardFile,
): Promise<SidecarOutcome> {
  const { room, docking } = context;
  const facts = { bytes: file.bytes, modifiedNs: file.modified.epochNanoseconds.toString() };
  const standing = room.catalogue.sidecar(evidence, file.path, file.bytes, modifiedText(facts.modifiedNs));
  const seen = { path: file.path, bytes: file.bytes };
  if (standing !== null) {
    const { location } = room.vault.locate(standing.sha256);
    return { ...seen, sha256: standing.sha256, objectPath: location, left: null };
  }
  try {
    const brought = await copyFromCard(context, file.path, facts, {
      progress: () => undefined,
      cardFree: () => undefined,
    });
    const { bytes, digests } = brought.result;
    const object = { staged: brought.staged, bytes, sha256: digests.sha256, blake3: digests.blake3 };
    const published = await publish(room, object);
    const modified = modifiedText(brought.facts.modifiedNs);
    await room.ledger.append([
      {
        type: 'sidecar.stored',
        actor: machine,
        subject: { kind: 'evidence', id: evidence },
        data: { docking, evidence, modified, ...storedObject(room, object, published) },
        personal: cardPath(file.path),
      },
    ]);
    return { path: file.path, bytes, sha256: digests.sha256, objectPath: published.location, left: null };
  } catch (error) {
    const why = await leftBy(context, error);
    await sidecarLeft(context, evidence, file, why);
    return { ...seen, sha256: null, objectPath: null, left: why };
  }
}

async function sidecarLeft(
  context: DockingContext,
  evidence: string,
  file: CardFile,
  why: Left,
): Promise<void> {
  const { room, docking, recorder } = context;
  await room.ledger.append([
    {
      type: 'sidecar.failed',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: { docking, recorder, evidence, bytes: file.bytes, ...why },
      personal: cardPath(file.path),
    },
  ]);
  const path = file.path.toString('utf8');
  await room.alarms.raise('sidecar_failed', 'warning', `${evidence}:${path}`, {
    evidence,
    path,
    reason: why.reason,
  });
}

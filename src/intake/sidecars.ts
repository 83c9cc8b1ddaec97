import { unlink } from 'node:fs/promises';
import { machine } from '../custody/alarms.ts';
import { cardPath } from '../custody/card-path.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { CardFile } from '../dock/card.ts';
import { absolute, modifiedText } from './card-file-facts.ts';
import { leftBy } from './classify.ts';
import { copyFromCard } from './copy-from-card.ts';
import { unlessChanged } from './copying/copy-job.ts';
import { endBytes } from './copying/digests.ts';
import type { DockingContext } from './docking-context.ts';
import { journal } from './journal.ts';
import type { Left, SidecarOutcome } from './outcome.ts';
import { dropStaged, isKept, secureSidecar } from './queue-up.ts';
import type { IntakeRoom } from './room.ts';
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
  const seen = { path: file.path, bytes: file.bytes };
  try {
    const known = await knownSidecar(context, evidence, file);
    if (known !== null) return { ...seen, ...known, left: null };
    return await bringSidecar(context, evidence, file);
  } catch (error) {
    const why = await leftBy(context, error);
    await sidecarLeft(context, evidence, file, why);
    return { ...seen, sha256: null, objectPath: null, left: why };
  }
}

/**
 * A sidecar that was stored at an earlier docking: the same name, size and time, held by the vault, and, where both
 * ends are the whole of it, the same bytes.
 */
async function knownSidecar(
  { room, root, control, stall }: DockingContext,
  evidence: string,
  { path, bytes, modified }: CardFile,
): Promise<{ sha256: string; objectPath: string | null } | null> {
  if (room.settings.redock === 'full') return null;
  const facts = { bytes, modifiedNs: modified.epochNanoseconds.toString() };
  const seen = [evidence, path, bytes, modifiedText(facts.modifiedNs)] as const;
  const waiting = room.catalogue.waitingSidecar(...seen);
  const standing = waiting ?? room.catalogue.sidecar(...seen);
  if (standing === null) return null;
  const recording = waiting?.recording ?? null;
  if (!(await isKept(room, { ...standing, bytes, recording }))) return null;
  if (room.uploads === null && room.mending.isDamaged(standing.sha256)) return null;
  if (bytes <= endBytes) {
    const question = room.pool.ends(absolute(root, path), facts);
    const ends = await stall.during(control.unlessGivenUp(question)).catch(unlessChanged);
    if (ends?.headBlake3 !== standing.blake3) return null;
  }
  const objectPath = waiting === null ? room.vault.locate(standing.sha256).location : null;
  return { sha256: standing.sha256, objectPath };
}

async function bringSidecar(
  context: DockingContext,
  evidence: string,
  file: CardFile,
): Promise<SidecarOutcome> {
  const { room, docking, recorder } = context;
  const facts = { bytes: file.bytes, modifiedNs: file.modified.epochNanoseconds.toString() };
  const brought = await copyFromCard(context, file.path, facts, {
    progress: () => undefined,
    cardFree: () => undefined,
  });
  const { bytes, digests } = brought.result;
  const { sha256, blake3 } = digests;
  try {
    const object = { staged: brought.staged, bytes, sha256, blake3 };
    const modified = modifiedText(brought.facts.modifiedNs);
    const before = room.catalogue.sidecar(evidence, file.path, bytes, modified);
    if (room.uploads !== null) {
      const waiting = room.catalogue.waitingSidecar(evidence, file.path, bytes, modified);
      const { recording } = brought;
      if ((waiting ?? before)?.sha256 === sha256) await dropAgain(room, recording);
      else
        await secureSidecar(room, file.path, {
          docking,
          evidence,
          recording,
          modified,
          bytes,
          sha256,
          blake3,
        });
      return { path: file.path, bytes, sha256, objectPath: null, left: null };
    }
    const published = await publish(room, object, { evidence, recorder, docking });
    const draft: AnyDraft = {
      type: 'sidecar.stored',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: { docking, evidence, modified, ...storedObject(room, object, published) },
      personal: cardPath(file.path),
    };
    const drafts = before?.sha256 === sha256 ? published.news : [draft, ...published.news];
    await room.ledger.append(drafts, journal.over(brought.recording));
    return { path: file.path, bytes, sha256, objectPath: published.location, left: null };
  } catch (error) {
    // It is whole on the recorder and no entry names it: nothing waits for it in staging.
    await unlink(brought.staged).catch(() => undefined);
    throw error;
  } finally {
    room.copying.delete(brought.recording);
  }
}

/** Known already, and read once more because the station reads everything at each docking. */
async function dropAgain(room: IntakeRoom, recording: string): Promise<void> {
  await dropStaged(room, recording);
  await room.ledger.append([], journal.over(recording));
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

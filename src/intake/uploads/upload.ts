import { join } from 'node:path';
import { machine } from '../../custody/alarms.ts';
import type { AttachedTo, CardPath } from '../../custody/entry-kinds.ts';
import { VaultError } from '../../vault/errors.ts';
import { type SecuredFile, storedDraft } from '../attached.ts';
import type { IntakeRoom } from '../room.ts';
import { publish, type SecuredFacts, store, storedObject } from '../secure.ts';
import type { Uploaded } from './upload-queue.ts';

/** What is secured, as the catalogue knows it. */
export type SecuredItem = Omit<SecuredFacts, 'staged'>;
/** A sidecar beside it. */
export type WaitingSidecar = SecuredItem & { readonly modified: string; readonly path: CardPath };

/** Stores a recording that has been waiting, and commits that it is stored. */
export async function uploadRecording(room: IntakeRoom, item: SecuredItem): Promise<Uploaded> {
  const attempt = { of: item.evidence, lost: recordingLost(room, item) };
  return await trying(room, attempt, () => store(room, { ...item, staged: stagedOf(room, item) }));
}

export async function uploadSidecar(room: IntakeRoom, item: WaitingSidecar): Promise<Uploaded> {
  const { docking, recorder, evidence, modified } = item;
  return await trying(room, { of: evidence, lost: recordingLost(room, item) }, async () => {
    const published = await publish(
      room,
      { ...item, staged: stagedOf(room, item) },
      { evidence, recorder, docking },
    );
    const stored = storedObject(room, item, published);
    await room.ledger.append([
      {
        type: 'sidecar.stored',
        actor: machine,
        subject: { kind: 'evidence', id: evidence },
        data: { docking, evidence, modified, ...stored },
        personal: item.path,
      },
      ...published.news,
    ]);
  });
}

/** What a person attached. */
export type WaitingAttachment = SecuredFile & { readonly name: string | null; readonly to: AttachedTo };

export async function uploadAttachment(room: IntakeRoom, item: WaitingAttachment): Promise<Uploaded> {
  const { name, to } = item;
  const of = to.finding ?? to.justification;
  return await trying(room, { of, lost: attachmentLost(room, of, name) }, async () => {
    const published = await publish(room, { ...item, staged: stagedOf(room, item) });
    await room.ledger.append([storedDraft(storedObject(room, item, published), name, to, machine)]);
  });
}

function attachmentLost({ alarms }: IntakeRoom, of: string, name: string | null): Attempt['lost'] {
  return async (found) =>
    await alarms.raise('attachment_lost', 'critical', of, { of, name: name ?? '–', found });
}

function recordingLost({ alarms }: IntakeRoom, { evidence, recorder }: SecuredItem): Attempt['lost'] {
  return async (found, gone) =>
    gone
      ? await alarms.raise('original_lost', 'critical', evidence, { evidence, recorder })
      : await alarms.raise('staged_damaged', 'critical', evidence, { evidence, recorder, found });
}

function stagedOf({ staging }: IntakeRoom, { recording }: Pick<SecuredItem, 'recording'>): string {
  return join(staging, recording);
}

interface Attempt {
  /** The evidence item, or what is attached to. */
  readonly of: string;
  /** Says that the staged copy is damaged, or gone while the vault does not have it. */
  readonly lost: (found: string, gone: boolean) => Promise<void>;
}

/** What the vault refuses is an outcome; whatever else is thrown (the ledger cannot be written) must stop intake. */
async function trying(
  room: IntakeRoom,
  { of, lost }: Attempt,
  action: () => Promise<unknown>,
): Promise<Uploaded> {
  try {
    await action();
    return 'stored';
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    room.log('not uploaded yet', { of, error: error.message });
    switch (error.code) {
      case 'vault.nothing_to_publish':
        await lost(error.message, true);
        return { failed: 'item', found: error.message };
      case 'vault.object_differs': {
        const object = String(error.params['object'] ?? of);
        await room.alarms.raise('object_differs', 'critical', object, { object });
        return { failed: 'item', found: error.message };
      }
      case 'vault.staged_differs':
      case 'vault.unreadable':
        await lost(error.message, false);
        return { failed: 'item', found: error.message };
      default:
        return { failed: 'store', found: error.message };
    }
  }
}

import { join } from 'node:path';
import { machine } from '../../custody/alarms.ts';
import type { CardPath } from '../../custody/entry-kinds.ts';
import { VaultError } from '../../vault/errors.ts';
import type { IntakeRoom } from '../room.ts';
import { publish, type SecuredFacts, store, storedObject } from '../secure.ts';
import type { Uploaded } from './upload-queue.ts';

/** What is secured, as the catalogue knows it. */
export type SecuredItem = Omit<SecuredFacts, 'staged'>;
/** A sidecar beside it. */
export type WaitingSidecar = SecuredItem & { readonly modified: string; readonly path: CardPath };

/** Stores a recording that has been waiting, and commits that it is stored. */
export async function uploadRecording(room: IntakeRoom, item: SecuredItem): Promise<Uploaded> {
  return await trying(room, item, () => store(room, { ...item, staged: stagedOf(room, item) }));
}

export async function uploadSidecar(room: IntakeRoom, item: WaitingSidecar): Promise<Uploaded> {
  const { docking, recorder, evidence, modified } = item;
  return await trying(room, item, async () => {
    const published = await publish(room, { ...item, staged: stagedOf(room, item) }, { evidence, recorder });
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

function stagedOf({ staging }: IntakeRoom, { recording }: SecuredItem): string {
  return join(staging, recording);
}

/** What the vault refuses is an outcome; whatever else is thrown (the ledger cannot be written) must stop intake. */
async function trying(
  room: IntakeRoom,
  item: SecuredItem,
  action: () => Promise<unknown>,
): Promise<Uploaded> {
  try {
    await action();
    return 'stored';
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    const { evidence, recorder } = item;
    room.log('not uploaded yet', { evidence, error: error.message });
    switch (error.code) {
      case 'vault.nothing_to_publish':
        await room.alarms.raise('original_lost', 'critical', evidence, { evidence, recorder });
        return { failed: 'item', found: error.message };
      case 'vault.object_differs': {
        const object = String(error.params['object'] ?? evidence);
        await room.alarms.raise('object_differs', 'critical', object, { object });
        return { failed: 'item', found: error.message };
      }
      case 'vault.staged_differs':
      case 'vault.unreadable':
        await room.alarms.raise('staged_damaged', 'critical', evidence, {
          evidence,
          recorder,
          found: error.message,
        });
        return { failed: 'item', found: error.message };
      default:
        return { failed: 'store', found: error.message };
    }
  }
}

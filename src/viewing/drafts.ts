import type { Actor, EntryDraft } from '../custody/entry.ts';
import type { MadeViewingCopy, RemovedBecause } from '../custody/entry-kinds.ts';
import { bytesOf } from './projection.ts';

/** The entry for taking away what stands of a copy. */
export function removedDraft(
  made: MadeViewingCopy,
  because: RemovedBecause,
  actor: Actor,
): EntryDraft<'viewing.removed'> {
  const { evidence, original, settings, sha256 } = made;
  return {
    type: 'viewing.removed',
    actor,
    subject: { kind: 'evidence', id: evidence },
    data: { evidence, original, settings, sha256, bytes: bytesOf(made), because },
    personal: {},
  };
}

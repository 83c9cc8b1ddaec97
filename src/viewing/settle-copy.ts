import { machine } from '../custody/alarms.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { StandingCopy, ViewingBook, WaitingOriginal } from './book.ts';
import { removedDraft } from './drafts.ts';
import type { Outcome } from './make-copy.ts';
import type { ViewingRoom } from './room.ts';
import type { ViewingStore } from './store.ts';

/** With what an outcome is written down. */
export interface Settling {
  readonly room: Pick<ViewingRoom, 'ledger' | 'step'>;
  readonly book: ViewingBook;
  readonly store: ViewingStore;
}

/**
 * Writes down what became of a copy, before anybody can see it, and takes it out of the queue. What stood before goes
 * with it. @param work where it was made
 */
export async function settleCopy(
  { room, book, store }: Settling,
  { original, evidence }: WaitingOriginal,
  outcome: Exclude<Outcome, { is: 'stopped' }>,
  work: string,
): Promise<void> {
  const done = { sql: 'DELETE FROM work_viewing WHERE original = ?', params: [original] };
  // Disposed of while it was transcoded: nothing of it may be left to look at.
  if (book.isGone(original)) {
    await room.ledger.append([], [done]);
    return;
  }
  const standing = book.standing(original);
  const before = standing?.state === 'made' ? standing.said : null;
  const replaced = before === null ? [] : [removedDraft(before, 'replaced', machine)];
  const common = { actor: machine, subject: { kind: 'evidence', id: evidence } } as const;
  if (outcome.is === 'failed') {
    const { data, tail } = outcome;
    const draft: AnyDraft = {
      ...common,
      type: 'viewing.failed',
      data,
      personal: tail === '' ? {} : { tail },
    };
    await room.ledger.append(isSame(standing, outcome) ? [] : [...replaced, draft], [done]);
    if (before !== null) await store.remove(before);
    return;
  }
  const { data } = outcome;
  await store.ready(work, data);
  room.step('viewing.ready');
  const draft: AnyDraft = { ...common, type: 'viewing.made', data, personal: {} };
  await room.ledger.append([...replaced, draft], [done]);
  room.step('viewing.committed');
  await store.publish(data);
  if (before !== null && before.settings !== data.settings) await store.remove(before);
}

/** The same again is no news. */
function isSame(standing: StandingCopy | null, { data }: Extract<Outcome, { is: 'failed' }>): boolean {
  return (
    standing?.state === 'failed' &&
    standing.said.because === data.because &&
    standing.said.settings === data.settings
  );
}

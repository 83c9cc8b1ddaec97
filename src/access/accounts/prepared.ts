import type { AnyDraft } from '../../custody/entry.ts';
import type { WorkChange } from '../../custody/ledger.ts';

/** What a deed will enter and change, not committed yet: by itself, or together with the decision that allows it. */
export interface Prepared<T> {
  readonly drafts: readonly AnyDraft[];
  readonly work: readonly WorkChange[];
  readonly answer: T;
}

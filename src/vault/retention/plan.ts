import type { AnyDraft } from '../../custody/entry.ts';
import type { Kept } from './class.ts';

/** Asked as an original is stored. */
export interface RetentionPlan {
  /**
   * How the original is to be kept, by what is known now of all that have it.
   * @param evidence the item that it is stored for; null for what the station itself writes down
   */
  atStore(sha256: string, evidence: string | null): Kept;
  /** What the ledger is told of the hold once it stands; nothing where it says so already. */
  heldNews(sha256: string, kept: Kept): readonly AnyDraft[];
}

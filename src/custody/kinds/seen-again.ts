import type { None } from './none.ts';

export interface SeenAgainKinds {
  /**
   * A docking found these on the card although they had been disposed of: they stay there and do not come in again. Up to
   * 1,000 an entry.
   */
  'recordings.seen_again': {
    data: { docking: string; recorder: string; evidence: readonly string[] };
    personal: None;
  };
}

import type { DockingSummary } from '../custody/entry-kinds.ts';
import type { Claim } from '../dock/identity.ts';
import type { CardListing } from '../dock/list-card.ts';
import type { Refusal } from './admit.ts';
import type { LeftReason, RecordingOutcome } from './outcome.ts';

/** What a docking came to. */
export interface DockingReport {
  readonly docking: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly assigned: boolean;
  /** What was weighed to find out whose card it is. */
  readonly claims: readonly Claim[];
  readonly refused: Refusal | null;
  /** What lay on the card when it was looked at; null where it could not be listed. */
  readonly listing: CardListing | null;
  readonly summary: DockingSummary;
  readonly outcomes: readonly RecordingOutcome[];
  /** Paths of those that the officer has marked important. */
  readonly important: readonly Buffer[];
  /** Why reading stopped early, or null where everything listed has its outcome. */
  readonly stopped: LeftReason | null;
}

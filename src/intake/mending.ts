import type { OriginalFacts, PublishedOriginal } from '../vault/contract.ts';

/** Whole bytes off a recorder, verified in staging. */
export interface BroughtAgain {
  readonly staged: string;
  readonly facts: OriginalFacts;
  readonly until: Temporal.Instant;
  /** The docking that they came in by. */
  readonly docking: string;
}

/** What intake may do for an original of this vault that is damaged or missing: the recorder may hold the last copy. */
export interface Mending {
  /** Whether the ledger says so now. */
  isDamaged(sha256: string): boolean;
  /**
   * Enters the damage where nobody had noticed it, publishes the staged file anew and closes the damage and its alarms;
   * what was damaged is kept. Null where the ledger knows no original of exactly these bytes: then nothing is touched.
   */
  mend(brought: BroughtAgain): Promise<PublishedOriginal | null>;
}

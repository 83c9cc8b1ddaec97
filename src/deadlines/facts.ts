import type { ClockName } from './policy.ts';

/** What is known of one course of enforcement when it is judged. */
export interface Facts {
  readonly clocks: Readonly<Partial<Record<ClockName, Temporal.Instant>>>;
  /** When it was in the store that counts; null while it is not. */
  readonly stored: Temporal.Instant | null;
  readonly reasonAccepted: boolean;
  /** The unit has said in writing that docking is the return. */
  readonly dockingIsReturn: boolean;
  /** The recorder's clock is not to be trusted. */
  readonly doubtful: boolean;
}

/** What was taken for granted, or would decide what is open; each has its sentence in the texts. */
export type Assumption =
  | 'docking_is_return'
  | 'return_unknown'
  | 'return_immaterial'
  | 'end_unknown'
  | 'start_unknown'
  | 'extension_start_unknown'
  | 'clock_doubtful'
  | 'ended_after_docking'
  | 'returned_after_docking'
  | 'year_not_announced';

/** A docking as an erasing sees it. */
export interface ErasingView {
  /** Aborted when the card is gone, or the station stops. */
  readonly signal: AbortSignal;
  /** Whether a person has given the card up. */
  cancelled(): boolean;
  /** Whether the card is still there. */
  present(): Promise<boolean>;
  progress(done: number): void;
  over(gone: number, kept: number): void;
}

/** How long a caller may take, in milliseconds. */
export interface Patience {
  /** Until the headers of a request stand: whoever means to ask has them ready. */
  readonly headersMs: number;
  /** Until all of it has come, its body too. */
  readonly requestMs: number;
  /** Until something moves on a connection with a request under way. */
  readonly idleMs: number;
  /** Between two requests on one connection. */
  readonly betweenMs: number;
  /** How often it is looked whether somebody is over their time. */
  readonly lookMs: number;
}

export const usualPatience: Patience = {
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 30_000,
  betweenMs: 15_000,
  lookMs: 2_000,
};

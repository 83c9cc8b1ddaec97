import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type DeadlineErrorCode = Extract<ProblemCode, `deadlines.${string}`>;

/** Every expected failure of the deadlines: a policy that does not hold, facts that cannot be. */
export class DeadlineError<C extends DeadlineErrorCode = DeadlineErrorCode> extends DocketError<C> {}

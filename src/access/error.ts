import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type AccessErrorCode = Extract<ProblemCode, `access.${string}`>;

/** Every expected failure of accounts, requests and reviews. */
export class AccessError<C extends AccessErrorCode = AccessErrorCode> extends DocketError<C> {}

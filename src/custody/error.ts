import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type CustodyErrorCode = Extract<ProblemCode, `custody.${string}`>;

/** Every expected failure of this room. */
export class CustodyError<C extends CustodyErrorCode = CustodyErrorCode> extends DocketError<C> {}

import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type ErasingErrorCode = Extract<ProblemCode, `erasing.${string}`>;

/** Why nothing is taken from a recorder. */
export class ErasingError<C extends ErasingErrorCode = ErasingErrorCode> extends DocketError<C> {}

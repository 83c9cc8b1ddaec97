import { DocketError } from '../../errors.ts';
import type { ProblemCode } from '../../texts/catalogue.ts';

export type RetentionErrorCode = Extract<ProblemCode, `retention.${string}`>;

/** Why a hold or a disposal cannot be done. */
export class RetentionError<C extends RetentionErrorCode = RetentionErrorCode> extends DocketError<C> {}

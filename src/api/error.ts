import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type ApiErrorCode = Extract<ProblemCode, `api.${string}`>;

/** A request that cannot be met. */
export class ApiError<C extends ApiErrorCode = ApiErrorCode> extends DocketError<C> {}

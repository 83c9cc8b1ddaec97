import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type ViewingErrorCode = Extract<ProblemCode, `viewing.${string}`>;

/** Failures of what is asked of viewing copies; that none can be made of an original is no error but an outcome. */
export class ViewingError<C extends ViewingErrorCode = ViewingErrorCode> extends DocketError<C> {}

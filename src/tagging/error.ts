import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type TaggingErrorCode = Extract<ProblemCode, `tagging.${string}`>;

/** Every expected failure of registers and tags. */
export class TaggingError<C extends TaggingErrorCode = TaggingErrorCode> extends DocketError<C> {}

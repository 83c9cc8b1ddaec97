import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type DockErrorCode = Extract<ProblemCode, `dock.${string}`>;

/** Every expected failure of the dock: profiles that do not hold, cards that cannot be listed. */
export class DockError<C extends DockErrorCode = DockErrorCode> extends DocketError<C> {}

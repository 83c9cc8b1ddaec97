import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type StationErrorCode = Extract<ProblemCode, `station.${string}`>;

/** Failures of the station as a whole: its data folder, its daemon, what it is asked for. */
export class StationError<C extends StationErrorCode = StationErrorCode> extends DocketError<C> {}

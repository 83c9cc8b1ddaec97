import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type CliErrorCode = Extract<ProblemCode, `cli.${string}`>;

/** A command line that asks for something there is not. */
export class CliError<C extends CliErrorCode = CliErrorCode> extends DocketError<C> {}

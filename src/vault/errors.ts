import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type VaultErrorCode = Extract<ProblemCode, `vault.${string}`>;

/** Every expected failure of a vault, whatever it is built on. */
export class VaultError<C extends VaultErrorCode = VaultErrorCode> extends DocketError<C> {}

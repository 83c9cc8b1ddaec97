import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type VaultErrorCode = Extract<ProblemCode, `vault.${string}`>;

/** Every expected failure of a vault, whatever it is built on. */
export class VaultError<C extends VaultErrorCode = VaultErrorCode> extends DocketError<C> {}

/** Likely to pass by itself: the same may be tried again later, and says nothing about what is kept. */
const passing: ReadonlySet<VaultErrorCode> = new Set(['vault.store_unreachable', 'vault.store_failed']);

export function passes(error: unknown): boolean {
  return error instanceof VaultError && passing.has(error.code);
}

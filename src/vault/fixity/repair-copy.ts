import type { OriginalAbout, OriginalFacts, Pace, RepairedOriginal } from '../contract.ts';
import { passes, VaultError } from '../errors.ts';
import type { Holder } from '../holder.ts';
import { type StagedCopy, stageCopy } from '../stage-copy.ts';

export interface RepairWish {
  readonly facts: OriginalFacts;
  readonly until: Temporal.Instant;
  readonly about: OriginalAbout;
  readonly pace?: Pace;
}

/** `none`: no other copy matches. `away`: one may, but its vault cannot be reached now. */
export type Repair =
  | { readonly repaired: RepairedOriginal; readonly from: string }
  | { readonly repaired: null; readonly why: 'none' | 'away' };

/**
 * Publishes a copy anew from the first of the others that matches both digests. Errors: those of writing to the damaged
 * vault.
 */
export async function repairCopy(
  damaged: Holder,
  others: readonly Holder[],
  { facts, until, about, pace }: RepairWish,
): Promise<Repair> {
  let why: 'none' | 'away' = 'none';
  for (const { vault } of others) {
    const copy = await copyFrom(vault, damaged, facts, pace);
    if (copy === 'away') why = 'away';
    else if (copy !== null && 'staged' in copy)
      return { repaired: await damaged.vault.repair(copy.staged, facts, until, about), from: vault.id };
  }
  return { repaired: null, why };
}

/** Null where it has none that can be read. */
async function copyFrom(
  vault: Holder['vault'],
  into: Holder,
  facts: OriginalFacts,
  pace: Pace | undefined,
): Promise<StagedCopy | 'away' | null> {
  try {
    return await stageCopy(vault, into, facts, pace);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    if (passes(error) || error.code === 'vault.marker_missing') return 'away';
    if (['vault.original_missing', 'vault.unreadable', 'vault.object_foreign'].includes(error.code))
      return null;
    throw error;
  }
}

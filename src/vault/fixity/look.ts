import type { DamageKind } from '../../custody/entry-kinds.ts';
import { errnoOf } from '../../errors.ts';
import type { OriginalFacts, Pace, Vault } from '../contract.ts';
import { VaultError } from '../errors.ts';
import { sizeSays } from '../rereader.ts';

/** What is wrong with a copy; no path stands in it. */
export interface Damage {
  readonly kind: DamageKind;
  readonly expected: string;
  readonly found: string;
}

/**
 * Reads a copy back whole; null where it is what it was. What is found wrong must be found twice: memory, a cable or a
 * network can be at fault once, and a repair for that would put a second copy beside a sound one. A vault that is not
 * there, or does not answer, says nothing about what it keeps: that is thrown.
 */
export async function lookForDamage(vault: Vault, facts: OriginalFacts, pace?: Pace): Promise<Damage | null> {
  const first = await lookOnce(vault, facts, pace);
  return first === null ? null : await lookOnce(vault, facts, pace);
}

async function lookOnce(vault: Vault, facts: OriginalFacts, pace: Pace | undefined): Promise<Damage | null> {
  try {
    const reread = await vault.reread(facts, pace);
    switch (reread.found) {
      case 'equal':
        return null;
      case 'missing':
        return { kind: 'missing', expected: sizeSays(facts.bytes), found: '–' };
      case 'altered':
        return { kind: 'altered', expected: reread.expected, found: reread.actual };
    }
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'vault.unreadable') throw error;
    // A disk that went away in the middle of a read answers like one with a bad sector.
    await vault.space();
    const found = String(error.params['errno'] ?? errnoOf(error.cause) ?? '?');
    return { kind: 'unreadable', expected: sizeSays(facts.bytes), found };
  }
}

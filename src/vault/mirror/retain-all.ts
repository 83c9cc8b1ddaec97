import type { Vault } from '../contract.ts';
import { passes, VaultError } from '../errors.ts';

/** What one vault made of it: the date that it is locked until now, or why not. */
export interface RetainedIn {
  readonly vault: string;
  readonly until: Temporal.Instant | null;
  /** Null where it was locked. `absent`: it holds no such original. */
  readonly failed: 'absent' | 'away' | null;
}

/**
 * Locks an original for longer in every vault, the main one first: where that fails, nothing else is tried and the
 * error is the caller's. A mirror that is away now, or that has no copy yet, is no failure: the mirror desk brings its
 * dates up to those of the catalogue.
 */
export async function retainAll(
  [main, ...mirrors]: readonly [Vault, ...Vault[]],
  sha256: string,
  until: Temporal.Instant,
): Promise<readonly RetainedIn[]> {
  const first = { vault: main.id, until: await main.retain(sha256, until), failed: null };
  const others: RetainedIn[] = [];
  for (const mirror of mirrors) others.push(await retainIn(mirror, sha256, until));
  return [first, ...others];
}

async function retainIn(mirror: Vault, sha256: string, until: Temporal.Instant): Promise<RetainedIn> {
  try {
    return { vault: mirror.id, until: await mirror.retain(sha256, until), failed: null };
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    if (error.code === 'vault.original_missing') return { vault: mirror.id, until: null, failed: 'absent' };
    if (passes(error) || error.code === 'vault.marker_missing')
      return { vault: mirror.id, until: null, failed: 'away' };
    throw error;
  }
}

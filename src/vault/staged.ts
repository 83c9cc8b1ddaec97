import type { BigIntStats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { OriginalFacts } from './contract.ts';
import { VaultError } from './errors.ts';
import { requireKind } from './local/look.ts';
import { sizeSays } from './rereader.ts';

/** The absolute path of a staged file, which must lie directly in the vault's own staging folder. */
export function requireInStaging(staging: string, name: string): string {
  const staged = resolve(staging, name);
  if (dirname(staged) === staging) return staged;
  throw new VaultError('vault.staged_elsewhere', { path: staged, staging });
}

export function requireStaged(staged: string, mine: BigIntStats, facts: OriginalFacts): void {
  requireKind(staged, mine, 'file');
  if (mine.size === BigInt(facts.bytes)) return;
  throw new VaultError('vault.staged_differs', {
    path: staged,
    expected: sizeSays(facts.bytes),
    found: sizeSays(mine.size),
  });
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OriginalFacts } from '../../src/vault/contract.ts';

/** What the child shall do, and at which step it shall be killed. */
export type VaultChildOrder = { readonly folder: string; readonly id: string; readonly step: string } & (
  | { readonly act: 'create' }
  | { readonly act: 'publish'; readonly staged: string; readonly facts: OriginalFacts }
  | { readonly act: 'retain' | 'hold' | 'release' | 'dispose'; readonly facts: OriginalFacts }
  | { readonly act: 'log'; readonly name: string; readonly text: string }
);

/** Runs the child and says how it ended: a signal's name, or its exit code. */
export function runVaultChild(order: VaultChildOrder): Promise<string> {
  const script = fileURLToPath(new URL('./vault-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
}

/** Runs `action` for every value, a few at a time. */
export async function eachOf<T>(values: readonly T[], action: (value: T) => Promise<void>): Promise<void> {
  const left = [...values];
  const line = async () => {
    for (let value = left.shift(); value !== undefined; value = left.shift()) await action(value);
  };
  await Promise.all([line(), line(), line()]);
}

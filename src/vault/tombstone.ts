import { VaultError } from './errors.ts';
import { isLogPart } from './names.ts';

const longestDisposal = 64;

/** The log object that says that an original was removed by a disposal. Error: `vault.disposal_name`. */
export function tombstoneName(sha256: string, disposal: string): string {
  if (!isLogPart(disposal) || disposal.length > longestDisposal)
    throw new VaultError('vault.disposal_name', { name: disposal });
  return `${tombstonesOf(sha256)}${disposal}`;
}

export function tombstonesOf(sha256: string): string {
  return `disposed/${sha256}/`;
}

/** Always the same bytes under the same name, so that it may be written again after a crash. */
export function tombstoneText(name: string): Uint8Array {
  const [, sha256 = '', disposal = ''] = name.split('/');
  return Buffer.from(`${JSON.stringify({ docket: 'disposed', version: 1, sha256, disposal })}\n`);
}

export function disposalsIn(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => name.split('/')[2] ?? []);
}

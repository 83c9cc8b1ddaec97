import { CustodyError } from '../../custody/error.ts';
import type { KeyRing } from '../../custody/key-ring.ts';
import { type FoundCheckpoint, type OpenedCheckpoint, openAll } from '../../custody/verify/checkpoints.ts';
import { DamageReport } from '../../custody/verify/damage.ts';
import { type LogReader, vaultCheckpoints } from '../../custody/verify/log-objects.ts';
import { BackupError } from '../backup/error.ts';

export interface VaultHeads {
  /** Signed by the station's key, smallest first. */
  readonly signed: readonly OpenedCheckpoint[];
  /** What lies there as a head and is none of this key's; in words, of the first. */
  readonly unsound: string | null;
}

/**
 * The signed heads that a vault holds of a ledger. One that is newer than all that these keys have signed means that the
 * ledger went on under a key that is not known here: whoever went on without it would make a second ledger.
 * Error: `custody.log_unsound`.
 */
export async function vaultHeads(vault: LogReader, ring: KeyRing, origin: string): Promise<VaultHeads> {
  const damage = new DamageReport();
  const found = await vaultCheckpoints(vault, damage);
  const signed = openAll(found, ring, origin, damage);
  const [first] = damage.list();
  const newest = Math.max(...signed.map(({ checkpoint }) => checkpoint.size));
  const beyond = found.find(({ filedAs }) => filedAs !== null && filedAs > newest);
  if (signed.length > 0 && beyond !== undefined)
    throw new CustodyError('custody.log_unsound', { name: beyond.place, found: first?.found ?? '?' });
  return {
    signed: signed.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size),
    unsound: first === undefined ? null : `${first.place}: ${first.found}`,
  };
}

/** The checkpoint that was kept elsewhere. Errors: those of `openCheckpoint`, as damage of the signature. */
export function headElsewhere(
  { file, note }: { readonly file: string; readonly note: Uint8Array },
  ring: KeyRing,
  origin: string,
): OpenedCheckpoint {
  const damage = new DamageReport();
  const given: FoundCheckpoint = { whence: 'elsewhere', place: file, note, filedAs: null };
  const [opened] = openAll([given], ring, origin, damage);
  if (opened !== undefined) return opened;
  throw new BackupError('backup.forged', { file, found: damage.list()[0]?.found ?? '?' });
}

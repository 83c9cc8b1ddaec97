import type { Db } from '../../custody/database.ts';
import type { Vault } from '../../vault/contract.ts';
import { StationError } from '../error.ts';
import { RetentionError } from '../retention/error.ts';
import { disposalOf } from '../retention/hold-deeds.ts';
import type { FootageFile } from './footage-file.ts';
import { soundBytes } from './sound-bytes.ts';

interface Row {
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
  readonly stored: string | null;
}

/**
 * An original as it lies in the vault. It is hashed on its way: what is not what the ledger says never comes to its end.
 * Errors: `station.evidence_unknown`, `retention.evidence_disposed`, `station.not_stored`.
 */
export async function storedOriginal(
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  evidence: string,
): Promise<FootageFile> {
  const row = db
    .prepare<[string], Row>('SELECT sha256, bytes, path, stored FROM view_evidence WHERE evidence = ?')
    .get(evidence);
  if (row === undefined) throw new StationError('station.evidence_unknown', { evidence });
  const disposal = disposalOf(db, evidence);
  if (disposal !== null) throw new RetentionError('retention.evidence_disposed', { evidence, disposal });
  const { sha256, bytes, path, stored } = row;
  if (stored === null || !(await vault.holds(sha256, bytes)))
    throw new StationError('station.not_stored', { evidence });
  // The name itself may be hostile; its end is kept where it is harmless.
  const name = `${evidence}${/\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0].toLowerCase() ?? ''}`;
  const broken = (found: string) => new StationError('station.object_unsound', { evidence, found });
  return {
    ...{ name, type: 'application/octet-stream', bytes, sha256, part: null },
    whole: () => soundBytes(vault.read(sha256), { sha256, bytes }, broken),
  };
}

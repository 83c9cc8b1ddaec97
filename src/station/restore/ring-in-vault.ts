import { bundleOf } from '../../custody/bring-back.ts';
import { CustodyError } from '../../custody/error.ts';
import { type KeyInForce, type KeyRing, keyNamedBy } from '../../custody/key-ring.ts';
import { parseNote } from '../../custody/note.ts';
import { parseLeaf } from '../../custody/parse-leaf.ts';
import { newBundles, tileWidth } from '../../custody/tiles.ts';
import type { LogReader } from '../../custody/verify/log-objects.ts';
import { BackupError } from '../backup/error.ts';

/**
 * The keys that the ledger in a vault names, read off its entries; whether those are the ledger's, the heads tell that
 * are proved with them. Errors: `backup.no_ledger`, `custody.log_unsound`.
 */
export async function ringInVault(vault: LogReader, origin: string, folder: string): Promise<KeyRing> {
  const name = (await vault.listLogs('checkpoint/')).at(-1) ?? '';
  const size = Number(name.slice('checkpoint/'.length));
  const note = Number.isSafeInteger(size) && size > 0 ? await vault.getLog(name) : null;
  if (note === null) throw new BackupError('backup.no_ledger', { folder, found: 'checkpoint/' });
  const first = { level: 'entries', index: 0, width: Math.min(size, tileWidth) } as const;
  const begin = (await bundleOf(vault, first)).slice(0, 1);
  const ring = keysAmong(begin, 0);
  // Most stations never have another key: then one bundle tells all.
  if (ring.some(({ key }) => isSignedBy(note, origin, key.keyId))) return ring;
  const all: KeyInForce[] = [];
  for (const tile of newBundles(0, size))
    all.push(...keysAmong(await bundleOf(vault, tile), tile.index * tileWidth));
  return all;
}

const marks = ['"type":"station.initialised"', '"type":"station.rekeyed"'];

function keysAmong(leaves: readonly Uint8Array[], from: number): readonly KeyInForce[] {
  return leaves.flatMap((leaf, i) => {
    // Parsing every entry of a ledger takes longer than reading it.
    const bytes = Buffer.from(leaf.buffer, leaf.byteOffset, leaf.length);
    if (!marks.some((mark) => bytes.includes(mark))) return [];
    const key = keyIn(from + i, leaf);
    return key === null ? [] : [{ from: from + i, key }];
  });
}

function keyIn(seq: number, leaf: Uint8Array): KeyInForce['key'] | null {
  try {
    return keyNamedBy(parseLeaf(leaf));
  } catch (cause) {
    if (!(cause instanceof CustodyError)) throw cause;
    throw new CustodyError('custody.log_unsound', { name: `entry ${seq}`, found: cause.message }, { cause });
  }
}

function isSignedBy(note: Uint8Array, origin: string, keyId: string): boolean {
  return parseNote(note).signatures.some((one) => one.name === origin && one.keyId === keyId);
}

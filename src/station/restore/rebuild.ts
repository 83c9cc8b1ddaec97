import { readFile, writeFile } from 'node:fs/promises';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { bundleOf } from '../../custody/bring-back.ts';
import { parseCheckpoint } from '../../custody/checkpoint.ts';
import { createDatabase } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import { CustodyError } from '../../custody/error.ts';
import type { KeyRing } from '../../custody/key-ring.ts';
import { parseNote } from '../../custody/note.ts';
import { parseLeaf } from '../../custody/parse-leaf.ts';
import { createStationKey, loadStationKey, type Signer } from '../../custody/station-key.ts';
import { tileWidth } from '../../custody/tiles.ts';
import type { LogReader } from '../../custody/verify/log-objects.ts';
import { errnoOf } from '../../errors.ts';
import { BackupError } from '../backup/error.ts';
import {
  knownDataVersion,
  type Places,
  placesIn,
  type StationFile,
  writeDurably,
  writeStationFile,
} from '../data-folder.ts';
import { type Completed, complete, type Outside } from './complete.ts';
import { takeFolder } from './restoring-folder.ts';
import { ringInVault } from './ring-in-vault.ts';
import { diskVault, makeStaging, type SourceVault, storeVault } from './source-vault.ts';
import { vaultHeads } from './vault-heads.ts';

export interface RebuildWish {
  /** The vault of the lost station: its folder, or the configuration that leads to its store. */
  readonly vault: string | Config;
  readonly folder: string;
  /** The station's own private key, from a backup or saved from its data folder; null: it is lost, and a new one is made. */
  readonly keyFile: string | null;
  readonly checkpoint: Outside | null;
}

/** What was had back. */
export interface Rebuilt extends Completed {
  readonly data: string;
  readonly publicKey: string;
  /** The lost key in place of which this one signs; null where it is still the same. */
  readonly previousKey: string | null;
}

/**
 * Gives a station that has lost its whole data folder its ledger and evidence list back from its vault alone: the
 * published entries, proved against the signed heads, replayed into a new catalogue. Names, paths and free text are in
 * no vault; they are shown as lost. Errors: `backup.*`, `custody.*`, `station.in_use`.
 */
export async function rebuildStation(
  wish: RebuildWish,
  actor: Actor,
  clock: Clock,
  step: (point: string) => void = () => undefined,
): Promise<Rebuilt> {
  const { folder } = wish;
  const store = typeof wish.vault === 'string' ? null : wish.vault;
  const vault =
    typeof wish.vault === 'string' ? await diskVault(wish.vault, null) : await storeVault(wish.vault, null);
  const { address } = vault;
  const origin = await originIn(vault);
  const taken = await takeFolder(
    folder,
    store === null ? address : placesIn(folder, store.vault.folder).vault,
  );
  try {
    const { places } = taken;
    const ring = await ringInVault(vault, origin, address);
    const { signer, previous } = await keyOf(wish, address, { places, origin, ring });
    const { signed, unsound } = await vaultHeads(vault, ring, origin);
    if (signed.length === 0)
      throw new BackupError('backup.no_ledger', { folder: address, found: unsound ?? 'checkpoint/' });
    writeDurably(places.vkey, `${signer.vkey}\n`, 0o644);
    const station = await stationIn(vault, origin, Math.max(...signed.map((one) => one.checkpoint.size)));
    writeStationFile(places, station);
    step('restore.opened');
    const db = createDatabase(places.database);
    const keys = { signer, ring, previous };
    const sources = { places, station, ...keys, vault, heads: signed, outside: wish.checkpoint };
    const done = await complete({ ...sources, source: { kind: 'vault' } }, { db, actor, clock, step });
    step('restore.complete');
    if (store !== null) await makeStaging(places.vault);
    await taken.settle(step);
    step('restore.settled');
    return { ...done, data: folder, publicKey: signer.vkey, previousKey: previous };
  } finally {
    await taken.close();
  }
}

/** The ledger's name as the vault's newest head has it; who signed that is asked after. */
async function originIn(vault: SourceVault): Promise<string> {
  const { address: folder } = vault;
  const name = (await vault.listLogs('checkpoint/')).at(-1);
  const note = name === undefined ? null : await vault.getLog(name);
  try {
    if (note !== null) return parseCheckpoint(parseNote(note).text).origin;
  } catch (cause) {
    if (!(cause instanceof CustodyError)) throw cause;
    throw new BackupError('backup.no_ledger', { folder, found: cause.message }, { cause });
  }
  throw new BackupError('backup.no_ledger', { folder, found: 'checkpoint/' });
}

/** The key that goes on signing. Error: `backup.no_ledger` where it is not the one that signs this ledger now. */
async function keyOf(
  { keyFile }: RebuildWish,
  folder: string,
  {
    places: { key },
    origin,
    ring,
  }: { readonly places: Places; readonly origin: string; readonly ring: KeyRing },
): Promise<{ signer: Signer; previous: string | null }> {
  const current = ring.at(-1)?.key.vkey ?? '';
  if (keyFile === null) return { signer: createStationKey(key, origin), previous: current };
  await takeKey(keyFile, key);
  const signer = loadStationKey(key, origin);
  if (signer.vkey === current) return { signer, previous: null };
  throw new BackupError('backup.no_ledger', { folder, found: `${current} ≠ ${signer.vkey}` });
}

/** Whatever the mode of the given file: the station's own copy is its user's alone. Error: `backup.unreadable`. */
async function takeKey(from: string, to: string): Promise<void> {
  try {
    await writeFile(to, await readFile(from), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new BackupError('backup.unreadable', { path: from, found: errnoOf(cause) ?? '?' }, { cause });
  }
}

/** Who the station is, by its first entry; the tree over it is proved after. Error: `custody.log_unsound`. */
async function stationIn(
  vault: LogReader & { readonly id: string },
  origin: string,
  size: number,
): Promise<StationFile> {
  const tile = { level: 'entries', index: 0, width: Math.min(size, tileWidth) } as const;
  const [first] = await bundleOf(vault, tile);
  const { type, data, at } = parseLeaf(first ?? new Uint8Array(0));
  const { code } = data;
  if (type !== 'station.initialised' || typeof code !== 'string')
    throw new CustodyError('custody.log_unsound', { name: 'entry 0', found: type });
  return { version: knownDataVersion, code, origin, vault: vault.id, created: at, complete: true };
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Db, openReading } from '../custody/database.ts';
import { CustodyError } from '../custody/error.ts';
import { checkpointsAfter, publishedSize } from '../custody/publish-log.ts';
import { loadStationKey } from '../custody/station-key.ts';
import { compareRoots, type FoundCheckpoint, openAll } from '../custody/verify/checkpoints.ts';
import { type Damage, DamageReport } from '../custody/verify/damage.ts';
import { walkEntries } from '../custody/verify/entries.ts';
import { checkLogObjects, vaultCheckpoints } from '../custody/verify/log-objects.ts';
import { checkPersonal } from '../custody/verify/personal.ts';
import { checkCatalogue } from '../custody/verify/replay.ts';
import { parseVkey, type Verifier } from '../custody/vkey.ts';
import { HashingPool } from '../intake/hashing-pool.ts';
import { projectors } from '../projections.ts';
import type { OriginalFacts } from '../vault/contract.ts';
import { VaultError } from '../vault/errors.ts';
import { type LocalVault, openLocalVault } from '../vault/local/local-vault.ts';
import { verifyOriginals } from '../vault/verify-originals.ts';
import type { Places, StationFile } from './data-folder.ts';

export interface VerifyWish {
  readonly vault: 'full' | 'sample' | 'none';
  /** An older checkpoint that was kept elsewhere: with it an older copy of the whole data folder is found out too. */
  readonly checkpoint: { readonly file: string; readonly note: Uint8Array } | null;
  /** Whether the catalogue is replayed and personal values are checked. */
  readonly replay: boolean;
  readonly onProgress: (done: number, of: number) => void;
}

export interface Verification {
  readonly ok: boolean;
  readonly ledger: string;
  readonly size: number;
  readonly root: string | null;
  readonly lastEntryAt: string | null;
  /** Entries that no checkpoint signs yet. */
  readonly unsigned: number;
  readonly checkpoints: number;
  readonly originals: { readonly looked: number; readonly reread: number };
  readonly logObjects: number;
  readonly damage: readonly Damage[];
}

/**
 * Re-reads everything and holds it against everything else: entries against tree, tree against signed checkpoints in
 * the database, in the vault and in a file kept elsewhere, entries against catalogue, vault against ledger. Only reads;
 * may run beside a daemon, which it then sees as of one moment.
 */
export async function verifyStation(
  places: Places,
  file: StationFile,
  wish: VerifyWish,
): Promise<Verification> {
  const damage = new DamageReport();
  const key = publicKey(places, file, damage);
  const pool = new HashingPool(0);
  try {
    const vault = await vaultFor(places, file, pool, damage);
    return await withDatabase(places, damage, async (db) => {
      const opened = await openedCheckpoints(db, vault, file, key, wish, damage);
      const sizes = new Set(opened.map((one) => one.checkpoint.size));
      const size = db?.prepare<[], number>('SELECT count(*) FROM ledger_entry').pluck().get() ?? 0;
      const walk = db === null ? nothing : walkEntries(db, new Set([...sizes, size]), damage);
      compareRoots(opened, walk, damage);
      sameKey(walk.publicKey, key, damage);
      if (db !== null && wish.replay) {
        checkPersonal(db, damage);
        checkCatalogue(db, projectors, damage);
      }
      const { originals, logObjects } = await checkVault(db, vault, wish, damage);
      const root = walk.roots.get(walk.size);
      const list = damage.list();
      return {
        ok: list.length === 0,
        ledger: file.origin,
        size: walk.size,
        root: root === undefined ? null : Buffer.from(root).toString('hex'),
        lastEntryAt: walk.lastAt,
        unsigned: Math.max(0, walk.size - Math.max(0, ...sizes)),
        checkpoints: opened.length,
        originals,
        logObjects,
        damage: list,
      };
    });
  } finally {
    await pool.close();
  }
}

const nothing = {
  size: 0,
  roots: new Map<number, Uint8Array>(),
  publicKey: null,
  lastAt: null,
  suspect: null,
};

/** A database that cannot be opened or read is damage, not the end of the check: the vault may still tell how much is lost. */
async function withDatabase<T>(
  places: Places,
  damage: DamageReport,
  check: (db: Db | null) => Promise<T>,
): Promise<T> {
  let db: Db | null = null;
  try {
    db = openReading(places.database);
    // One moment of a running station: entries appended meanwhile are not seen.
    db.exec('BEGIN');
    return await check(db);
  } catch (error) {
    if (error instanceof CustodyError && error.code === 'custody.database_newer') throw error;
    if (!isDatabaseFailure(error)) throw error;
    const missing = error instanceof CustodyError && error.code === 'custody.database_missing';
    damage.add(missing ? 'truncated' : 'entry_altered', places.database, 'a sound database', error.message);
    return await check(null);
  } finally {
    db?.close();
  }
}

function isDatabaseFailure(error: unknown): error is Error {
  if (error instanceof CustodyError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}

function publicKey(places: Places, file: StationFile, damage: DamageReport): Verifier | null {
  try {
    const key = parseVkey(readFileSync(places.vkey, 'utf8').trim());
    const own = loadStationKey(places.key, file.origin);
    if (own.vkey !== readFileSync(places.vkey, 'utf8').trim()) {
      damage.add('signature', places.vkey, own.vkey, 'another public key');
    }
    return key;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    damage.add('signature', places.keys, "the station's key", found);
    return null;
  }
}

/** The first entry names the key; a new key pair put in its place signs a ledger that was not this station's. */
function sameKey(inLedger: string | null, key: Verifier | null, damage: DamageReport): void {
  if (inLedger === null || key === null || inLedger === key.vkey) return;
  damage.add('signature', 'entry 0', inLedger, key.vkey);
}

async function vaultFor(
  places: Places,
  file: StationFile,
  pool: HashingPool,
  damage: DamageReport,
): Promise<LocalVault | null> {
  try {
    const reread = (path: string, bytes: number) => pool.reread(path, bytes);
    return await openLocalVault({ folder: places.vault, id: file.vault, immutable: 'off', reread });
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    damage.add('object_missing', places.vault, `vault ${file.vault}`, error.message);
    return null;
  }
}

async function openedCheckpoints(
  db: Db | null,
  vault: LocalVault | null,
  file: StationFile,
  key: Verifier | null,
  wish: VerifyWish,
  damage: DamageReport,
) {
  if (key === null) return [];
  const found: FoundCheckpoint[] = [];
  if (wish.checkpoint !== null) {
    found.push({ place: wish.checkpoint.file, note: wish.checkpoint.note, filedAs: null, outside: true });
  }
  for (const { size, note } of db === null ? [] : checkpointsAfter(db, -1)) {
    found.push({ place: `checkpoint ${size}`, note, filedAs: size, outside: false });
  }
  if (vault !== null) {
    for (const one of await vaultCheckpoints(vault)) found.push({ ...one, outside: false });
  }
  return openAll(found, key, file.origin, damage);
}

async function checkVault(
  db: Db | null,
  vault: LocalVault | null,
  wish: VerifyWish,
  damage: DamageReport,
): Promise<Pick<Verification, 'originals' | 'logObjects'>> {
  if (db === null || vault === null || wish.vault === 'none') {
    return { originals: { looked: 0, reread: 0 }, logObjects: 0 };
  }
  const logObjects = await checkLogObjects(db, vault, publishedSize(db), wish.vault, damage);
  const facts = db
    .prepare<[], OriginalFacts>('SELECT sha256, blake3, bytes FROM view_original ORDER BY sha256')
    .all();
  const atOnce = availableParallelism() * 2;
  const { looked, reread, unsound } = await verifyOriginals(vault, facts, wish.vault, atOnce, (done) =>
    wish.onProgress(done, facts.length),
  );
  for (const { object, kind, expected, found } of unsound) damage.add(kind, object, expected, found);
  checkStaged(db, vault, damage);
  return { originals: { looked, reread }, logObjects };
}

/** What is secured and not stored yet must stand in staging or, published by a run that crashed, in the vault. */
function checkStaged(db: Db, vault: LocalVault, damage: DamageReport): void {
  const unstored = db
    .prepare<[], { evidence: string; recording: string; sha256: string; bytes: number }>(
      'SELECT evidence, recording, sha256, bytes FROM view_evidence WHERE stored IS NULL',
    )
    .all();
  for (const { evidence, recording, sha256, bytes } of unstored) {
    const places = [join(vault.staging, recording), vault.locate(sha256).location];
    if (places.some((path) => existsSync(path) && statSync(path).size === bytes)) continue;
    damage.add('object_missing', `evidence ${evidence}`, `${bytes} bytes in staging`, 'nothing');
  }
}

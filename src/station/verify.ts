import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import { openToExamine } from '../custody/database.ts';
import { CustodyError } from '../custody/error.ts';
import {
  compareRoots,
  type FoundCheckpoint,
  missingHeads,
  openAll,
  storedCheckpoints,
} from '../custody/verify/checkpoints.ts';
import { type Damage, DamageReport, readable } from '../custody/verify/damage.ts';
import { tellOtherHistory } from '../custody/verify/divergence.ts';
import { type EntryWalk, noEntries, walkEntries } from '../custody/verify/entries.ts';
import { chooseKey, compareKeys, keysOf, namedKeys, ringOf } from '../custody/verify/keys.ts';
import {
  checkLogObjects,
  checkPublished,
  publishedHeads,
  vaultCheckpoints,
} from '../custody/verify/log-objects.ts';
import { checkPersonal } from '../custody/verify/personal.ts';
import { checkCatalogue } from '../custody/verify/replay.ts';
import { checkSchema, checkStructure } from '../custody/verify/schema.ts';
import { HashingPool } from '../intake/copying/hashing-pool.ts';
import { projectors } from '../projections.ts';
import { VaultError } from '../vault/errors.ts';
import type { Places, StationFile } from './data-folder.ts';
import { type LedgerAhead, ledgerAhead } from './ledger-ahead.ts';
import type { StationVault } from './open-vault.ts';
import { type Strays, straysIn } from './strays.ts';
import { DisposalWatch, tellUnlawful } from './verify-disposals.ts';
import { changedSince } from './verify-locks.ts';
import { checkOriginals, type OriginalsFound, vaultFor } from './verify-vault.ts';
import type { VerifyWish } from './verify-wish.ts';

export interface Verification {
  readonly ok: boolean;
  readonly ledger: string;
  readonly size: number;
  readonly root: string | null;
  readonly lastEntryAt: string | null;
  /** Where the clock was put back, as it stands now; no damage. */
  readonly ahead: LedgerAhead | null;
  /** Entries that no checkpoint signs yet. */
  readonly unsigned: number;
  readonly checkpoints: number;
  /** Entries with which another key came into force: each stands on the word of whoever entered it. */
  readonly keyChanges: readonly { readonly entry: number; readonly publicKey: string }[];
  readonly originals: OriginalsFound;
  readonly logObjects: number;
  /** What stands among the originals and in no entry; no damage. Null where the vault was not looked at. */
  readonly strays: Strays | null;
  readonly damage: readonly Damage[];
}

/**
 * Re-reads everything and holds it against everything else: entries against tree, tree against signed checkpoints in
 * the database, in the vault and in a file kept elsewhere, entries against catalogue, vault against ledger. Only reads;
 * may run beside a daemon, which it then sees as of one moment.
 * @param config null: the vault is on a disk, wherever the places say
 */
export async function verifyStation(
  places: Places,
  file: StationFile,
  wish: VerifyWish,
  config: Config | null = null,
): Promise<Verification> {
  const damage = new DamageReport();
  const pool = wish.vault === 'none' ? null : new HashingPool(0);
  let opened: Pick<Examined, 'db' | 'gone'> | null = null;
  try {
    const vault = await vaultFor(config, places, file, pool, wish, damage);
    // Before the database: what a running daemon publishes later is then in both, never in the vault alone.
    const inVault = vault === null ? [] : await vaultCheckpoints(vault.vault, damage);
    opened = openDatabase(places, damage);
    return await new Check(places, file, wish, { ...opened, vault, pool, damage }).run(inVault);
  } finally {
    opened?.db?.close();
    await pool?.close();
  }
}

/** A database that cannot be opened is damage, not the end of the check: the vault may still tell how much is lost. */
function openDatabase(places: Places, damage: DamageReport): Pick<Examined, 'db' | 'gone'> {
  let db: Db | null = null;
  try {
    db = openToExamine(places.database);
    // One moment of a running station: entries appended meanwhile are not seen.
    db.exec('BEGIN');
    if (checkSchema(db, damage) === 'standing') return { db, gone: false };
    damage.add('truncated', places.database, 'the tables of the ledger', 'none');
  } catch (error) {
    db?.close();
    if (!(error instanceof CustodyError) || isOfAnotherVersion(error)) throw error;
    const gone = error.code === 'custody.database_missing';
    damage.add(gone ? 'truncated' : 'entry_altered', places.database, 'a sound database', error.message);
    return { db: null, gone };
  }
  db.close();
  return { db: null, gone: true };
}

function isOfAnotherVersion({ code }: CustodyError): boolean {
  return code === 'custody.database_newer' || code === 'custody.database_older';
}

interface Examined {
  readonly db: Db | null;
  /** Whether there is no ledger any more, rather than one that cannot be read. */
  readonly gone: boolean;
  readonly vault: StationVault | null;
  readonly pool: HashingPool | null;
  readonly damage: DamageReport;
}

class Check {
  readonly #places: Places;
  readonly #file: StationFile;
  readonly #wish: VerifyWish;
  readonly #on: Examined;

  constructor(places: Places, file: StationFile, wish: VerifyWish, on: Examined) {
    this.#places = places;
    this.#file = file;
    this.#wish = wish;
    this.#on = on;
  }

  async run(inVault: readonly FoundCheckpoint[]): Promise<Verification> {
    const { db, gone, damage } = this.#on;
    const { stored, ring, opened } = this.#heads(inVault);
    const sizes = new Set(opened.map((one) => one.checkpoint.size));
    const walk = db === null ? noEntries(gone) : walkEntries(db, sizes, damage);
    const sureUpTo = await this.#roots(opened, walk);
    if (db !== null) missingHeads(opened, stored, walk, damage);
    const published = db === null ? 0 : checkPublished(db, stored, damage);
    const originals = await this.#catalogueAndOriginals(walk);
    const logObjects = await this.#logObjects({ inVault, opened, published }, walk, sureUpTo);
    const [ahead, strays] = [this.#ahead(), await this.#strays()];
    const list = damage.list();
    return {
      ok: list.length === 0,
      ledger: this.#file.origin,
      size: walk.size,
      root: walk.root === null ? null : Buffer.from(walk.root).toString('hex'),
      lastEntryAt: walk.lastAt,
      ahead,
      unsigned: Math.max(0, walk.size - Math.max(0, ...sizes)),
      checkpoints: opened.length,
      keyChanges: ring.slice(1).map(({ from, key }) => ({ entry: from, publicKey: key.vkey })),
      originals,
      logObjects,
      strays,
      damage: list,
    };
  }

  async #strays(): Promise<Strays | null> {
    const { db, vault } = this.#on;
    if (db === null || vault === null || this.#wish.vault === 'none') return null;
    try {
      return await straysIn(vault.vault, this.#places.database);
    } catch (error) {
      // Of a catalogue that cannot be read more has been told already.
      if (error instanceof VaultError) throw error;
      return null;
    }
  }

  #ahead(): LedgerAhead | null {
    const { db, damage } = this.#on;
    if (db === null) return null;
    const look = () => ledgerAhead(db, Temporal.Now.instant());
    return readable(damage, 'catalogue_differs', () => 'view_entry', look, null);
  }

  #heads(inVault: readonly FoundCheckpoint[]) {
    const { db, damage } = this.#on;
    const { checkpoint } = this.#wish;
    const stored = db === null ? [] : storedCheckpoints(db, damage);
    const given: readonly FoundCheckpoint[] =
      checkpoint === null
        ? []
        : [{ whence: 'elsewhere', place: checkpoint.file, note: checkpoint.note, filedAs: null }];
    const found = [...stored, ...inVault, ...given];
    const keys = db === null ? [] : keysOf(db, damage);
    const named = namedKeys(this.#places, this.#file.origin, keys, damage);
    const key = chooseKey(named, found);
    compareKeys(named, key, damage);
    const ring = ringOf(keys, key);
    return { stored, ring, opened: openAll(found, ring, this.#file.origin, damage) };
  }

  /** Returns up to where ledger and signed heads are of one history. */
  async #roots(opened: ReturnType<typeof openAll>, walk: EntryWalk): Promise<number> {
    const { db, vault, damage } = this.#on;
    const other = compareRoots(opened, walk, damage);
    return other === null || db === null
      ? walk.size
      : await tellOtherHistory(db, vault?.vault ?? null, other, damage);
  }

  /** What the vault must hold is better asked of the replayed catalogue than of the stored one. */
  async #catalogueAndOriginals(walk: EntryWalk): Promise<OriginalsFound> {
    const { db, vault, pool, damage } = this.#on;
    if (db === null) return { looked: 0, reread: 0, disposed: 0 };
    const watch = new DisposalWatch();
    let replayed: Db | null = null;
    try {
      if (this.#wish.replay) {
        checkPersonal(db, walk.toTheEnd ? walk.size : Number.POSITIVE_INFINITY, damage);
        replayed = checkCatalogue(db, [watch, ...projectors], damage);
        tellUnlawful(watch.unlawful, damage);
        checkStructure(db, damage);
      }
      const said = {
        unlawful: new Set(watch.unlawful.map(({ sha256 }) => sha256)),
        changedSince: () => changedSince(this.#places.database, walk.size),
      };
      return await checkOriginals(
        replayed ?? db,
        vault === null || pool === null ? null : { ...vault, pool },
        this.#wish,
        said,
        damage,
      );
    } finally {
      replayed?.close();
    }
  }

  async #logObjects(
    heads: {
      readonly inVault: readonly FoundCheckpoint[];
      readonly opened: ReturnType<typeof openAll>;
      readonly published: number;
    },
    walk: EntryWalk,
    sureUpTo: number,
  ): Promise<number> {
    const { db, vault, damage } = this.#on;
    const depth = this.#wish.vault;
    if (db === null || vault === null || depth === 'none') return 0;
    // Signed by a key that is not the station's, the vault's ledger is no other's measure: that is told by its heads.
    const foreign = heads.inVault.length > 0 && !heads.opened.some((one) => one.whence === 'vault');
    const must = publishedHeads(heads.opened, heads.inVault, heads.published);
    return await checkLogObjects(
      db,
      vault.vault,
      walk,
      must,
      { depth, sureUpTo: foreign ? 0 : sureUpTo },
      damage,
    );
  }
}

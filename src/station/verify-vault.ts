import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import { type DamageReport, readable } from '../custody/verify/damage.ts';
import type { HashingPool } from '../intake/copying/hashing-pool.ts';
import type { OriginalFacts } from '../vault/contract.ts';
import { passes, VaultError } from '../vault/errors.ts';
import { verifyOriginals } from '../vault/verify-originals.ts';
import type { Places, StationFile } from './data-folder.ts';
import { openDisk, openVault, type StationVault } from './open-vault.ts';
import { vaultAddress } from './s3-options.ts';
import { checkLocks, type Disposed } from './verify-locks.ts';
import type { VerifyWish } from './verify-wish.ts';

export interface OriginalsFound {
  readonly looked: number;
  readonly reread: number;
  /** Gone by a disposal that somebody else than its proposer has approved, and that nothing stood against. */
  readonly disposed: number;
}

/** What is known of originals before the vault is asked. */
export interface OriginalsSaid {
  /** Those of which entries tell that they went unlawfully: that is damage told already. */
  readonly unlawful: ReadonlySet<string>;
  readonly changedSince: () => ReadonlySet<string>;
}

/** The vault to check; null where it cannot be opened, which is damage unless it is not to be checked. */
export async function vaultFor(
  config: Config | null,
  places: Places,
  file: StationFile,
  pool: HashingPool | null,
  wish: VerifyWish,
  damage: DamageReport,
): Promise<StationVault | null> {
  try {
    const wish = { places, id: file.vault, pool, sole: false };
    return config === null ? await openDisk(wish) : await openVault({ ...wish, config });
  } catch (error) {
    // A store that does not answer says nothing of what it keeps.
    if (!(error instanceof VaultError) || (passes(error) && wish.vault !== 'none')) throw error;
    if (wish.vault !== 'none')
      damage.add('object_missing', addressOf(config, places), `vault ${file.vault}`, error.message);
    return null;
  }
}

const addressOf = (config: Config | null, places: Places): string =>
  config === null ? places.vault : vaultAddress(config, places);

/** Holds the vault against what the catalogue in `db` says of it: originals, and what is still staged; null: there is none to ask. */
export async function checkOriginals(
  db: Db,
  opened: (StationVault & { readonly pool: HashingPool }) | null,
  wish: VerifyWish,
  said: OriginalsSaid,
  damage: DamageReport,
): Promise<OriginalsFound> {
  const disposed = disposedIn(db, damage).filter(({ sha256 }) => !said.unlawful.has(sha256));
  const gone = disposed.filter(({ done }) => done === 1).length;
  if (wish.vault === 'none' || opened === null) return { looked: 0, reread: 0, disposed: gone };
  const { vault, staging, pool } = opened;
  const facts = factsIn(db, damage).filter(({ sha256 }) => !said.unlawful.has(sha256));
  const atOnce = availableParallelism() * 2;
  const { looked, reread, unsound } = await verifyOriginals(vault, facts, wish.vault, atOnce, (done) =>
    wish.onProgress(done, facts.length),
  );
  const itemsOf = db.prepare<[string], string>('SELECT evidence FROM view_evidence WHERE sha256 = ?').pluck();
  for (const { object, kind, expected, found } of unsound) {
    const items = readable(
      damage,
      'catalogue_differs',
      () => 'view_evidence',
      () => itemsOf.all(basename(object)),
      [],
    );
    damage.add(kind, object, expected, found, items);
  }
  const waiting = unstored(db, damage);
  for (const one of waiting) await checkStaged(one, { vault, staging }, pool, wish.vault === 'full', damage);
  const unsure = new Set([...unsound, ...waiting].map(({ sha256 }) => sha256));
  const sure = <T extends { readonly sha256: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ sha256 }) => !unsure.has(sha256));
  const locks = { vault, atOnce, changedSince: said.changedSince };
  await checkLocks(db, sure(facts), sure(disposed), locks, damage);
  return { looked, reread, disposed: gone };
}

function disposedIn(db: Db, damage: DamageReport): readonly Disposed[] {
  const read = () =>
    db
      .prepare<[], Disposed & OriginalFacts>(
        `SELECT d.sha256, o.blake3, o.bytes, d.disposal, d.done IS NOT NULL AS done
         FROM view_disposed d JOIN view_original o USING (sha256) ORDER BY d.sha256`,
      )
      .all();
  const all = readable(damage, 'catalogue_differs', () => 'view_disposed', read, []);
  return all.filter((one) => usable(one, `view_disposed ${one.sha256}`, damage));
}

function factsIn(db: Db, damage: DamageReport): readonly OriginalFacts[] {
  const read = () =>
    db
      .prepare<[], OriginalFacts>(
        // What an approved disposal has begun to take may be there still or gone; all others must be there.
        `SELECT sha256, blake3, bytes FROM view_original o
         WHERE NOT EXISTS (SELECT 1 FROM view_disposed d WHERE d.sha256 = o.sha256) ORDER BY sha256`,
      )
      .all();
  const all = readable(damage, 'catalogue_differs', () => 'view_original', read, []);
  return all.filter((one) => usable(one, `view_original ${one.sha256}`, damage));
}

/** Digests become paths: one that somebody wrote into the catalogue is not followed. */
function usable(facts: OriginalFacts, place: string, damage: DamageReport): boolean {
  const digests = [facts.sha256, facts.blake3];
  const sound = digests.every((one) => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one));
  if (sound && Number.isSafeInteger(facts.bytes) && facts.bytes >= 0) return true;
  damage.add('catalogue_differs', place, 'digests and a size', JSON.stringify(facts));
  return false;
}

interface Unstored extends OriginalFacts {
  readonly evidence: string;
  readonly recording: string;
}

function unstored(db: Db, damage: DamageReport): readonly Unstored[] {
  const read = () =>
    db
      .prepare<[], Unstored>(
        `SELECT evidence, recording, sha256, blake3, bytes FROM view_evidence WHERE stored IS NULL
         UNION ALL SELECT evidence, recording, sha256, blake3, bytes FROM view_sidecar_waiting
         UNION ALL SELECT coalesce(justification, finding), recording, sha256, blake3, bytes
           FROM view_attachment_waiting
         ORDER BY evidence, recording`,
      )
      .all();
  const all = readable(damage, 'catalogue_differs', () => 'view_evidence', read, []);
  return all.filter((one) => usable(one, `view_evidence ${one.evidence}`, damage));
}

/** What is secured and not stored yet must stand in staging or, published by a run that crashed, in the vault. */
async function checkStaged(
  { evidence, recording, ...facts }: Unstored,
  { vault, staging }: Pick<StationVault, 'vault' | 'staging'>,
  pool: HashingPool,
  whole: boolean,
  damage: DamageReport,
): Promise<void> {
  const place = `evidence ${evidence} in staging`;
  const path = join(staging, recording);
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing !== undefined) {
    if (!standing.isFile()) {
      damage.add('object_altered', place, 'a file', 'not a file');
      return;
    }
    if (standing.size !== facts.bytes) {
      damage.add('object_altered', place, `${facts.bytes} bytes`, `${standing.size} bytes`);
      return;
    }
    const found = whole ? await pool.reread(path, facts.bytes).catch(String) : null;
    if (found === null || (typeof found !== 'string' && found.blake3 === facts.blake3)) return;
    // A running daemon may have published it in between.
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
      damage.add('object_altered', place, facts.blake3, typeof found === 'string' ? found : found.blake3);
      return;
    }
  }
  const published = await vault.reread(facts).catch(String);
  if (typeof published === 'string') damage.add('object_altered', place, 'a readable object', published);
  else if (published.found === 'altered')
    damage.add('object_altered', place, published.expected, published.actual);
  else if (published.found === 'missing')
    damage.add('object_missing', place, `${facts.bytes} bytes`, 'nothing');
}

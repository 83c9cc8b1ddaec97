import { setTimeout as wait } from 'node:timers/promises';
import { type Db, openReading } from '../custody/database.ts';
import type { Vault } from '../vault/contract.ts';
import { LocalVault } from '../vault/local/local-vault.ts';
import type { Standing } from '../vault/local/strays.ts';

/** What stands among a vault's originals and in no entry. It is named, and nothing is ever done to it. */
export interface Strays {
  readonly count: number;
  /** The first of them, relative to the vault. */
  readonly names: readonly string[];
  /** Whether everything was looked at. */
  readonly whole: boolean;
}

/** More are counted and not named. */
const mostNamed = 100;
/** A file is published a moment before the ledger has it. */
const momentMs = 1_000;

/**
 * Walks a vault beside a running station. On a disk whatever is no original is seen too; of a store those objects alone
 * that have an original's name. Errors: those of the vault.
 *
 * @param database in which it is looked up whether an entry knows them
 * @param over asked now and then; true ends the walk
 */
export async function straysIn(
  vault: Pick<Vault, 'originals'>,
  database: string,
  over: () => boolean = () => false,
): Promise<Strays> {
  const unknown: Standing[] = [];
  let misnamed = 0;
  const { whole, found } = await reading(database, async (db) => {
    const known = knownTo(db);
    let all = 0;
    for await (const one of walked(vault)) {
      if (over()) return { whole: false, found: all };
      if (one.sha256 !== null && known(one.sha256)) continue;
      all += 1;
      if (one.sha256 === null) misnamed += 1;
      if (unknown.length < mostNamed) unknown.push(one);
    }
    return { whole: true, found: all };
  });
  if (unknown.every(({ sha256 }) => sha256 === null))
    return { count: misnamed, names: namesOf(unknown), whole };
  await wait(momentMs);
  return await reading(database, async (db) => {
    const known = knownTo(db);
    const still = unknown.filter(({ sha256 }) => sha256 === null || !known(sha256));
    return { count: found - (unknown.length - still.length), names: namesOf(still), whole };
  });
}

function walked(vault: Pick<Vault, 'originals'>): AsyncIterable<Standing> {
  return vault instanceof LocalVault ? vault.standing() : namedOnly(vault);
}

async function* namedOnly(vault: Pick<Vault, 'originals'>): AsyncGenerator<Standing> {
  for await (const sha256 of vault.originals()) yield { path: `originals/${sha256}`, sha256 };
}

const namesOf = (all: readonly Standing[]): readonly string[] => all.map(({ path }) => path).toSorted();

/** What was disposed of has its row still: what came back under its digest is no stranger. */
function knownTo(db: Db): (sha256: string) => boolean {
  const found = db
    .prepare<[{ sha256: string }], number>(
      `SELECT EXISTS (SELECT 1 FROM view_original WHERE sha256 = @sha256)
         OR EXISTS (SELECT 1 FROM view_evidence WHERE sha256 = @sha256)
         OR EXISTS (SELECT 1 FROM view_sidecar_waiting WHERE sha256 = @sha256)
         OR EXISTS (SELECT 1 FROM view_attachment_waiting WHERE sha256 = @sha256)`,
    )
    .pluck();
  return (sha256) => found.get({ sha256 }) === 1;
}

async function reading<T>(database: string, deed: (db: Db) => Promise<T>): Promise<T> {
  const db = openReading(database);
  try {
    return await deed(db);
  } finally {
    db.close();
  }
}

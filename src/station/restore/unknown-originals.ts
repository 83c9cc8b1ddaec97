import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../custody/database.ts';
import { errnoOf } from '../../errors.ts';
import type { OriginalAbout } from '../../vault/contract.ts';
import type { SourceVault } from './source-vault.ts';

/** More are counted and not told apart. */
const mostNamed = 100;

export interface Unknown {
  readonly count: number;
  /** The first of them. */
  readonly digests: readonly string[];
  /** What stands with those in a store that keeps it: whose they are, though no entry says so. */
  readonly about: readonly ({ readonly sha256: string } & OriginalAbout)[];
}

/** Originals in the vault that no entry names: they came in after the newest entry that could be had back. */
export async function unknownOriginals(vault: SourceVault, db: Db): Promise<Unknown> {
  const known = db
    .prepare<[string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM view_original WHERE sha256 = ?) OR EXISTS (SELECT 1 FROM view_evidence WHERE sha256 = ?)`,
    )
    .pluck();
  const digests: string[] = [];
  let count = 0;
  for await (const sha256 of vault.originals()) {
    if (known.get(sha256, sha256) === 1) continue;
    count += 1;
    if (digests.length < mostNamed) digests.push(sha256);
  }
  return { count, digests, about: await aboutThem(vault, digests) };
}

async function aboutThem({ about }: SourceVault, digests: readonly string[]): Promise<Unknown['about']> {
  const known: ({ readonly sha256: string } & OriginalAbout)[] = [];
  for (const sha256 of about === null ? [] : digests) {
    const one = await about?.(sha256);
    if (one) known.push({ sha256, ...one });
  }
  return known;
}

const recordingName = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Renames staged files that the ledger had back does not name: a start sweeps what nothing names, and one of these may
 * be a recording that was secured after the newest entry that could be had back. Returns their new names.
 */
export async function setAsideStaged(staging: string, db: Db): Promise<readonly string[]> {
  const named = new Set(
    db
      .prepare<[], string>(
        `SELECT recording FROM work_copy UNION SELECT recording FROM view_evidence WHERE stored IS NULL
         UNION SELECT recording FROM view_sidecar_waiting UNION SELECT recording FROM view_attachment_waiting`,
      )
      .pluck()
      .all(),
  );
  const aside: string[] = [];
  for (const name of await namesIn(staging)) {
    if (named.has(name) || !recordingName.test(name)) continue;
    const kept = `unknown-${name}`;
    await rename(join(staging, name), join(staging, kept));
    aside.push(kept);
  }
  return aside;
}

/** A new machine has no staging folder yet. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

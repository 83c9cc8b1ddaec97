import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { OriginalFacts, Pace, Vault } from './contract.ts';
import { VaultError } from './errors.ts';
import type { Holder } from './holder.ts';
import { writeFailure } from './local/disk-error.ts';
import { unlinkIfThere } from './local/write-once.ts';
import { sizeSays } from './rereader.ts';

/** Staged copies of originals of another vault; intake's own staged files have other names. */
const copyPrefix = 'copy-';

/** What came of it: the staged file, or what the vault has in the original's place. */
export type StagedCopy = { readonly staged: string } | { readonly expected: string; readonly found: string };

/**
 * Reads an original from one vault into the staging folder of another, durably, and holds it against SHA-256 and
 * BLAKE3 as it comes. What differs is not kept. Errors: those of reading, `vault.full`, `vault.unwritable`.
 */
export async function stageCopy(
  from: Vault,
  { staging }: Pick<Holder, 'staging'>,
  facts: OriginalFacts,
  pace?: Pace,
): Promise<StagedCopy> {
  const staged = join(staging, `${copyPrefix}${facts.sha256}`);
  // Never written into: after a crash it may be a name of the original itself.
  await unlinkIfThere(staged);
  const file = await open(staged, 'wx', 0o600).catch((error: unknown) => {
    throw writeFailure(error, staged);
  });
  try {
    const differs = await pour(from, facts, { file, path: staged }, pace).finally(() => file.close());
    if (differs === null) return { staged };
    await unlinkIfThere(staged);
    return differs;
  } catch (error) {
    await unlinkIfThere(staged).catch(() => undefined);
    throw error;
  }
}

async function pour(
  from: Vault,
  facts: OriginalFacts,
  { file, path }: { readonly file: FileHandle; readonly path: string },
  pace: Pace | undefined,
): Promise<{ readonly expected: string; readonly found: string } | null> {
  const [sha256, blake3] = [createHash('sha256'), new Blake3Hasher()];
  let bytes = 0;
  for await (const piece of from.read(facts.sha256)) {
    bytes += piece.length;
    // A swapped-in giant must not fill the disk.
    if (bytes > facts.bytes) break;
    sha256.update(piece);
    blake3.update(piece);
    await file.writeFile(piece).catch((error: unknown) => {
      throw writeFailure(error, path);
    });
    await pace?.(piece.length);
  }
  if (bytes !== facts.bytes) return { expected: sizeSays(facts.bytes), found: sizeSays(bytes) };
  const found = { sha256: sha256.digest('hex'), blake3: blake3.digest('hex') };
  for (const name of ['sha256', 'blake3'] as const)
    if (found[name] !== facts[name])
      return { expected: `${name} ${facts[name]}`, found: `${name} ${found[name]}` };
  await file.sync();
  return null;
}

/** Removes copies that a crash has left. Only for the one process that writes to the vault. */
export async function sweepCopies(staging: string): Promise<void> {
  try {
    for (const name of await readdir(staging))
      if (name.startsWith(copyPrefix)) await unlink(join(staging, name));
  } catch (error) {
    throw error instanceof VaultError ? error : writeFailure(error, staging);
  }
}

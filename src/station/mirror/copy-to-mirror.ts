import type { OriginalAbout, OriginalFacts, Pace, PublishedOriginal } from '../../vault/contract.ts';
import { passes, VaultError } from '../../vault/errors.ts';
import type { Holder } from '../../vault/holder.ts';
import { stageCopy } from '../../vault/stage-copy.ts';

export interface MirrorPair {
  readonly main: Holder;
  readonly mirror: Holder;
  /** So much of the mirror's disk is left free. */
  readonly reserveBytes: number;
  readonly step: (point: string) => void;
}

export interface CopyWish {
  readonly facts: OriginalFacts;
  readonly until: Temporal.Instant;
  readonly about: OriginalAbout;
  readonly pace?: Pace;
}

/** `main_damaged`: the original itself is not what it should be; nothing was written. */
export type CopyOutcome =
  | { readonly is: 'mirrored'; readonly published: PublishedOriginal }
  | { readonly is: 'main_damaged' };

/**
 * Copies one original into the mirror and reads it back from there. It may be repeated after a crash at any point. A
 * copy that stands there already with other bytes is set aside by the mirror, as in any repair. Errors: those of
 * writing to the mirror; `vault.full` before it is filled up.
 */
export async function copyToMirror(pair: MirrorPair, wish: CopyWish): Promise<CopyOutcome> {
  const { main, mirror, step } = pair;
  const { facts, pace } = wish;
  await requireRoom(pair, facts);
  const copy = await stageCopy(main.vault, mirror, facts, pace).catch((error: unknown) => {
    // A vault that does not answer says nothing of what it keeps.
    if (!(error instanceof VaultError) || passes(error)) throw error;
    const damage = ['vault.original_missing', 'vault.unreadable', 'vault.object_foreign'];
    if (damage.includes(error.code)) return null;
    throw error;
  });
  if (copy === null || !('staged' in copy)) return { is: 'main_damaged' };
  step('mirror.staged');
  const published = await publishCopy(mirror, copy.staged, wish);
  step('mirror.published');
  const reread = await mirror.vault.reread(facts, pace);
  if (reread.found === 'equal') return { is: 'mirrored', published };
  const found = reread.found === 'altered' ? reread.actual : 'nothing';
  const { object } = published;
  throw new VaultError('vault.object_differs', { object, expected: facts.sha256, found });
}

/** Other bytes under the digest, from an earlier life of that disk, go aside. */
async function publishCopy(
  { vault }: Holder,
  staged: string,
  { facts, until, about }: CopyWish,
): Promise<PublishedOriginal> {
  try {
    return await vault.publish(staged, facts, until, about);
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'vault.object_differs') throw error;
    return await vault.repair(staged, facts, until, about);
  }
}

/** Of a store its staging disk, which must hold the copy until it is up. */
async function requireRoom({ mirror, reserveBytes }: MirrorPair, { bytes }: OriginalFacts): Promise<void> {
  const { freeBytes } = await mirror.vault.space();
  if (freeBytes - bytes >= reserveBytes) return;
  throw new VaultError('vault.full', { path: mirror.staging, errno: 'ENOSPC' });
}

import type { DockedCard } from '../dock/card.ts';
import type { IdentifiedCard } from '../dock/identify.ts';

/**
 * A recorder without a single file, as one that was emptied: most do not show their model any more. A plain folder with
 * nothing in it, not even a folder, is no card: something may be about to be mounted there.
 */
export function isEmptied(
  { device }: Pick<DockedCard, 'device'>,
  { profile, listing }: Pick<IdentifiedCard, 'profile' | 'listing'>,
): boolean {
  const { files, folders, problems } = listing;
  const isCard = device !== null || folders.length > 0;
  return isCard && profile === null && files.length === 0 && problems.length === 0;
}

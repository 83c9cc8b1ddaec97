import type { CardListing } from '../dock/list-card.ts';

/** What is on a card, as one text; null where it could not be listed. */
export function signatureOf(listing: CardListing | null): string | null {
  if (listing === null) return null;
  const lines = listing.files.map(
    ({ path, bytes, modified }) => `${path.toString('base64')} ${bytes} ${modified}`,
  );
  return lines.toSorted().join('\n');
}

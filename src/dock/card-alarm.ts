import type { DockedCard } from './card.ts';
import { DockError } from './error.ts';
import type { IdentifiedCard } from './identify.ts';

/** What a person must know about a card's model or owner, or null. `profiles` is how many profiles were tried. */
export function cardAlarm(
  { port, root }: DockedCard,
  { profile, identity }: Pick<IdentifiedCard, 'profile' | 'identity'>,
  profiles: number,
): DockError | null {
  if (profile === null) return new DockError('dock.card_unrecognised', { port, profiles, root });
  if (!identity.conflict) return null;
  const claims = identity.claims.map(({ source, value }) => `${source} ${value}`).join(', ');
  return new DockError('dock.identity_conflict', { port, claims });
}

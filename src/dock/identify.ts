import type { DockedCard } from './card.ts';
import { type Claim, type Identity, identityOf } from './identity.ts';
import { type CardListing, type CardProblem, type ListOptions, listCard } from './list-card.ts';
import { type ClaimNote, markerClaims } from './marker-claims.ts';
import { readMarkers } from './markers.ts';
import type { DeviceProfile } from './profile.ts';
import { type Reason, recognise } from './recognise.ts';
import { type CardContent, type CardRecording, recordingsOf } from './recordings.ts';

/** A card with everything that can be known of it without reading a recording. */
export interface IdentifiedCard extends CardContent {
  /** Null where no profile fits; then there are no recordings and nothing is ignored either. */
  readonly profile: DeviceProfile | null;
  readonly reasons: readonly Reason[];
  readonly identity: Identity;
  readonly problems: readonly CardProblem[];
  readonly notes: readonly ClaimNote[];
  readonly listing: CardListing;
}

/** Lists a card, recognises its model and works out whose it is. Errors: those of `listCard`. */
export async function identifyCard(
  card: DockedCard,
  profiles: readonly DeviceProfile[],
  options: ListOptions = {},
): Promise<IdentifiedCard> {
  const listing = await listCard(card.root, options);
  const readings = await readMarkers(card.root, listing.files, profiles, options.signal);
  const { problems } = listing;
  const known = recognise(card, listing, profiles, readings);
  if (known === null) {
    const identity = identityOf([], card.root);
    return {
      profile: null,
      reasons: [],
      identity,
      recordings: [],
      ignored: [],
      problems,
      notes: [],
      listing,
    };
  }
  const { profile, reasons } = known;
  const { recordings, ignored } = recordingsOf(listing.files, profile);
  const { claims, notes } = markerClaims(profile, readings);
  const serial = profile.identity.serialUnique ? card.usbSerial : null;
  const identity = identityOf([...claims, ...nameClaims(recordings), ...serialClaims(serial)], card.root);
  return { profile, reasons, identity, recordings, ignored, problems, notes, listing };
}

function nameClaims(recordings: readonly CardRecording[]): readonly Claim[] {
  const devices = new Set(recordings.flatMap(({ named }) => named?.device ?? []));
  return [...devices].map((value) => ({ source: 'file_names', value }));
}

function serialClaims(serial: string | null): readonly Claim[] {
  return serial === null ? [] : [{ source: 'usb_serial', value: serial }];
}

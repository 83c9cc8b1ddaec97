import type { HandedInWay } from '../custody/entry-kinds.ts';
import { profilesFor } from './by-hand.ts';
import type { CardFile, DockedCard } from './card.ts';
import { byteText, lastPart, stemAndExtension } from './card-name.ts';
import type { CardListing } from './list-card.ts';
import { linesOf, type MarkerReading } from './markers.ts';
import { isPath, whole } from './pattern.ts';
import type { DeviceProfile } from './profile.ts';
import { isRecording } from './recordings.ts';

export type CardFacts = Pick<DockedCard, 'usbId' | 'usbProduct' | 'volumeLabel'>;

/** One piece of evidence for a profile: what kind, and the thing itself. */
export interface Reason {
  readonly kind: 'usb' | 'volume_label' | 'marker' | 'folder' | 'file_name' | 'recording';
  readonly value: string;
}

export interface Recognition {
  readonly profile: DeviceProfile;
  readonly reasons: readonly Reason[];
}

const weights = { usb: 32, volume_label: 16, marker: 8, file_name: 4, folder: 2, recording: 1 } as const;
const breadths = { model: 0, marker: 1, by_hand: 2, generic: 3 } as const;

/**
 * The profile that fits a card best, or null where none does. A model beats a marker and a marker a generic profile;
 * then the weight of the evidence decides, then the id, so that the same card is always recognised alike. A docked card,
 * whose `way` is null, never fits one that is for use by hand.
 */
export function recognise(
  card: CardFacts,
  listing: Pick<CardListing, 'files' | 'folders'>,
  profiles: readonly DeviceProfile[],
  markers: readonly MarkerReading[],
  way: HandedInWay | null = null,
): Recognition | null {
  const fitting = profilesFor(profiles, way).flatMap((profile) => {
    const reasons = reasonsFor(profile, card, listing, markers);
    return reasons === null || reasons.length === 0 ? [] : [{ profile, reasons }];
  });
  return fitting.toSorted(bestFirst)[0] ?? null;
}

/** Orders recognitions, the one that fits best first. */
export function bestFirst(a: Recognition, b: Recognition): number {
  const weight = ({ reasons }: Recognition) => reasons.reduce((sum, { kind }) => sum + weights[kind], 0);
  return (
    breadths[a.profile.breadth] - breadths[b.profile.breadth] ||
    weight(b) - weight(a) ||
    (a.profile.id < b.profile.id ? -1 : 1)
  );
}

/** The evidence for a profile, or null where something that it asks for is not so. */
function reasonsFor(
  profile: DeviceProfile,
  card: CardFacts,
  listing: Pick<CardListing, 'files' | 'folders'>,
  markers: readonly MarkerReading[],
): readonly Reason[] | null {
  const { know } = profile;
  const parts: readonly (readonly Reason[] | null)[] = [
    usbReason(profile, card),
    labelReason(profile, card),
    every(know.markers ?? [], (marker) => markerReason(marker, markers)),
    every(know.folders ?? [], (folder) => folderReason(folder, listing)),
    recordingReason(profile, listing.files),
  ];
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

function every<T>(wanted: readonly T[], find: (one: T) => Reason | null): readonly Reason[] | null {
  const found = wanted.map(find);
  return found.some((reason) => reason === null) ? null : found.flatMap((reason) => reason ?? []);
}

/** A card in a folder or a reader shows no USB facts of its recorder: then the rest must decide. */
function usbReason({ know }: DeviceProfile, card: CardFacts): readonly Reason[] | null {
  const { usbId, usbProduct } = card;
  if (know.usb === undefined || usbId === null) return [];
  const fits = know.usb.some(
    ({ vid, pid, product }) =>
      (pid === undefined ? usbId.startsWith(`${vid}:`) : usbId === `${vid}:${pid}`) &&
      (product === undefined || (usbProduct !== null && whole(product).test(usbProduct))),
  );
  return fits ? [{ kind: 'usb', value: usbProduct === null ? usbId : `${usbId} ${usbProduct}` }] : null;
}

function labelReason({ know }: DeviceProfile, { volumeLabel }: CardFacts): readonly Reason[] | null {
  if (know.volumeLabel === undefined || volumeLabel === null) return [];
  return whole(know.volumeLabel).test(volumeLabel) ? [{ kind: 'volume_label', value: volumeLabel }] : null;
}

function markerReason(
  { path, content }: { path: string; content?: string },
  markers: readonly MarkerReading[],
): Reason | null {
  const found = markers.find(
    (marker) =>
      isPath(byteText(marker.path), path) &&
      marker.text !== null &&
      (content === undefined ||
        linesOf(marker.text).some((line) => line.length <= 1024 && whole(content).test(line))),
  );
  return found === undefined ? null : { kind: 'marker', value: found.path.toString() };
}

function folderReason(folder: string, { folders }: Pick<CardListing, 'folders'>): Reason | null {
  const found = folders.find((path) => isPath(byteText(path), folder));
  return found === undefined ? null : { kind: 'folder', value: found.toString() };
}

function recordingReason(profile: DeviceProfile, files: readonly CardFile[]): readonly Reason[] | null {
  const { fileNames, recordings } = profile.know;
  const reasons: Reason[] = [];
  if (recordings === true) {
    const found = files.find((file) => isRecording(file, profile));
    if (found === undefined) return null;
    reasons.push({ kind: 'recording', value: found.path.toString() });
  }
  if (fileNames !== undefined) {
    const named = (file: CardFile) => {
      const { stem } = stemAndExtension(lastPart(byteText(file.path)));
      return fileNames.some((pattern) => whole(pattern).test(stem));
    };
    const found = files.find((file) => named(file) && isRecording(file, profile));
    if (found === undefined) return null;
    reasons.push({ kind: 'file_name', value: found.path.toString() });
  }
  return reasons;
}

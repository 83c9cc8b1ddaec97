import { join } from 'node:path';
import type { HandedInWay } from '../custody/entry-kinds.ts';
import type { DockedCard } from './card.ts';
import { type CardMarks, cardMarks, noMarks } from './card-marks.ts';
import { type Claim, type Identity, identityOf } from './identity.ts';
import { type CardListing, type CardProblem, type ListOptions, listCard } from './list-card.ts';
import { type ClaimNote, markerClaims } from './marker-claims.ts';
import { type MarkerReading, readMarkers } from './markers.ts';
import type { DeviceProfile } from './profile.ts';
import { bestFirst, type Reason, type Recognition, recognise } from './recognise.ts';
import { type CardContent, type CardRecording, recordingsOf } from './recordings.ts';

/** A card with everything that can be known of it without reading a recording. */
export interface IdentifiedCard extends CardContent {
  /** Null where no profile fits; then there are no recordings and nothing is ignored either. */
  readonly profile: DeviceProfile | null;
  readonly reasons: readonly Reason[];
  readonly identity: Identity;
  readonly problems: readonly CardProblem[];
  readonly notes: readonly ClaimNote[];
  readonly marks: CardMarks;
  readonly listing: CardListing;
}

export interface IdentifyOptions extends ListOptions {
  /** By which other way than the dock it came; null: it is docked. */
  readonly way?: HandedInWay | null;
  /** Whose card it is by the word of who hands it in. */
  readonly said?: string | null;
}

/** Lists a card, recognises its model and works out whose it is. Errors: those of `listCard`. */
export async function identifyCard(
  card: DockedCard,
  profiles: readonly DeviceProfile[],
  options: IdentifyOptions = {},
): Promise<IdentifiedCard> {
  const parts: Part[] = [];
  for (const volume of card.volumes.length === 0 ? [null] : card.volumes)
    parts.push(await readPart(card, volume, profiles, options));
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('a card has at least one part');
  const known = parts.flatMap((part) => (part.known === null ? [] : [part.known])).toSorted(bestFirst)[0];
  const listing = others.reduce((all, { listing }) => joined(all, listing), first.listing);
  const { problems } = listing;
  if (known === undefined) {
    const identity = identityOf([], card.root);
    const nothing = { reasons: [], recordings: [], ignored: [], notes: [], marks: noMarks };
    return { profile: null, ...nothing, identity, problems, listing };
  }
  const { profile, reasons } = known;
  const content = parts.map((part) => contentOf(part, profile));
  const recordings = content.flatMap((one) => one.recordings);
  const serial = profile.identity.serialUnique ? card.usbSerial : null;
  const said = options.said ?? null;
  const claims = [
    ...(said === null ? [] : [{ source: 'person', value: said } as const]),
    ...content.flatMap((one) => one.claims),
    ...nameClaims(recordings),
    ...serialClaims(serial),
  ];
  return {
    profile,
    reasons,
    identity: identityOf(claims, card.root),
    recordings,
    ignored: content.flatMap((one) => one.ignored),
    problems,
    notes: content.flatMap((one) => one.notes),
    marks: cardMarks(
      profile,
      parts.flatMap((part) => part.readings),
    ),
    listing,
  };
}

/** One file system of a recorder. Paths in it are relative to itself; `volume` comes before them on the card. */
interface Part {
  readonly volume: string | null;
  readonly own: CardListing;
  readonly readings: readonly MarkerReading[];
  readonly known: Recognition | null;
  /** The same with paths relative to the card. */
  readonly listing: CardListing;
}

async function readPart(
  card: DockedCard,
  volume: string | null,
  profiles: readonly DeviceProfile[],
  options: IdentifyOptions,
): Promise<Part> {
  const root = volume === null ? card.root : join(card.root, volume);
  const own = await listCard(root, options);
  const readings = await readMarkers(root, own.files, profiles, options);
  const known = recognise(card, own, profiles, readings, options.way ?? null);
  return { volume, own, readings, known, listing: volume === null ? own : below(own, volume) };
}

/** The model decides for all parts: internal memory and card of one recorder lie open side by side. */
function contentOf({ volume, own, readings }: Part, profile: DeviceProfile) {
  const { recordings, ignored } = recordingsOf(own.files, profile);
  const { claims, notes } = markerClaims(profile, readings);
  if (volume === null) return { recordings, ignored, claims, notes };
  return {
    recordings: recordings.map((one) => ({
      ...one,
      file: moved(one.file, volume),
      sidecars: one.sidecars.map((file) => moved(file, volume)),
    })),
    ignored: ignored.map((one) => ({ ...one, file: moved(one.file, volume) })),
    claims,
    notes: notes.map((note) => moved(note, volume)),
  };
}

const moved = <T extends { readonly path: Buffer }>(one: T, volume: string): T => ({
  ...one,
  path: pathBelow(one.path, volume),
});

function pathBelow(path: Buffer, volume: string): Buffer {
  return Buffer.concat([Buffer.from(`${volume}/`), path]);
}

function below({ files, folders, problems }: CardListing, volume: string): CardListing {
  return {
    files: files.map((file) => moved(file, volume)),
    folders: folders.map((path) => pathBelow(path, volume)),
    problems: problems.map((problem) => moved(problem, volume)),
  };
}

function joined(a: CardListing, b: CardListing): CardListing {
  return {
    files: [...a.files, ...b.files],
    folders: [...a.folders, ...b.folders],
    problems: [...a.problems, ...b.problems],
  };
}

function nameClaims(recordings: readonly CardRecording[]): readonly Claim[] {
  const devices = new Set(recordings.flatMap(({ named }) => named?.device ?? []));
  return [...devices].map((value) => ({ source: 'file_names', value }));
}

function serialClaims(serial: string | null): readonly Claim[] {
  return serial === null ? [] : [{ source: 'usb_serial', value: serial }];
}

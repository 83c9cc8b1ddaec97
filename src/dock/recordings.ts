import type { NamedFacts } from '../custody/entry-kinds.ts';
import { unreachable } from '../errors.ts';
import type { CardFile } from './card.ts';
import { byteText, foldCase, folderOf, lastPart, stemAndExtension } from './card-name.ts';
import { namedFacts } from './file-name.ts';
import { isMarker } from './markers.ts';
import { hasPart, under } from './pattern.ts';
import { type DeviceProfile, mediaExtensions } from './profile.ts';

/** One recording: a media file with what belongs to it and what its name says. */
export interface CardRecording {
  readonly file: CardFile;
  readonly sidecars: readonly CardFile[];
  readonly named: NamedFacts | null;
}

export type IgnoredReason =
  | 'symbolic_link'
  | 'fifo'
  | 'device'
  | 'socket'
  | 'marker_file'
  | 'system_file'
  | 'not_a_recording'
  | 'sidecar_without_recording'
  | 'unreadable'
  | 'too_deep'
  | 'other_filesystem'
  /** It was evidence, and was disposed of: known when it is taken in, not when the card is listed. */
  | 'disposed';

export interface IgnoredFile {
  readonly file: CardFile;
  readonly reason: IgnoredReason;
}

export interface CardContent {
  readonly recordings: readonly CardRecording[];
  readonly ignored: readonly IgnoredFile[];
}

/** Files of one folder and one stem, by what they can be. */
interface Family {
  readonly videos: CardFile[];
  readonly others: CardFile[];
  readonly sidecars: CardFile[];
}

/**
 * What of a card is to be brought in: every ordinary media file in the profile's places, empty ones too, whether its
 * name says anything or not. Everything else is named with the reason why it stays.
 */
export function recordingsOf(files: readonly CardFile[], profile: DeviceProfile): CardContent {
  const recordings: CardRecording[] = [];
  const ignored: IgnoredFile[] = [];
  const families = new Map<string, Family>();
  for (const file of files.toSorted((a, b) => Buffer.compare(a.path, b.path))) {
    const reason = reasonToIgnore(file, profile);
    if (reason === null) join(families, file, profile);
    else ignored.push({ file, reason });
  }
  for (const family of families.values()) {
    const members = membersOf(family, profile);
    recordings.push(...members.recordings);
    ignored.push(...members.left.map((file) => ({ file, reason: 'sidecar_without_recording' as const })));
  }
  return { recordings, ignored };
}

/** Whether a file is an ordinary media file in the profile's places. */
export function isRecording(file: CardFile, profile: DeviceProfile): boolean {
  return (
    reasonToIgnore(file, profile) === null &&
    mediaExtensions(profile).includes(stemAndExtension(lastPart(byteText(file.path))).extension)
  );
}

function reasonToIgnore(file: CardFile, profile: DeviceProfile): IgnoredReason | null {
  const path = byteText(file.path);
  const byKind = reasonOfKind(file);
  if (byKind !== null) return byKind;
  if (isMarker(path, profile)) return 'marker_file';
  if (profile.ignore.some((glob) => hasPart(path, glob))) return 'system_file';
  const { extension } = stemAndExtension(lastPart(path));
  const known = mediaExtensions(profile).includes(extension) || profile.sidecars.includes(extension);
  const placed = profile.recordings.under.some((folder) => under(path, folder));
  return known && placed ? null : 'not_a_recording';
}

function reasonOfKind({ kind }: CardFile): IgnoredReason | null {
  switch (kind) {
    case 'file':
      return null;
    case 'symlink':
      return 'symbolic_link';
    case 'fifo':
    case 'device':
    case 'socket':
    case 'unreadable':
    case 'too_deep':
    case 'other_filesystem':
      return kind;
    default:
      return unreachable(kind);
  }
}

function join(families: Map<string, Family>, file: CardFile, profile: DeviceProfile): void {
  const path = byteText(file.path);
  const { stem, extension } = stemAndExtension(lastPart(path));
  const key = foldCase(folderOf(path) + stem);
  const family = families.get(key) ?? { videos: [], others: [], sidecars: [] };
  families.set(key, family);
  if (profile.recordings.video.includes(extension)) family.videos.push(file);
  else if (mediaExtensions(profile).includes(extension)) family.others.push(file);
  else family.sidecars.push(file);
}

/** A photo or sound beside a video of its name belongs to the video; by itself it is a recording. */
function membersOf(
  { videos, others, sidecars }: Family,
  profile: DeviceProfile,
): { recordings: CardRecording[]; left: readonly CardFile[] } {
  const beside = others.filter(
    ({ path }) =>
      videos.length > 0 && profile.sidecars.includes(stemAndExtension(lastPart(byteText(path))).extension),
  );
  const media = [...videos, ...others.filter((file) => !beside.includes(file))];
  const recordings = media.map((file, at) => ({
    file,
    // Of several with one stem the first by its bytes takes the sidecars.
    sidecars: at === 0 ? [...beside, ...sidecars] : [],
    named: namedFacts(file.path, profile),
  }));
  return { recordings, left: media.length === 0 ? sidecars : [] };
}

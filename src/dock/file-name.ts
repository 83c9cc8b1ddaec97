import type { NamedFacts } from '../custody/entry-kinds.ts';
import { byteText, lastPart, stemAndExtension, utf8OrNull } from './card-name.ts';
import { under, whole } from './pattern.ts';
import type { DeviceProfile, NameGroup } from './profile.ts';

type Groups = Partial<Readonly<Record<NameGroup, string>>>;

/**
 * What a recording's name says by its profile; null where it says nothing. Every value stands in the name literally.
 * Zeros in the device or officer field are the factory's, and a date that no calendar has is none. Never throws.
 * `path` is relative to the card; its folders matter only where the profile marks importance by folder.
 */
export function namedFacts(path: Uint8Array | string, profile: DeviceProfile): NamedFacts | null {
  const bytes = byteText(typeof path === 'string' ? Buffer.from(path) : path);
  const groups = groupsIn(stemAndExtension(lastPart(bytes)).stem, profile.names);
  const marked = profile.importantFolders.some((folder) => under(bytes, folder));
  if (groups === null && !marked) return null;
  return {
    device: identityIn(groups?.device),
    officer: identityIn(groups?.officer),
    start: startIn(groups ?? {}),
    segment: groups?.segment === undefined ? null : Number(groups.segment),
    important: marked || groups?.important !== undefined,
  };
}

/** Only zeros: the factory default, nobody's number. */
export function isFactoryDefault(value: string): boolean {
  return /^0+$/.test(value);
}

function groupsIn(stem: string, patterns: readonly string[]): Groups | null {
  for (const pattern of patterns) {
    const match = whole(pattern).exec(stem);
    if (match !== null) return match.groups ?? {};
  }
  return null;
}

function identityIn(value: string | undefined): string | null {
  if (value === undefined || value === '' || isFactoryDefault(value)) return null;
  return utf8OrNull(Buffer.from(value, 'latin1'));
}

function startIn(groups: Groups): string | null {
  const stamp = groups.stamp ?? `${groups.date ?? ''}${groups.time ?? ''}`;
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (digits === null) return null;
  const [year, month, day, hour, minute, second] = digits.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  try {
    // A second of 60 is refused like a month of 13: recorders have no leap seconds.
    const at = Temporal.PlainDateTime.from(
      { year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 },
      { overflow: 'reject' },
    );
    return at.toString({ smallestUnit: 'second' });
  } catch {
    return null;
  }
}

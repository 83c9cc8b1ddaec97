import { positionText } from './location/coordinates.ts';
import { placeOfTrack } from './location/place-of-track.ts';
import type { OwnPlace } from './location/place-shape.ts';
import { mainPoint, type TrackPoint } from './location/track.ts';
import { type Marker, meantBy } from './marker.ts';
import type { RegisterName, RowValues } from './registers/register.ts';
import { effectiveTags, type Tag, type TagField, type TagSource } from './tags.ts';

/** What is known of a recording before it is tagged. */
export interface TaggableRecording {
  readonly recorder: string;
  /** Only where the card was certain: not every number on a card is its recorder's. */
  readonly assigned: boolean;
  /** As the file's name says it. */
  readonly officer: string | null;
  readonly important: boolean;
  /** Null where the card has none, or its marks disagree on whose card it is. */
  readonly marker: Marker | null;
  readonly start: Temporal.Instant | null;
  readonly ended: Temporal.Instant | null;
}

/** What the registers know, asked by key. */
export interface KnownWorld {
  row(register: RegisterName, key: string): RowValues | null;
  /** The keys of the rows of this name. */
  named(register: 'officers' | 'units', name: string): readonly string[];
  /** Duties of this officer or with this recorder that overlap the time. */
  duties(
    who: { officer: string | null; recorder: string | null },
    from: Temporal.Instant,
    to: Temporal.Instant,
  ): readonly RowValues[];
  /** The station's own. */
  places(): readonly OwnPlace[];
}

/** Zeros are what the factory set: nobody's number. */
const nobody = /^0*$/;

/**
 * What machines can say of a recording, what persons have said taken as true: by satellites, the duty roster, the card's
 * marker file, the file's name and the registers. Two duties at once give both as candidates. Pure but for what `world`
 * knows.
 * @param track where it was made, as far as anything has measured it
 */
export function machineTags(
  recording: TaggableRecording,
  track: readonly TrackPoint[],
  world: KnownWorld,
  byPersons: readonly Tag[],
): readonly Tag[] {
  const tags: Tag[] = [];
  const say = (field: TagField, source: TagSource, values: readonly (string | undefined)[]): void => {
    const given = [...new Set(values.filter((one) => one !== undefined))].sort();
    if (given.length > 0) tags.push({ field, source, values: given });
  };
  const named = namedOfficer(recording);
  const duties = dutiesOf(recording, world);
  say(
    'officer',
    'roster',
    duties.map(({ officer }) => officer),
  );
  say(
    'case',
    'roster',
    duties.map((duty) => duty['case']),
  );
  say(
    'location',
    'roster',
    duties.map(({ place }) => place),
  );
  say('location', 'gps', [measuredPlace(track, world, duties)]);
  if (recording.marker !== null) {
    const { officers, officerNames, units, unitNames } = recording.marker;
    say('officer', 'marker', meantBy(world, 'officers', officers, officerNames));
    say('unit', 'marker', meantBy(world, 'units', units, unitNames));
  }
  if (named !== null) say('officer', 'file_name', [named]);
  if (recording.important) say('importance', 'file_name', ['important']);
  const holder = recording.assigned ? world.row('recorders', recording.recorder)?.['holder'] : undefined;
  say('officer', 'register', [holder]);

  const held = new Map(effectiveTags([...tags, ...byPersons]).map((one) => [one.field, one.value]));
  const officer = held.get('officer') ?? null;
  if (officer !== null) say('unit', 'register', [world.row('officers', officer)?.['unit']]);
  const filed = held.get('case') ?? null;
  const about = filed === null ? null : world.row('cases', filed);
  for (const [field, column] of [
    ['party', 'party'],
    ['handler', 'handler'],
    ['matter', 'matter'],
    ['title', 'title'],
  ] as const)
    say(field, 'register', [about?.[column]]);
  return tags;
}

/** By the name of the station's own place that it is, else by its coordinates alone. */
function measuredPlace(
  track: readonly TrackPoint[],
  world: KnownWorld,
  duties: readonly RowValues[],
): string | undefined {
  const main = mainPoint(track);
  if (main === null) return undefined;
  const planned = duties.flatMap((duty) => duty['place'] ?? []);
  return placeOfTrack(track, world.places(), planned) ?? positionText(main);
}

function namedOfficer({ officer }: TaggableRecording): string | null {
  return officer === null || nobody.test(officer) ? null : officer;
}

/** By officer and by recorder: a borrowed recorder is found by its officer, an unnamed file by its recorder. */
export function dutiesOf(recording: TaggableRecording, world: KnownWorld): readonly RowValues[] {
  const { recorder, assigned, start, ended } = recording;
  const officer = namedOfficer(recording);
  if (start === null) return [];
  const found = world.duties({ officer, recorder: assigned ? recorder : null }, start, ended ?? start);
  // The officer whom the file names was there, whoever was to carry the recorder.
  const own = officer === null ? [] : found.filter((duty) => duty['officer'] === officer);
  return own.length > 0 ? own : found.filter((duty) => duty['recorder'] === recorder);
}

/** When the officer was back, by the one duty that this course of enforcement belongs to; null where that is not certain. */
export function returnByRoster(duties: readonly RowValues[]): string | null {
  const returns = [...new Set(duties.map(({ returned }) => returned))];
  return returns.length === 1 ? (returns[0] ?? null) : null;
}

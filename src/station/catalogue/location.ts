import type { Db } from '../../custody/database.ts';
import type { LocatedRecording } from '../../custody/entry-kinds.ts';
import { readPosition } from '../../tagging/location/coordinates.ts';
import { gcj02Of } from '../../tagging/location/gcj02.ts';
import { LocationBook } from '../../tagging/location/location-book.ts';
import { isNearChina, type Position } from '../../tagging/location/position.ts';
import { mainPoint } from '../../tagging/location/track.ts';
import type { EffectiveTag, TagSource } from '../../tagging/tags.ts';

/** Where an item was made: the place that its tags name, and the position that was measured or entered. */
export interface ShownLocation {
  /** `waiting`: nobody could look yet. `none`: nothing in the recording or beside it says a position. */
  readonly measured: 'waiting' | 'none' | 'found';
  /** By whom it is called so; null where its coordinates are all that is known, or several names are. */
  readonly name: string | null;
  readonly source: TagSource | null;
  readonly coordinates: ShownCoordinates | null;
  /** What was measured, without the positions themselves; null where nothing was. */
  readonly track: LocatedRecording | null;
}

export interface ShownCoordinates {
  readonly source: 'person' | 'gps';
  readonly wgs84: Position;
  /** For maps of China alone; null elsewhere. */
  readonly gcj02: Position | null;
  /** Null for what a person has entered, and where nothing says it. */
  readonly accuracyMeters: number | null;
}

export function shownLocation(db: Db, evidence: string, tags: readonly EffectiveTag[]): ShownLocation {
  const location = new LocationBook(db).location(evidence);
  const tag = tags.find(({ field }) => field === 'location');
  const value = tag?.value ?? null;
  const written = value === null ? 'malformed' : readPosition(value);
  const entered = tag?.source === 'person' && typeof written !== 'string' ? written : null;
  const main = mainPoint(location?.points ?? []);
  return {
    measured: main !== null ? 'found' : location !== null || isLookedAt(db, evidence) ? 'none' : 'waiting',
    name: typeof written === 'string' ? value : null,
    source: tag?.source ?? null,
    coordinates:
      entered !== null
        ? coordinatesOf('person', entered, null)
        : main === null
          ? null
          : coordinatesOf('gps', main, location?.data.accuracyMeters ?? null),
    track: location?.data ?? null,
  };
}

function coordinatesOf(
  source: ShownCoordinates['source'],
  { longitude, latitude }: Position,
  accuracyMeters: number | null,
): ShownCoordinates {
  const wgs84 = { longitude, latitude };
  const gcj02 = isNearChina(wgs84) ? rounded(gcj02Of(wgs84)) : null;
  return { source, wgs84: rounded(wgs84), gcj02, accuracyMeters };
}

/** A tenth of a metre. */
function rounded({ longitude, latitude }: Position): Position {
  return { longitude: Number(longitude.toFixed(6)), latitude: Number(latitude.toFixed(6)) };
}

/** Once it has been timed the cursor goes over it, and what could not be looked at then waits beside. */
function isLookedAt(db: Db, evidence: string): boolean {
  return (
    db
      .prepare<[string, string], number>(
        `SELECT 1 FROM view_entry
         WHERE subject = ? AND type = 'recording.timed'
           AND seq <= (SELECT value FROM work_cursor WHERE name = 'located')
           AND NOT EXISTS (SELECT 1 FROM work_unlocated WHERE evidence = ?) LIMIT 1`,
      )
      .pluck()
      .get(`evidence:${evidence}`, evidence) !== undefined
  );
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { Db } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import { TaggingError } from '../tagging/error.ts';
import { LocationBook } from '../tagging/location/location-book.ts';
import { geoJsonText } from '../tagging/location/track-geojson.ts';
import { gpxText } from '../tagging/location/track-gpx.ts';
import { StationError } from './error.ts';
import { writingTo } from './export-ledger.ts';
import type { OrderArgs } from './orders.ts';

const formats = { '.gpx': 'gpx', '.geojson': 'geojson', '.json': 'geojson' } as const;

export interface ExportedTrack {
  readonly evidence: string;
  readonly format: 'gpx' | 'geojson';
  readonly destination: string;
  readonly points: number;
  readonly sha256: string;
}

/**
 * Writes where a recording was made into a new file, GPX 1.1 or GeoJSON by its ending, WGS-84 both. The entry that says so
 * is committed first. Errors: `station.evidence_unknown`, `tagging.track_unknown`, `station.value_wrong`,
 * `station.destination_exists`, `station.folder_unwritable`.
 */
export async function exportTrack(
  { db, room }: { readonly db: Db; readonly room: { readonly ledger: Ledger } },
  { evidence, file }: OrderArgs<'exportTrack'>,
  actor: Actor,
): Promise<ExportedTrack> {
  const known = db.prepare<[string], number>('SELECT 1 FROM view_evidence WHERE evidence = ?').pluck();
  if (known.get(evidence) === undefined) throw new StationError('station.evidence_unknown', { evidence });
  const destination = resolve(file);
  const format = formatOf(destination);
  const location = new LocationBook(db).location(evidence);
  if (location === null || location.points.length === 0)
    throw new TaggingError('tagging.track_unknown', { found: evidence }, { field: 'ID' });
  if (existsSync(destination))
    throw new StationError('station.destination_exists', { path: destination }, { field: 'FILE' });
  const text = format === 'gpx' ? gpxText(evidence, location) : geoJsonText(evidence, location);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await room.ledger.append([
    {
      type: 'track.exported',
      actor,
      subject: { kind: 'evidence', id: evidence },
      data: { format, sha256, bytes: Buffer.byteLength(text) },
      personal: { destination },
    },
  ]);
  await writingTo(dirname(destination), () => writeFile(destination, text, { flag: 'wx' }));
  return { evidence, format, destination, points: location.points.length, sha256 };
}

function formatOf(path: string): 'gpx' | 'geojson' {
  const ending = extname(path).toLowerCase();
  const found = Object.entries(formats).find(([one]) => one === ending);
  if (found !== undefined) return found[1];
  const allowed = Object.keys(formats).join(' | ');
  const params = { option: 'FILE', allowed, found: path, command: 'evidence track' };
  throw new StationError('station.value_wrong', params, { field: 'FILE' });
}

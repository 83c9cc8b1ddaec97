import { VaultError } from './errors.ts';

/** What makes a folder, or a part of a bucket, a vault. */
export interface Marker {
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly created: string;
}

const markerVersion = 1;
export const mostMarkerBytes = 65_536;
const idShape = /^[A-Za-z0-9._-]{1,64}$/;

export function requireVaultId(id: string): void {
  if (idShape.test(id)) return;
  const expected = '1 to 64 of A-Z a-z 0-9 . _ -';
  throw new VaultError('vault.facts_malformed', { what: 'vault id', expected, found: id });
}

export function markerText({ id, created }: Marker): string {
  return `${JSON.stringify({ docket: 'vault', version: markerVersion, id, created }, null, 2)}\n`;
}

/** Error: `vault.marker_broken`. @param file where it was read, for the error */
export function parseMarker(file: string, text: string): Marker {
  const broken = (found: string) => new VaultError('vault.marker_broken', { file, found });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken('not JSON');
  }
  if (typeof value !== 'object' || value === null) throw broken('not an object');
  const { docket, version, id, created } = { docket: null, version: null, id: null, created: null, ...value };
  if (docket !== 'vault') throw broken('not a vault marker');
  if (version !== markerVersion) throw broken(`of version ${String(version)}, not ${markerVersion}`);
  if (typeof id !== 'string' || !idShape.test(id) || typeof created !== 'string')
    throw broken('without an id');
  return { id, created };
}

/** Refuses another vault's marker. `expected` null takes any. */
export function requireMarkerOf(folder: string, marker: Marker, expected: string | null): void {
  if (expected === null || marker.id === expected) return;
  throw new VaultError('vault.marker_other', { folder, expected, found: marker.id });
}

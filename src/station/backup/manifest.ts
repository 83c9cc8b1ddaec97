import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { CustodyError } from '../../custody/error.ts';
import { openNote } from '../../custody/note.ts';
import type { Signer } from '../../custody/station-key.ts';
import { parseVkey } from '../../custody/vkey.ts';
import { BackupError } from './error.ts';

const digest = Type.String({ pattern: '^[0-9a-f]{64}$' });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const ManifestShape = Type.Object({
  version: Type.Integer(),
  made: Type.String({ format: 'date-time' }),
  /** Of the program that made it. */
  program: Type.String(),
  station: Type.String(),
  origin: Type.String(),
  vault: Type.String(),
  /** Where the vault lay, absolute. */
  vaultFolder: Type.String(),
  dataFolder: Type.String(),
  /** Where the configuration lay that the station worked with; null: none was there. */
  config: Type.Union([Type.String(), Type.Null()]),
  ledger: Type.Object({ size: count, root: digest, schema: count }),
  /** Of every other file of the backup. */
  files: Type.Record(Type.String(), Type.Object({ bytes: count, sha256: digest })),
});
/** What a backup says of itself, signed with the station's key: anyone can encrypt to a public key, only one can sign. */
export type Manifest = Static<typeof ManifestShape>;

export const manifestVersion = 1;
const heading = 'docket backup\n';

export function signManifest(manifest: Manifest, signer: Signer): string {
  return signer.sign(`${heading}${JSON.stringify(manifest, null, 2)}\n`);
}

/** Errors: `backup.forged` where this key has not signed it, `backup.newer`, `backup.damaged`. */
export function openManifest(file: string, note: Uint8Array, vkey: string): Manifest {
  const text = signedText(file, note, vkey);
  let found: unknown;
  try {
    found = JSON.parse(text.slice(heading.length));
  } catch (cause) {
    throw new BackupError('backup.damaged', { file, found: 'manifest.txt' }, { cause });
  }
  const version = typeof found === 'object' && found !== null && 'version' in found ? found.version : null;
  if (typeof version === 'number' && version > manifestVersion)
    throw new BackupError('backup.newer', { file, version, known: manifestVersion });
  if (!text.startsWith(heading) || !Value.Check(ManifestShape, found))
    throw new BackupError('backup.damaged', { file, found: 'manifest.txt' });
  return found;
}

function signedText(file: string, note: Uint8Array, vkey: string): string {
  try {
    return openNote(note, [parseVkey(vkey)]).text;
  } catch (cause) {
    if (!(cause instanceof CustodyError)) throw cause;
    throw new BackupError('backup.forged', { file, found: cause.message }, { cause });
  }
}

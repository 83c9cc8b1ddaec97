import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prove, proveEvidence } from '../../scripts/verify-ledger.ts';
import { createStationKey } from '../../src/custody/station-key.ts';

/** One way to spoil an exported folder, and what its verifier must say: `code place`, lowest first. */
export interface SpoiltExport {
  readonly what: string;
  readonly spoil: (folder: string) => void;
  readonly expected: readonly string[];
}

/** The folder spoilt on a copy, and what is told of it with the right key in hand. */
export async function damageOf(
  kind: 'ledger' | 'evidence',
  folder: string,
  spoil: (folder: string) => void,
  key: string,
): Promise<readonly string[]> {
  const copy = `${folder}.spoilt`;
  execFileSync('cp', ['-a', folder, copy]);
  try {
    spoil(copy);
    const options = { key, checkpoint: [] };
    const { damage } = kind === 'ledger' ? await prove(copy, options) : await proveEvidence(copy, options);
    return damage.map(({ code, place }) => `${code} ${place}`);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

export function flipFileIn(name: string, at: (bytes: number) => number): (folder: string) => void {
  return (folder) => {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const place = at(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
}

/** Rewrites a file's text; throws where nothing of it changes. */
export function edited(name: string, from: string | RegExp, to: string): (folder: string) => void {
  return (folder) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    if (text.replace(from, to) === text) throw new RangeError(`${name} does not hold ${from}`);
    writeFileSync(path, text.replace(from, to));
  };
}

type Manifest = Record<'original' | 'sidecars' | 'entries', never> & Record<string, unknown>;

export function editedManifest(edit: (manifest: Manifest) => void): (folder: string) => void {
  return (folder) => {
    const path = join(folder, 'manifest.json');
    const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
    edit(manifest);
    writeFileSync(path, JSON.stringify(manifest));
  };
}

export function without(...names: readonly string[]): (folder: string) => void {
  return (folder) => {
    for (const name of names) rmSync(join(folder, name));
  };
}

export function linked(name: string): (folder: string) => void {
  return (folder) => {
    const path = join(folder, name);
    execFileSync('mv', [path, `${path}.x`]);
    symlinkSync(`${path}.x`, path);
  };
}

/** A key of somebody else under the ledger's name. */
export function foreignKey(folder: string, origin: string): string {
  const path = join(folder, `${readdirSync(folder).length}.key`);
  const { vkey } = createStationKey(path, origin);
  rmSync(path);
  return vkey;
}

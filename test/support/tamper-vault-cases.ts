import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TamperCase } from './tamper-case.ts';
import { life, padded, type SpoilableStation } from './tamper-station.ts';

/** Every original's path, and with it the digest, smallest first. */
function originalPaths({ places }: SpoilableStation): readonly string[] {
  const db = new Database(places.database, { readonly: true });
  try {
    const objects = db
      .prepare<[], string>('SELECT object FROM view_original ORDER BY bytes, sha256')
      .pluck()
      .all();
    return objects.map((object) => join(places.vault, object));
  } finally {
    db.close();
  }
}

/** Spoils one original and says which damage names it. */
const original = (
  what: string,
  code: 15 | 16,
  deed: (path: string, others: readonly string[]) => void,
): TamperCase => ({
  what: `an original ${what}`,
  spoil: (station) => {
    const [first = '', ...others] = originalPaths(station);
    deed(first, others);
  },
  expected: [new RegExp(`^${code} originals/`)],
});

/** A flip that needs no key: the owner of the machine may write where he likes. */
function flipFile(path: string, at: (bytes: number) => number): void {
  const bytes = readFileSync(path);
  const place = at(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  put(path, bytes);
}

function put(path: string, bytes: Uint8Array): void {
  rmSync(path, { recursive: true });
  writeFileSync(path, bytes, { mode: 0o444 });
}

const logObject = (
  name: string,
  expected: string,
  deed: (path: string) => void,
  what: string,
): TamperCase => ({
  what: `${name} in the vault ${what}`,
  spoil: ({ places }) => deed(join(places.vault, 'log', name)),
  expected: [expected],
});

const newestHead = `checkpoint/${padded(life.size)}`;
const bundle = 'tile/entries/000';
const tile = 'tile/0/000';
const half = (bytes: number): number => Math.floor(bytes / 2);

export const vaultCases: readonly TamperCase[] = [
  original('with its first bit turned', 16, (path) => flipFile(path, () => 0)),
  original('with a bit in the middle turned', 16, (path) => flipFile(path, half)),
  original('with its last bit turned', 16, (path) => flipFile(path, (bytes) => bytes - 1)),
  original('cut short', 16, (path) => put(path, readFileSync(path).subarray(0, -1))),
  original('emptied', 16, (path) => put(path, Buffer.alloc(0))),
  original('grown', 16, (path) => put(path, Buffer.concat([readFileSync(path), Buffer.of(0)]))),
  original('deleted', 15, (path) => rmSync(path)),
  original('replaced by a link to its own bytes', 16, (path) => {
    const elsewhere = `${path}.elsewhere`;
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
  }),
  original('replaced by a folder', 16, (path) => {
    rmSync(path);
    mkdirSync(path);
  }),
  original('with the bytes of another', 16, (path, [other = '']) => put(path, readFileSync(other))),
  original('with zeroes of its size', 16, (path) => put(path, Buffer.alloc(readFileSync(path).length))),
  {
    what: 'all originals deleted',
    spoil: ({ places }) => rmSync(join(places.vault, 'originals'), { recursive: true }),
    expected: [/^15 originals\//],
  },
  logObject(bundle, `16 log/${bundle}`, (path) => flipFile(path, half), 'with a bit turned'),
  logObject(bundle, `16 log/${bundle}`, (path) => put(path, readFileSync(path).subarray(0, -1)), 'cut short'),
  logObject(bundle, `15 log/${bundle}`, (path) => rmSync(path), 'deleted'),
  logObject(
    bundle,
    `16 log/${bundle}`,
    (path) => {
      renameSync(path, `${path}.x`);
      symlinkSync(`${path}.x`, path);
    },
    'replaced by a link',
  ),
  logObject(tile, `16 log/${tile}`, (path) => flipFile(path, half), 'with a bit turned'),
  logObject(tile, `15 log/${tile}`, (path) => rmSync(path), 'deleted'),
  logObject(
    newestHead,
    `16 log/${newestHead}`,
    (path) => flipFile(path, (bytes) => bytes - 20),
    'with its signature changed',
  ),
  logObject(newestHead, `16 log/${newestHead}`, (path) => flipFile(path, () => 30), 'with its text changed'),
  logObject(newestHead, `15 log/${newestHead}`, (path) => rmSync(path), 'deleted'),
  logObject(
    newestHead,
    `16 log/${newestHead}`,
    (path) => {
      renameSync(path, `${path}.x`);
      symlinkSync(`${path}.x`, path);
    },
    'replaced by a link',
  ),
  logObject(
    newestHead,
    `16 log/${newestHead}`,
    (path) => {
      put(path, readFileSync(join(path, '..', `${padded(life.firstHead)}`)));
    },
    'replaced by an older one',
  ),
  {
    what: 'all log objects deleted',
    spoil: ({ places }) => rmSync(join(places.vault, 'log'), { recursive: true }),
    expected: [`15 log/checkpoint/${padded(life.firstHead)}`],
  },
  {
    what: 'the vault’s marker deleted',
    spoil: ({ places }) => rmSync(join(places.vault, 'docket-vault.json')),
    expected: [/^15 .*\/vault$/],
  },
  {
    what: 'the vault gone',
    spoil: ({ places }) => rmSync(places.vault, { recursive: true }),
    expected: [/^15 .*\/vault$/],
  },
  {
    what: 'another vault in its place',
    spoil: ({ places }) => {
      const path = join(places.vault, 'docket-vault.json');
      const marker: object = JSON.parse(readFileSync(path, 'utf8'));
      put(path, Buffer.from(JSON.stringify({ ...marker, id: 'another' })));
    },
    expected: [/^15 .*\/vault$/],
  },
];

/** What is secured and not stored yet. */
const staged = (what: string, code: 15 | 16, deed: (path: string) => void): TamperCase => ({
  what: `a staged recording ${what}`,
  spoil: ({ places }) => {
    const staging = join(places.vault, 'staging');
    const [name = ''] = readdirSync(staging);
    deed(join(staging, name));
  },
  expected: [`${code} evidence ST01-2026-0000999 in staging`],
});

export const stagedCases: readonly TamperCase[] = [
  staged('with a bit turned', 16, (path) => flipFile(path, half)),
  staged('cut short', 16, (path) => put(path, readFileSync(path).subarray(1))),
  staged('deleted', 15, (path) => rmSync(path)),
  staged('replaced by a link', 16, (path) => {
    renameSync(path, `${path}.x`);
    symlinkSync(`${path}.x`, path);
  }),
];

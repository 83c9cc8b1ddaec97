import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openReading } from '../../../src/custody/database.ts';
import type { Places } from '../../../src/station/data-folder.ts';
import { type Cost, measure } from './measure.ts';

const docket = fileURLToPath(new URL('../../docket', import.meta.url));
const verifyLedger = fileURLToPath(new URL('../../verify-ledger.ts', import.meta.url));
const goProgram = fileURLToPath(new URL('tree.go', import.meta.url));
const debianSources = '/usr/share/gocode';
const readAtOnce = 10_000;

export interface Verifier {
  readonly name: string;
  readonly does: string;
  /** Returns its cost and the root that it found, null where that is of an older size. */
  readonly run: () => Promise<Cost & { readonly root: string | null }>;
}

/** Everything that verification is measured with, made from one station's ledger. */
export function verifiersFor(places: Places, folder: string): readonly Verifier[] {
  const exported = join(folder, 'export');
  rmSync(exported, { recursive: true, force: true });
  execFileSync(docket, ['ledger', 'export', exported, '--data', places.folder, '--json'], {
    stdio: 'ignore',
  });
  // After the export, which is itself an entry.
  const leaves = writeLeaves(places, folder);
  const program = buildGo(folder);
  return [
    {
      name: 'docket verify',
      does: '`docket verify --no-replay --vault none`: every entry hashed, its place and time read, the tree grown and compared with the stored tiles, every signed head checked',
      run: () =>
        rooted(
          [docket, 'verify', '--no-replay', '--vault', 'none', '--data', places.folder, '--json'],
          (out) => String((JSON.parse(out) as { root: string }).root),
        ),
    },
    {
      name: 'verify-ledger.ts',
      does: '`node scripts/verify-ledger.ts` over an export: the same for an outsider, from files, each entry parsed, without this program',
      run: async () => ({
        ...(await measure([process.execPath, verifyLedger, exported, '--json'])),
        root: null,
      }),
    },
    {
      name: 'Go tlog',
      does: 'the peer: `golang.org/x/mod/sumdb/tlog` hashes the same entries from memory and makes the root; nothing is read of them, no signature',
      run: () => rooted([program, ...leaves], (out) => Buffer.from(out.trim(), 'base64').toString('hex')),
    },
  ];
}

async function rooted(
  command: readonly string[],
  root: (stdout: string) => string,
): Promise<Cost & { readonly root: string }> {
  const cost = await measure(command);
  return { ...cost, root: root(cost.stdout) };
}

/** The entries one after the other in one file, their lengths (32 bits, little-endian) in another. */
function writeLeaves(places: Places, folder: string): readonly [string, string] {
  const db = openReading(places.database);
  const some = db
    .prepare<[number, number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq >= ? ORDER BY seq LIMIT ?')
    .pluck();
  const paths = [join(folder, 'leaves'), join(folder, 'lengths')] as const;
  const [bytes, lengths] = paths.map((path) => openSync(path, 'w'));
  if (bytes === undefined || lengths === undefined) throw new RangeError('two files were opened');
  for (let at = 0; ; at += readAtOnce) {
    const leaves = some.all(at, readAtOnce);
    if (leaves.length === 0) break;
    writeSync(bytes, Buffer.concat(leaves));
    writeSync(lengths, Buffer.from(Uint32Array.from(leaves, (leaf) => leaf.length).buffer));
  }
  closeSync(bytes);
  closeSync(lengths);
  db.close();
  return paths;
}

/** Debian brings the sources of the module; nothing is fetched. */
function buildGo(folder: string): string {
  const program = join(folder, 'go-tree');
  const env = {
    ...process.env,
    GO111MODULE: 'off',
    GOPATH: debianSources,
    GOFLAGS: '',
    GOCACHE: join(folder, 'go-cache'),
  };
  execFileSync('go', ['build', '-o', program, goProgram], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return program;
}

import { spawnSync } from 'node:child_process';
import { hash, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { formatCheckpoint, openCheckpoint } from '../../src/custody/checkpoint.ts';
import { GrowingTiles } from '../../src/custody/growing-tiles.ts';
import { leafHash } from '../../src/custody/merkle.ts';
import { consistencyProof, inclusionProof, rootAt } from '../../src/custody/proof.ts';
import { TileHashReader } from '../../src/custody/tile-hashes.ts';
import { bundlesOf, encodeBundle, tilePath, tileWidth } from '../../src/custody/tiles.ts';
import { verifyConsistency, verifyInclusion } from '../../src/custody/verify-proof.ts';
import { parseVkey } from '../../src/custody/vkey.ts';
import { freshSigner, origin } from './sample-ledger.ts';

const seed = process.env['DOCKET_SEED'] ?? String(randomInt(2 ** 40));
t.comment(`DOCKET_SEED=${seed}`);

/** Bytes in Base64, as Go's JSON has them. */
type Bytes = string;
interface GoLedger {
  readonly root: Bytes;
  readonly inclusion: readonly { readonly index: number; readonly proof: readonly Bytes[] | null }[] | null;
  readonly consistency: readonly { readonly older: number; readonly proof: readonly Bytes[] | null }[] | null;
  readonly checkpoint: string;
  readonly vkey: string;
  readonly files: Readonly<Record<string, Bytes>>;
}
interface Verdict {
  readonly wrong: readonly string[];
  readonly altered: number;
  readonly alteredAccepted: number;
  readonly ours: GoLedger;
  readonly badInclusion: GoLedger['inclusion'];
  readonly badConsistency: GoLedger['consistency'];
  readonly badCheckpoint: readonly string[];
}

const base64 = (bytes: Uint8Array): Bytes => Buffer.from(bytes).toString('base64');
const bytesOf = (text: Bytes): Buffer => Buffer.from(text, 'base64');
const proofOf = (proof: readonly Bytes[] | null): Buffer[] => (proof ?? []).map(bytesOf);

/** Numbers that look random and come again with the same seed. */
function draw(what: string, below: number): number {
  return Number.parseInt(hash('sha256', `${seed}/${what}`).slice(0, 12), 16) % below;
}

function drawLeaves(size: number): Buffer[] {
  return Array.from({ length: size }, (_, i) => {
    const digest = hash('sha256', `${seed}/${size}/${i}`, 'buffer');
    return Buffer.concat([digest, digest, digest]).subarray(0, draw(`${size}/${i}`, 97));
  });
}

/** Some places below `count`, the first and last always among them. */
function places(name: string, count: number, many: number): number[] {
  const drawn = Array.from({ length: many }, (_, i) => draw(`${name}/${i}`, count));
  return [...new Set([0, count - 1, ...drawn])];
}

const signer = freshSigner();

/** A ledger of ours with everything that Go is asked to check. */
function ourLedger(size: number) {
  const leaves = drawLeaves(size);
  const tree = GrowingTiles.empty();
  const tiles = leaves.flatMap((leaf) => tree.append(leafHash(leaf)));
  const files = new Map([...tiles, ...tree.partial()].map(({ tile, bytes }) => [tilePath(tile), bytes]));
  const reader = new TileHashReader(
    (level, index, width) => files.get(tilePath({ level, index, width })) ?? Buffer.alloc(0),
    size,
  );
  for (const bundle of bundlesOf(size)) {
    const from = bundle.index * tileWidth;
    files.set(tilePath(bundle), encodeBundle(leaves.slice(from, from + bundle.width)));
  }
  const olders = places(`older ${size}`, size, 20).map((place) => place + 1);
  return {
    leaves: leaves.map(base64),
    root: base64(tree.root()),
    roots: Object.fromEntries(olders.map((older) => [older, base64(rootAt(older, reader))])),
    inclusion: places(`index ${size}`, size, 20).map((index) => ({
      index,
      proof: inclusionProof(index, size, reader).map(base64),
    })),
    consistency: olders.map((older) => ({ older, proof: consistencyProof(older, size, reader).map(base64) })),
    checkpoint: signer.sign(formatCheckpoint({ origin, size, root: tree.root() })),
    vkey: signer.vkey,
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, base64(bytes)])),
  };
}

const debianSources = '/usr/share/gocode';

function askGo(ledgers: readonly unknown[]): Verdict[] {
  const needed = 'this test needs Go and golang.org/x/mod: apt-get install golang-go golang-golang-x-mod-dev';
  if (!existsSync(join(debianSources, 'src/golang.org/x/mod/sumdb/tlog'))) throw new Error(needed);
  const run = spawnSync('go', ['run', join(import.meta.dirname, 'go/crosscheck.go')], {
    input: JSON.stringify(ledgers),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: {
      PATH: process.env['PATH'] ?? '',
      GO111MODULE: 'off',
      GOPATH: debianSources,
      GOFLAGS: '',
      GOCACHE: join(tmpdir(), `docket-go-cache-${userInfo().uid}`),
    },
  });
  if (run.error !== undefined) throw new Error(needed, { cause: run.error });
  if (run.status !== 0) throw new Error(`go run ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const drawnSizes = Array.from({ length: 12 }, (_, i) => 1 + draw(`size ${i}`, 1200));
const sizes = [...new Set([1, 2, 3, 7, 8, 255, 256, 257, 512, 65_700, ...drawnSizes])];
const ledgers = sizes.map(ourLedger);

/** One bit turned. */
function turn(text: Bytes): Bytes {
  const bytes = bytesOf(text);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return base64(bytes);
}

function spoiltLedgers() {
  const good = ourLedger(300);
  const tile = (path: string) => ({ ...good.files, [path]: turn(good.files[path] ?? '') });
  return {
    root: { ...good, root: turn(good.root) },
    'an older root': { ...good, roots: { ...good.roots, 1: turn(good.root) } },
    'a leaf': { ...good, leaves: good.leaves.with(299, base64(Buffer.from('other'))) },
    'an inclusion proof': {
      ...good,
      inclusion: good.inclusion.map((one) => ({ ...one, proof: one.proof.map(turn) })),
    },
    'a consistency proof': {
      ...good,
      consistency: good.consistency.map((one) => ({ ...one, proof: one.proof.map(turn) })),
    },
    'a hash tile': { ...good, files: tile('tile/0/000') },
    'a partial hash tile': { ...good, files: tile('tile/1/000.p/1') },
    'a bundle': { ...good, files: tile('tile/entries/001.p/44') },
    'a tile too many': { ...good, files: { ...good.files, 'tile/0/002': '' } },
    'a checkpoint': { ...good, checkpoint: good.checkpoint.replace('\n300\n', '\n301\n') },
    'a public key': { ...good, vkey: freshSigner().vkey },
  };
}

const spoilt = spoiltLedgers();
const all = askGo([...ledgers, ...Object.values(spoilt)]);
const verdicts = all.slice(0, ledgers.length);

t.test('Go finds every alteration that we make, so its silence means something', async (t) => {
  Object.keys(spoilt).forEach((what, i) => {
    t.ok((all[ledgers.length + i]?.wrong.length ?? 0) > 0, what);
  });
});

t.test("Go's tlog and note accept our roots, proofs, checkpoints, tiles and bundles", async (t) => {
  t.equal(verdicts.length, sizes.length);
  verdicts.forEach((verdict, i) => {
    t.same(verdict.wrong, [], `size ${sizes[i]}`);
  });
});

t.test('our verification accepts what Go made of the same entries, byte for byte the same', async (t) => {
  verdicts.forEach(({ ours: go }, i) => {
    const [mine, size] = [ledgers[i], sizes[i] ?? 0];
    if (mine === undefined) throw new RangeError('a verdict without its ledger');
    t.equal(go.root, mine.root);
    t.same(Object.entries(go.files).sort(), hashTilesOf(mine.files), `tiles of size ${size}`);
    t.same(go.inclusion?.map(proofs), mine.inclusion.map(proofs), `inclusion in size ${size}`);
    t.same(go.consistency?.map(proofs), mine.consistency.map(proofs), `consistency with size ${size}`);
    t.ok(
      go.inclusion?.every((one) => provesInclusion(i, one)),
      `size ${size}`,
    );
    t.ok(
      go.consistency?.every((one) => provesConsistency(i, one)),
      `size ${size}`,
    );
    const opened = openCheckpoint(go.checkpoint, [parseVkey(go.vkey)], 'go.example/log');
    t.same([opened.size, base64(opened.root)], [size, mine.root]);
  });
});

t.test('what Go altered is refused by Go and by us alike', async (t) => {
  let altered = 0;
  verdicts.forEach((verdict, i) => {
    t.equal(verdict.alteredAccepted, 0);
    altered += verdict.altered;
    t.notOk(verdict.badInclusion?.some((one) => provesInclusion(i, one)));
    t.notOk(verdict.badConsistency?.some((one) => provesConsistency(i, one)));
    const known = [parseVkey(verdict.ours.vkey)];
    for (const note of verdict.badCheckpoint)
      t.throws(() => openCheckpoint(note, known, 'go.example/log'), { name: 'CustodyError' });
  });
  t.ok(altered > 400, `${altered} alterations`);
});

const proofs = (one: { readonly proof: readonly Bytes[] | null }) => one.proof ?? [];

function hashTilesOf(files: Readonly<Record<string, Bytes>>): [string, Bytes][] {
  return Object.entries(files)
    .filter(([path]) => !path.startsWith('tile/entries/'))
    .sort();
}

type Proof = { readonly proof: readonly Bytes[] | null };

function provesInclusion(i: number, { index, proof }: Proof & { readonly index: number }): boolean {
  const leaves = ledgers[i]?.leaves ?? [];
  return verifyInclusion({
    index,
    size: leaves.length,
    leaf: leafHash(bytesOf(leaves[index] ?? '')),
    proof: proofOf(proof),
    root: bytesOf(ledgers[i]?.root ?? ''),
  });
}

function provesConsistency(i: number, { older, proof }: Proof & { readonly older: number }): boolean {
  const leaves = ledgers[i]?.leaves ?? [];
  return verifyConsistency({
    older: { size: older, root: bytesOf(ledgers[i]?.roots[older] ?? '') },
    newer: { size: leaves.length, root: bytesOf(ledgers[i]?.root ?? '') },
    proof: proofOf(proof),
  });
}

import fc from 'fast-check';
import t from 'tap';
import { GrowingTiles } from '../../src/custody/growing-tiles.ts';
import { merkleRoot } from '../../src/custody/merkle.ts';
import type { TileSource } from '../../src/custody/tile-hashes.ts';
import { tilePath, tilesOf } from '../../src/custody/tiles.ts';
import { numberedHashes, plainReader } from './sample-ledger.ts';

const hashes = numberedHashes(66_000);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function grow(tree: GrowingTiles, from: number, to: number): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const hash of hashes.slice(from, to))
    for (const { tile, bytes } of tree.append(hash)) files.set(tilePath(tile), bytes);
  return files;
}

const sourceOf =
  (files: ReadonlyMap<string, Uint8Array>): TileSource =>
  (level, index, width) =>
    files.get(tilePath({ level, index, width })) ?? Buffer.alloc(0);

t.test('at every size the tiles are exactly those that the rule asks for', async (t) => {
  for (const size of [0, 1, 255, 256, 257, 600, 65_535, 65_536, 65_537, 66_000]) {
    const tree = GrowingTiles.empty();
    const files = grow(tree, 0, size);
    for (const { tile, bytes } of tree.partial()) files.set(tilePath(tile), bytes);
    t.same([...files.keys()].sort(), [...tilesOf(size)].map(tilePath).sort(), `size ${size}`);
    t.equal(hex(tree.root()), hex(merkleRoot(hashes.slice(0, size))), `root at ${size}`);
  }
});

t.test('the hashes in a tile are roots of complete subtrees of 256^level entries', async (t) => {
  const tree = GrowingTiles.empty();
  const files = grow(tree, 0, 1000);
  for (const { tile, bytes } of tree.partial()) files.set(tilePath(tile), bytes);
  const plain = plainReader(hashes);
  const expected = [0, 1, 2].map((i) => hex(plain.hash(8, i))).join('');
  t.equal(hex(files.get('tile/1/000.p/3') ?? Buffer.alloc(0)), expected);
  t.equal(hex(files.get('tile/0/001') ?? Buffer.alloc(0)), hashes.slice(256, 512).map(hex).join(''));
});

t.test('a station that stops at any size grows on from its rightmost tiles alone', async (t) => {
  const edges = fc.constantFrom(0, 1, 255, 256, 257, 512, 65_535, 65_536, 65_537, 65_792);
  fc.assert(
    fc.property(fc.oneof(edges, fc.nat(65_900)), fc.nat(100), (stop, more) => {
      const first = GrowingTiles.empty();
      grow(first, 0, stop);
      const partial = new Map(first.partial().map(({ tile, bytes }) => [tilePath(tile), bytes]));
      const resumed = GrowingTiles.resume(stop, sourceOf(partial));
      const [a, b] = [grow(first, stop, stop + more), grow(resumed, stop, stop + more)];
      const same = [...a].every(([path, bytes]) => hex(bytes) === hex(b.get(path) ?? Buffer.of(0)));
      return same && a.size === b.size && hex(first.root()) === hex(resumed.root());
    }),
    { numRuns: 15 },
  );
  t.pass('held for every case tried');
});

t.test('a station that stops and finds a tile too short does not go on', async (t) => {
  t.throws(() => GrowingTiles.resume(3, () => Buffer.alloc(64)), { code: 'custody.tile_damaged' });
});

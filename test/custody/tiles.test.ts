import fc from 'fast-check';
import t from 'tap';
import {
  bundlesOf,
  decodeBundle,
  encodeBundle,
  newBundles,
  newTiles,
  parseTilePath,
  type Tile,
  tilePath,
  tilesOf,
  wholeTile,
} from '../../src/custody/tiles.ts';

t.test('paths are spelt as c2sp.org/tlog-tiles gives them', async (t) => {
  t.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
  t.equal(tilePath({ level: 1, index: 0, width: 17 }), 'tile/1/000.p/17');
  t.equal(tilePath({ level: 'entries', index: 273, width: 112 }), 'tile/entries/273.p/112');
  t.equal(tilePath({ level: 'entries', index: 1000, width: 256 }), 'tile/entries/x001/000');
});

const anyTile: fc.Arbitrary<Tile> = fc.record({
  level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
  index: fc.oneof(fc.nat(3000), fc.maxSafeNat()),
  width: fc.integer({ min: 1, max: 256 }),
});

t.test('every path is read back as the tile it was made of', async (t) => {
  fc.assert(
    fc.property(anyTile, (tile) => {
      t.same(parseTilePath(tilePath(tile)), tile);
    }),
    { numRuns: 100 },
  );
});

t.test('every other spelling of a path is refused', async (t) => {
  const bad = [
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/-1/000',
    'tile/data/000',
    'tile/8/0/000',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/x001/../000',
    'tile/0/x999/x999/x999/x999/x999/999',
  ];
  for (const path of bad) t.throws(() => parseTilePath(path), { code: 'custody.tile_path_malformed' }, path);
});

t.test('the tiles of a tree of 70,000 are those that the rule counts', async (t) => {
  // c2sp.org/tlog-tiles, section "Partial Tiles".
  const tiles = [...tilesOf(70_000)];
  const full = (level: number) => tiles.filter((tile) => tile.level === level && tile.width === 256).length;
  t.same([full(0), full(1), full(2)], [273, 1, 0]);
  t.same(
    tiles.filter((tile) => tile.width < 256),
    [
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ],
  );
  t.same([...tilesOf(256)].map(tilePath), ['tile/0/000', 'tile/1/000.p/1']);
  t.same([...tilesOf(0)], []);
});

t.test(
  'the new tiles between two sizes are those of the larger that the smaller does not have',
  async (t) => {
    const paths = (tiles: Iterable<Tile>) => [...tiles].map(tilePath);
    fc.assert(
      fc.property(fc.nat(140_000), fc.nat(1500), (from, more) => {
        const [hadTiles, hadBundles] = [new Set(paths(tilesOf(from))), new Set(paths(bundlesOf(from)))];
        const wanted = paths(tilesOf(from + more)).filter((path) => !hadTiles.has(path));
        const wantedBundles = paths(bundlesOf(from + more)).filter((path) => !hadBundles.has(path));
        return (
          paths(newTiles(from, from + more)).join() === wanted.join() &&
          paths(newBundles(from, from + more)).join() === wantedBundles.join()
        );
      }),
      { numRuns: 30 },
    );
    t.pass('held for every case tried');
  },
);

t.test('the first tiles of an enormous tree come without working out the rest', async (t) => {
  t.same(newTiles(2 ** 50 - 1, 2 ** 50).next().value, { level: 0, index: 2 ** 42 - 1, width: 256 });
});

t.test('a bundle gives back the entries that were put in, and nothing else', async (t) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
      const back = decodeBundle(encodeBundle(entries), entries.length);
      return back.every((entry, i) => Buffer.compare(entry, entries[i] ?? Buffer.of(1)) === 0);
    }),
  );
  const bundle = encodeBundle([Buffer.from('ab'), Buffer.from('c')]);
  t.equal(bundle.toString('hex'), '00026162000163');
  const damaged = { code: 'custody.bundle_damaged' };
  t.throws(() => decodeBundle(bundle, 1), damaged, 'more entries than wanted');
  t.throws(() => decodeBundle(bundle, 3), damaged, 'fewer entries than wanted');
  t.throws(() => decodeBundle(bundle.subarray(0, -1), 2), damaged, 'cut off');
  t.throws(() => decodeBundle(Buffer.concat([bundle, Buffer.of(0)]), 2), damaged, 'half a length');
});

t.test('an entry whose length does not fit its prefix is never written', async (t) => {
  t.equal(decodeBundle(encodeBundle([Buffer.alloc(65_535)]), 1)[0]?.length, 65_535);
  t.throws(() => encodeBundle([Buffer.alloc(65_536)]), { code: 'custody.entry_too_large' });
});

t.test('a tile of the wrong length is refused with its path', async (t) => {
  t.throws(() => wholeTile({ level: 1, index: 5, width: 2 }, Buffer.alloc(63)), {
    code: 'custody.tile_damaged',
    params: { path: 'tile/1/005.p/2', expected: 64, found: 63 },
  });
});

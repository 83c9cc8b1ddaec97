import t from 'tap';
import { type Db, scratchDatabase } from '../../src/custody/database.ts';
import { GrowingTiles } from '../../src/custody/growing-tiles.ts';
import { ledgerSize, loadTree, tileSource } from '../../src/custody/ledger-tiles.ts';
import { leafHash } from '../../src/custody/merkle.ts';
import { inclusionProof, rootAt } from '../../src/custody/proof.ts';
import { TileHashReader } from '../../src/custody/tile-hashes.ts';
import { tilePath } from '../../src/custody/tiles.ts';
import { verifyInclusion } from '../../src/custody/verify-proof.ts';

/** Grows a ledger in a database step by step, with the tiles and partial tiles that it must have. */
class Grown {
  readonly db: Db = scratchDatabase();
  readonly tree = GrowingTiles.empty();
  readonly full = new Map<string, Uint8Array>();
  readonly #entry = this.db.prepare('INSERT INTO ledger_entry (seq, leaf, hash) VALUES (?, ?, ?)');
  readonly #tile = this.db.prepare(
    'INSERT INTO ledger_tile (level, place, hashes, root) VALUES (?, ?, ?, ?)',
  );

  to(size: number): void {
    this.db.transaction(() => {
      for (let seq = this.tree.size; seq < size; seq++) this.#append(seq);
    })();
  }

  #append(seq: number): void {
    const leaf = Buffer.from(`entry ${seq}`);
    const hash = leafHash(leaf);
    this.#entry.run(seq, leaf, hash);
    for (const { tile, bytes, root } of this.tree.append(hash)) {
      this.#tile.run(tile.level, tile.index, bytes, root);
      this.full.set(tilePath(tile), bytes);
    }
  }
}

const sizes = [0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537];

t.test('at every edge of a tile the database gives the tree back as it grew', async (t) => {
  const grown = new Grown();
  for (const size of sizes) {
    grown.to(size);
    const { db, tree } = grown;
    t.equal(ledgerSize(db), size);
    const loaded = loadTree(db);
    t.equal(loaded.size, size);
    t.same(loaded.root(), tree.root(), `root of ${size}`);
    t.same(
      loaded.partial().map(({ tile, bytes }) => [tilePath(tile), Buffer.from(bytes).toString('hex')]),
      tree.partial().map(({ tile, bytes }) => [tilePath(tile), Buffer.from(bytes).toString('hex')]),
      `unfinished tiles of ${size}`,
    );
  }
  grown.db.close();
});

t.test('a tree taken up grows as one that was never put down', async (t) => {
  for (const size of [255, 256, 257, 511, 512, 513]) {
    const grown = new Grown();
    grown.to(size);
    const loaded = loadTree(grown.db);
    for (let seq = size; seq < size + 300; seq++) loaded.append(leafHash(Buffer.from(`entry ${seq}`)));
    grown.to(size + 300);
    t.same(loaded.root(), grown.tree.root(), `from ${size}`);
    grown.db.close();
  }
});

t.test('every tile of every size up to now is there: full ones, and those unfinished then', async (t) => {
  const grown = new Grown();
  const unfinished: {
    size: number;
    path: string;
    level: number;
    index: number;
    width: number;
    hex: string;
  }[] = [];
  for (const size of sizes) {
    grown.to(size);
    for (const { tile, bytes } of grown.tree.partial()) {
      const { level, index, width } = tile;
      const hex = Buffer.from(bytes).toString('hex');
      unfinished.push({ size, path: tilePath(tile), level: Number(level), index, width, hex });
    }
  }
  const source = tileSource(grown.db);
  t.equal(grown.full.size, 257, '256 of leaves, one above');
  for (const [path, bytes] of grown.full) {
    const [, level = '', index = ''] = /^tile\/(\d+)\/(\d+)$/.exec(path) ?? [];
    if (Buffer.compare(source(Number(level), Number(index), 256), bytes) !== 0) t.fail(path);
  }
  for (const { size, path, level, index, width, hex } of unfinished)
    t.equal(Buffer.from(source(level, index, width)).toString('hex'), hex, `${path} of ${size}`);
  for (const size of sizes)
    t.doesNotThrow(
      () => rootAt(size, new TileHashReader(source, size)),
      `the root of ${size} from tiles alone`,
    );
  grown.db.close();
});

t.test('a proof read off the database holds', async (t) => {
  const grown = new Grown();
  const size = 65_537;
  grown.to(size);
  const reader = new TileHashReader(tileSource(grown.db), size);
  const root = grown.tree.root();
  for (const index of [0, 255, 256, 65_535, 65_536]) {
    const proof = inclusionProof(index, size, reader);
    const leaf = leafHash(Buffer.from(`entry ${index}`));
    t.ok(verifyInclusion({ index, size, leaf, proof, root }), `entry ${index}`);
  }
  grown.db.close();
});

t.test('a tile that is gone is an error, not another tree', async (t) => {
  const grown = new Grown();
  grown.to(600);
  grown.db.exec('DELETE FROM ledger_tile WHERE place = 1');
  t.throws(() => loadTree(grown.db), { code: 'custody.tile_damaged' });
  grown.db.close();
});

import fc from 'fast-check';
import t from 'tap';
import {
  CompactTree,
  emptyRoot,
  leafHash,
  merkleRoot,
  nodeHash,
  subtreeLevels,
} from '../../src/custody/merkle.ts';
import { numberedHashes } from './sample-ledger.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The test inputs that certificate-transparency logs have used since RFC 6962, with their published roots. */
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((leaf) => Buffer.from(leaf, 'hex'));

const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

t.test('the roots of the known RFC 6962 trees come out', async (t) => {
  knownRoots.forEach((root, size) => {
    t.equal(hex(merkleRoot(knownLeaves.slice(0, size).map(leafHash))), root, `size ${size}`);
  });
});

/** RFC 6962 section 2.1, word for word. */
function definition(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot;
  if (hashes.length === 1) return only;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(definition(hashes.slice(0, k)), definition(hashes.slice(k)));
}

t.test('a growing tree has at each size the root that the definition gives', async (t) => {
  const hashes = numberedHashes(300);
  const tree = new CompactTree();
  let differs = 0;
  for (let size = 0; size <= 300; size++) {
    if (hex(tree.root()) !== hex(definition(hashes.slice(0, size)))) differs += 1;
    const next = hashes[size];
    if (next !== undefined) tree.append(next);
  }
  t.equal(differs, 0);
  t.equal(tree.size, 300);
});

t.test('a tree resumed from its frontier grows on as if it had never stopped', async (t) => {
  const hashes = numberedHashes(200);
  fc.assert(
    fc.property(fc.nat(200), (stop) => {
      const first = new CompactTree();
      for (const one of hashes.slice(0, stop)) first.append(one);
      const resumed = new CompactTree(first.size, first.frontier);
      for (const one of hashes.slice(stop)) resumed.append(one);
      return hex(resumed.root()) === hex(merkleRoot(hashes));
    }),
  );
  t.pass('held for every case tried');
});

t.test('each complete subtree is handed out once, with its own root', async (t) => {
  const hashes = numberedHashes(37);
  const seen: string[] = [];
  const tree = new CompactTree();
  for (const one of hashes)
    tree.append(one, (level, index, hash) => {
      seen.push(`${level}/${index}`);
      const leaves = hashes.slice(index * 2 ** level, (index + 1) * 2 ** level);
      if (hex(hash) !== hex(definition(leaves))) t.fail(`wrong root of ${level}/${index}`);
    });
  t.equal(new Set(seen).size, 37 + 18 + 9 + 4 + 2 + 1);
  t.equal(seen.length, 37 + 18 + 9 + 4 + 2 + 1);
});

t.test('a frontier that does not fit the size, or holds no hashes, is refused', async (t) => {
  t.throws(() => new CompactTree(3, numberedHashes(1)), { code: 'custody.frontier_malformed' });
  t.throws(() => new CompactTree(1, [Buffer.alloc(31)]), { code: 'custody.hash_malformed' });
  t.throws(() => new CompactTree().append(Buffer.alloc(33)), { code: 'custody.hash_malformed' });
  t.throws(() => nodeHash(Buffer.alloc(32), Buffer.alloc(0)), { code: 'custody.hash_malformed' });
});

t.test('sizes past 32 bits are split as they should be', async (t) => {
  t.same(subtreeLevels(2 ** 40 + 2 ** 33 + 5), [40, 33, 2, 0]);
  t.same(subtreeLevels(0), []);
});

t.test('a leaf and a node of the same bytes have different hashes', async (t) => {
  const [left, right] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  t.not(hex(leafHash(Buffer.concat([left, right]))), hex(nodeHash(left, right)));
});

t.test('a leaf of any length is hashed whole', async (t) => {
  const { hash } = await import('node:crypto');
  for (const bytes of [0, 1, 65_534, 65_535, 65_536, 100_000]) {
    const entry = Buffer.alloc(bytes, 7);
    t.equal(hex(leafHash(entry)), hash('sha256', Buffer.concat([Buffer.of(0), entry])), `${bytes} bytes`);
  }
});

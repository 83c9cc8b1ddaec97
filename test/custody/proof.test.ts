import fc from 'fast-check';
import t from 'tap';
import { emptyRoot, leafHash, merkleRoot } from '../../src/custody/merkle.ts';
import { consistencyProof, inclusionProof, rootAt } from '../../src/custody/proof.ts';
import { TileHashReader } from '../../src/custody/tile-hashes.ts';
import { tileWidth } from '../../src/custody/tiles.ts';
import { verifyConsistency, verifyInclusion } from '../../src/custody/verify-proof.ts';
import { numberedHashes, plainReader } from './sample-ledger.ts';

const known = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
const hexes = (proof: readonly Uint8Array[]) => proof.map((hash) => Buffer.from(hash).toString('hex'));

t.test('the known RFC 6962 inclusion proofs come out', async (t) => {
  const reader = plainReader(known);
  t.same(hexes(inclusionProof(0, 1, reader)), []);
  t.same(hexes(inclusionProof(0, 8, reader)), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
  t.same(hexes(inclusionProof(5, 8, reader)), [
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
  t.same(hexes(inclusionProof(2, 3, reader)), [
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  ]);
});

t.test('the known RFC 6962 consistency proofs come out', async (t) => {
  const reader = plainReader(known);
  t.same(hexes(consistencyProof(1, 1, reader)), []);
  t.same(hexes(consistencyProof(1, 8, reader)), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
  t.same(hexes(consistencyProof(6, 8, reader)), [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
  t.same(hexes(consistencyProof(2, 5, reader)), [
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ]);
});

const most = 70;
const hashes = numberedHashes(most);
const roots = Array.from({ length: most + 1 }, (_, size) => merkleRoot(hashes.slice(0, size)));
const reader = plainReader(hashes);

t.test('every entry is proved in every tree, and in no other place, size or root', async (t) => {
  let [proved, wrongly] = [0, 0];
  for (let size = 1; size <= most; size++) {
    for (let index = 0; index < size; index++) {
      const claim = {
        index,
        size,
        leaf: hashes[index] ?? emptyRoot,
        proof: inclusionProof(index, size, reader),
        root: roots[size] ?? emptyRoot,
      };
      if (verifyInclusion(claim)) proved += 1;
      const others = [
        { ...claim, index: index === 0 ? size - 1 : index - 1, root: size === 1 ? emptyRoot : claim.root },
        { ...claim, root: roots[size - 1] ?? emptyRoot },
        { ...claim, proof: [...claim.proof, emptyRoot] },
        { ...claim, proof: claim.proof.slice(1), root: size === 1 ? emptyRoot : claim.root },
        { ...claim, leaf: emptyRoot },
      ];
      wrongly += others.filter(verifyInclusion).length;
    }
  }
  t.equal(proved, (most * (most + 1)) / 2);
  t.equal(wrongly, 0);
});

t.test('every tree is proved to begin with every smaller one, and with no other', async (t) => {
  let [proved, wrongly] = [0, 0];
  for (let size = 0; size <= most; size++) {
    for (let old = 0; old <= size; old++) {
      const older = { size: old, root: roots[old] ?? emptyRoot };
      const newer = { size, root: roots[size] ?? emptyRoot };
      const proof = consistencyProof(old, size, reader);
      if (verifyConsistency({ older, newer, proof })) proved += 1;
      const otherRoot = hashes[0] ?? emptyRoot;
      const others = [
        { older: { ...older, root: old === 1 ? emptyRoot : otherRoot }, newer, proof },
        { older, newer, proof: [...proof, otherRoot] },
        ...(old > 0 && old < size ? [{ older, newer: { ...newer, root: otherRoot }, proof }] : []),
        ...(proof.length > 0 ? [{ older, newer, proof: proof.slice(1) }] : []),
      ];
      wrongly += others.filter(verifyConsistency).length;
    }
  }
  t.equal(proved, ((most + 1) * (most + 2)) / 2);
  t.equal(wrongly, 0);
});

/** Every copy of the bytes with one bit turned. */
function* turned(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = Uint8Array.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield copy;
  }
}

t.test('one turned bit anywhere in leaf, root or proof makes an inclusion proof fail', async (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: most }), fc.nat(), (size, pick) => {
      const index = pick % size;
      const proof = inclusionProof(index, size, reader);
      const claim = { index, size, leaf: hashes[index] ?? emptyRoot, proof, root: roots[size] ?? emptyRoot };
      const spoilt = [
        ...[...turned(claim.leaf)].map((leaf) => ({ ...claim, leaf })),
        ...[...turned(claim.root)].map((root) => ({ ...claim, root })),
        ...proof.flatMap((hash, i) =>
          [...turned(hash)].map((bad) => ({ ...claim, proof: proof.with(i, bad) })),
        ),
      ];
      return verifyInclusion(claim) && !spoilt.some(verifyInclusion);
    }),
    { numRuns: 20 },
  );
  t.pass('held for every case tried');
});

t.test('one turned bit anywhere in either root or the proof makes a consistency proof fail', async (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: most }), fc.nat(), (size, pick) => {
      const old = 1 + (pick % (size - 1));
      const proof = consistencyProof(old, size, reader);
      const [older, newer] = [
        { size: old, root: roots[old] ?? emptyRoot },
        { size, root: roots[size] ?? emptyRoot },
      ];
      const spoilt = [
        ...[...turned(older.root)].map((root) => ({ older: { size: old, root }, newer, proof })),
        ...[...turned(newer.root)].map((root) => ({ older, newer: { size, root }, proof })),
        ...proof.flatMap((hash, i) =>
          [...turned(hash)].map((bad) => ({ older, newer, proof: proof.with(i, bad) })),
        ),
      ];
      return verifyConsistency({ older, newer, proof }) && !spoilt.some(verifyConsistency);
    }),
    { numRuns: 20 },
  );
  t.pass('held for every case tried');
});

t.test('claims that no tree can make are refused without an error', async (t) => {
  const [leaf, root] = [emptyRoot, emptyRoot];
  for (const [index, size] of [
    [0, 0],
    [1, 1],
    [-1, 1],
    [0.5, 1],
    [0, 2 ** 53],
    [Number.NaN, 1],
  ])
    t.notOk(
      verifyInclusion({ index: index ?? 0, size: size ?? 0, leaf, proof: [], root }),
      `${index} of ${size}`,
    );
  t.notOk(verifyInclusion({ index: 0, size: 2, leaf, proof: [Buffer.alloc(31)], root }));
  const [older, newer] = [
    { size: 2, root },
    { size: 1, root },
  ];
  t.notOk(verifyConsistency({ older, newer, proof: [] }), 'a tree never shrinks');
  t.notOk(
    verifyConsistency({ older: newer, newer: { size: 3, root }, proof: [] }),
    'a proof that is missing',
  );
});

t.test('a proof of a place that the tree does not have is not made', async (t) => {
  const refused = { code: 'custody.proof_out_of_range' };
  t.throws(() => inclusionProof(3, 3, reader), refused);
  t.throws(() => inclusionProof(-1, 3, reader), refused);
  t.throws(() => consistencyProof(4, 3, reader), refused);
});

/** A tree of `size` entries whose every tile is the same: enough to count what a proof reads. */
function countingReader(size: number): { reader: TileHashReader; asked: string[] } {
  const asked: string[] = [];
  const tile = Buffer.concat(numberedHashes(tileWidth));
  const reader = new TileHashReader((level, index, width) => {
    asked.push(`${level}/${index}`);
    return tile.subarray(0, width * 32);
  }, size);
  return { reader, asked };
}

t.test('a proof in a ledger of ten million entries reads a handful of tiles', async (t) => {
  for (const index of [0, 1_234_567, 9_999_999]) {
    const { reader, asked } = countingReader(10_000_000);
    t.equal(inclusionProof(index, 10_000_000, reader).length > 10, true);
    t.ok(asked.length <= 6, `${asked.join(' ')} for entry ${index}`);
    t.equal(new Set(asked).size, asked.length, 'no tile twice');
  }
  const { reader, asked } = countingReader(10_000_000);
  consistencyProof(7_654_321, 10_000_000, reader);
  t.ok(asked.length <= 6, asked.join(' '));
});

t.test('a tile reader answers for complete subtrees within its tree only', async (t) => {
  const { reader } = countingReader(300);
  t.throws(() => reader.hash(0, 300), { code: 'custody.proof_out_of_range' });
  t.throws(() => reader.hash(8, 1), { code: 'custody.proof_out_of_range' });
  t.throws(() => reader.hash(0, -1), { code: 'custody.proof_out_of_range' });
});

t.test('the root at any earlier size can be had from the tiles', async (t) => {
  const many = numberedHashes(700);
  const reader = new TileHashReader((level, index, width) => {
    const plain = plainReader(many);
    return Buffer.concat(
      Array.from({ length: width }, (_, i) => plain.hash(level * 8, index * tileWidth + i)),
    );
  }, 700);
  for (const size of [0, 1, 255, 256, 257, 512, 699, 700])
    t.same(rootAt(size, reader), merkleRoot(many.slice(0, size)), `size ${size}`);
});

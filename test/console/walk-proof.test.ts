import { createHash } from 'node:crypto';
import t from 'tap';
import { readCheckpoint, readProof } from '../../src/console/pages/ledger/read-proof.ts';
import { walkProof } from '../../src/console/pages/ledger/walk-proof.ts';
import { canonicalText } from '../../src/custody/canonical.ts';
import { CompactTree, leafHash } from '../../src/custody/merkle.ts';
import { inclusionProof } from '../../src/custody/proof.ts';
import { formatTlogProof } from '../../src/custody/tlog-proof.ts';

const digest = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** A ledger of so many entries, and the proof of one as the station hands it out. */
function proofOf(size: number, index: number) {
  const leaves = Array.from({ length: size }, (_, seq) => ({
    seq,
    type: 'x',
    data: { b: '字', a: [1, null] },
  }));
  const tree = new CompactTree();
  const nodes = new Map<string, Uint8Array>();
  for (const leaf of leaves)
    tree.append(leafHash(Buffer.from(canonicalText(leaf))), (level, at, hash) =>
      nodes.set(`${level}/${at}`, hash),
    );
  const note = `example.org/ledger\n${size}\n${Buffer.from(tree.root()).toString('base64')}\n\n— example.org/ledger AAAAAAAA\n`;
  const hashes = inclusionProof(index, size, {
    hash: (level: number, at: number) => nodes.get(`${level}/${at}`) ?? new Uint8Array(32),
  });
  const text = formatTlogProof({ extra: null, index, hashes, checkpoint: note });
  return { leaf: canonicalText(leaves[index]), text };
}

t.test('the browser comes to the root that was signed, from any entry of a ledger of any size', async (t) => {
  for (let size = 1; size <= 40; size++)
    for (let index = 0; index < size; index++) {
      const { leaf, text } = proofOf(size, index);
      const proof = readProof(text);
      if (proof === null) throw new Error('no proof');
      const { holds, steps } = await walkProof(leaf, proof, digest);
      t.ok(holds, `${index} of ${size}`);
      let covered = { from: index, to: index };
      for (const { side, siblingCovers, covers } of steps) {
        if (side === 'left') t.equal(siblingCovers.to, covered.from - 1);
        else t.equal(siblingCovers.from, covered.to + 1);
        covered = covers;
      }
      t.strictSame(covered, { from: 0, to: size - 1 }, 'in the end every entry is under it');
    }
});

t.test('an entry of which one letter was changed, another place or a step less proves nothing', async (t) => {
  const { leaf, text } = proofOf(21, 13);
  const proof = readProof(text);
  if (proof === null) throw new Error('no proof');
  t.equal((await walkProof(leaf.replace('x', 'y'), proof, digest)).holds, false);
  t.equal((await walkProof(leaf, { ...proof, index: 12 }, digest)).holds, false);
  t.equal((await walkProof(leaf, { ...proof, index: 21 }, digest)).holds, false);
  t.equal((await walkProof(leaf, { ...proof, hashes: proof.hashes.slice(1) }, digest)).holds, false);
});

t.test('what is no proof is none', async (t) => {
  for (const text of [
    '',
    '\n\n',
    'c2sp.org/tlog-proof@v1\nindex x\n\n',
    'c2sp.org/tlog-proof@v1\nindex 1\n?\n\na\n1\nAAAA\n',
  ])
    t.equal(readProof(text), null);
  t.equal(readCheckpoint('a\n-1\nAAAA\n'), null);
});

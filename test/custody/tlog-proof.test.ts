import t from 'tap';
import { leafHash } from '../../src/custody/merkle.ts';
import { inclusionProof } from '../../src/custody/proof.ts';
import { formatTlogProof, openTlogProof, parseTlogProof } from '../../src/custody/tlog-proof.ts';
import { parseVkey } from '../../src/custody/vkey.ts';
import { freshSigner, origin, plainReader, sampleLedger, signHead } from './sample-ledger.ts';

const signer = freshSigner();
const known = [parseVkey(signer.vkey)];
const { leaves } = sampleLedger(21);
const checkpoint = signHead(leaves, 21, signer);
const entry = (index: number) => leaves[index] ?? Buffer.alloc(0);

function proofOf(index: number, extra: Uint8Array | null = null): string {
  const hashes = inclusionProof(index, 21, plainReader(leaves.map(leafHash)));
  return formatTlogProof({ extra, index, hashes, checkpoint });
}

t.test('a proof file holds everything that an outsider needs beside the public key', async (t) => {
  for (const index of [0, 7, 20])
    t.equal(openTlogProof(proofOf(index), entry(index), known, origin).size, 21);
  t.equal(openTlogProof(Buffer.from(proofOf(3)), entry(3), known, origin).origin, origin);
});

t.test('a proof file is spelt as c2sp.org/tlog-proof says', async (t) => {
  const lines = proofOf(7, Buffer.from('extra')).split('\n');
  t.same(lines.slice(0, 3), ['c2sp.org/tlog-proof@v1', 'extra ZXh0cmE=', 'index 7']);
  t.equal(lines[lines.indexOf('') + 1], origin);
  const { extra, index, hashes } = parseTlogProof(lines.join('\n'));
  t.same([Buffer.from(extra ?? []).toString(), index, hashes.length], ['extra', 7, 5]);
});

t.test('a proof in a ledger of one entry has no hashes', async (t) => {
  const one = signHead(leaves, 1, signer);
  const proof = formatTlogProof({ extra: null, index: 0, hashes: [], checkpoint: one });
  t.equal(openTlogProof(proof, entry(0), known, origin).size, 1);
});

t.test('a proof proves one entry at one place', async (t) => {
  const wrong = { code: 'custody.proof_wrong' };
  t.throws(() => openTlogProof(proofOf(7), entry(8), known, origin), wrong);
  t.throws(() => openTlogProof(proofOf(7).replace('index 7', 'index 8'), entry(7), known, origin), wrong);
  t.throws(() => openTlogProof(proofOf(7).replace('index 7', 'index 21'), entry(7), known, origin), wrong);
});

t.test('a proof under a foreign or altered checkpoint is refused', async (t) => {
  const other = [parseVkey(freshSigner().vkey)];
  t.throws(() => openTlogProof(proofOf(7), entry(7), other, origin), { code: 'custody.note_unsigned' });
  t.throws(() => openTlogProof(proofOf(7), entry(7), known, 'x'), { code: 'custody.checkpoint_foreign' });
  t.throws(() => openTlogProof(proofOf(7).replace('\n21\n', '\n22\n'), entry(7), known, origin), {
    code: 'custody.note_signature_wrong',
  });
});

t.test('every other spelling is refused with its line', async (t) => {
  const good = proofOf(7);
  const hash = good.split('\n')[2] ?? '';
  const bad: [string, number][] = [
    [good.replace('@v1', '@v2'), 1],
    [good.slice(0, good.indexOf('\n\n')), 1],
    [good.replace('index 7', 'index 07'), 2],
    [good.replace('index 7', 'extra ***\nindex 7'), 2],
    [good.replace('index 7', 'extra AA==\nindex -1'), 3],
    [good.replace(hash, `${hash}=`), 3],
    [good.replace(hash, hash.slice(4)), 3],
    [good.replace(hash, `${hash}\n`.repeat(64).trim()), 66],
  ];
  for (const [proof, line] of bad)
    t.throws(
      () => parseTlogProof(proof),
      { code: 'custody.proof_malformed', params: { line } },
      `line ${line}`,
    );
  t.throws(() => parseTlogProof(Buffer.of(0xff)), { code: 'custody.proof_malformed' });
});

import { createHash } from 'node:crypto';
import { blake3 } from '@napi-rs/blake-hash';
import fc from 'fast-check';
import t from 'tap';
import { endBytes, pieceBytes, RecordingDigests } from '../../../src/intake/copying/digests.ts';
import { seededBytes } from '../../support/cards.ts';

const mebibyte = 1_048_576;

/** Feeds in chunks that never span a piece, as the copy does. */
function fed(bytes: Buffer, chunk: number, sm3 = false): { digests: RecordingDigests; pieces: string[] } {
  const digests = new RecordingDigests(bytes.length, sm3);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) {
    const piece = digests.feed(bytes.subarray(at, at + chunk));
    if (piece !== null) pieces.push(piece);
  }
  return { digests, pieces };
}

t.test('one pass gives every digest that a reader of the whole would compute', (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 4096, endBytes - 1, endBytes, endBytes + 1, 2 * endBytes, 3 * mebibyte + 17),
      fc.constantFrom(4096, 65_536, 512 * 1024),
      fc.boolean(),
      (size, chunk, sm3) => {
        const bytes = seededBytes(`${size}`, size);
        const made = fed(bytes, chunk, sm3).digests.finish();
        t.equal(made.sha256, createHash('sha256').update(bytes).digest('hex'));
        t.equal(made.blake3, blake3(bytes).toString('hex'));
        t.equal(made.sm3, sm3 ? createHash('sm3').update(bytes).digest('hex') : null);
        t.equal(made.headBlake3, blake3(bytes.subarray(0, endBytes)).toString('hex'), 'head');
        t.equal(made.tailBlake3, blake3(bytes.subarray(-endBytes)).toString('hex'), 'tail');
      },
    ),
    { numRuns: 40 },
  );
  t.end();
});

t.test('SM3 is the standard’s own', (t) => {
  const digests = new RecordingDigests(3, true);
  digests.feed(Buffer.from('abc'));
  // GB/T 32905-2016, example 1.
  t.equal(digests.finish().sm3, '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  t.end();
});

t.test('at each 16 MiB the digest of everything before is given, and nowhere else', (t) => {
  const bytes = seededBytes('pieces', 2 * pieceBytes + 5);
  const { pieces } = fed(bytes, 512 * 1024);
  t.same(
    pieces,
    [1, 2].map((n) => blake3(bytes.subarray(0, n * pieceBytes)).toString('hex')),
  );
  t.end();
});

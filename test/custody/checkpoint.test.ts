import fc from 'fast-check';
import t from 'tap';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from '../../src/custody/checkpoint.ts';
import { emptyRoot } from '../../src/custody/merkle.ts';
import { parseVkey } from '../../src/custody/vkey.ts';
import { freshSigner, numberedHashes, origin } from './sample-ledger.ts';

const malformed = { code: 'custody.checkpoint_malformed' };
const root = numberedHashes(1)[0] ?? emptyRoot;
const base64 = Buffer.from(root).toString('base64');

t.test('a checkpoint is spelt as c2sp.org/tlog-checkpoint says', async (t) => {
  t.equal(formatCheckpoint({ origin, size: 20_852_163, root }), `${origin}\n20852163\n${base64}\n`);
  t.same(parseCheckpoint(`${origin}\n0\n${base64}\nmore\n`), {
    origin,
    size: 0,
    root: Buffer.from(root),
    extensions: ['more'],
  });
});

t.test('every head is read back as it was', async (t) => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, root) => {
      const back = parseCheckpoint(formatCheckpoint({ origin, size, root }, ['a', 'b c']));
      return (
        back.size === size && Buffer.compare(back.root, root) === 0 && back.extensions.join() === 'a,b c'
      );
    }),
  );
  t.equal(parseCheckpoint(formatCheckpoint({ origin, size: 0, root: emptyRoot })).size, 0);
});

t.test('every other spelling is refused', async (t) => {
  const sizes = ['', '-1', '01', '1.0', '+1', '1e3', ' 1', '9007199254740992', '0x1', '１'];
  for (const size of sizes)
    t.throws(() => parseCheckpoint(`${origin}\n${size}\n${base64}\n`), malformed, `size ${size}`);
  const roots = [
    '',
    base64.slice(1),
    `${base64} `,
    base64.replaceAll('=', ''),
    Buffer.alloc(31).toString('base64'),
  ];
  for (const bad of roots)
    t.throws(() => parseCheckpoint(`${origin}\n1\n${bad}\n`), malformed, `root ${bad}`);
  t.throws(() => parseCheckpoint(`\n1\n${base64}\n`), malformed, 'no origin');
  t.throws(() => parseCheckpoint(`${origin}\n1\n`), malformed, 'no root');
  t.throws(() => parseCheckpoint(`${origin}\n1\n${base64}`), malformed, 'no newline at the end');
  t.throws(() => parseCheckpoint(`${origin}\n1\n${base64}\n\nx\n`), malformed, 'an empty extension line');
});

t.test('a head that could be read in two ways is not written', async (t) => {
  t.throws(() => formatCheckpoint({ origin: 'a\n7', size: 1, root }), malformed);
  t.throws(() => formatCheckpoint({ origin, size: 1.5, root }), malformed);
  t.throws(() => formatCheckpoint({ origin, size: 1, root }, ['a\nb']), malformed);
  t.throws(() => formatCheckpoint({ origin, size: 1, root }, ['']), malformed);
  t.throws(() => formatCheckpoint({ origin, size: 1, root: Buffer.alloc(3) }), {
    code: 'custody.hash_malformed',
  });
});

t.test('a signed checkpoint opens for its own ledger only', async (t) => {
  const signer = freshSigner();
  const note = signer.sign(formatCheckpoint({ origin, size: 5, root }));
  const known = [parseVkey(signer.vkey)];
  t.equal(openCheckpoint(note, known, origin).size, 5);
  t.throws(() => openCheckpoint(note, known, 'docket.example/ST02'), { code: 'custody.checkpoint_foreign' });
  t.throws(() => openCheckpoint(note.replace('\n5\n', '\n6\n'), known, origin), {
    code: 'custody.note_signature_wrong',
  });
});

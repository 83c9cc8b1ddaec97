import { createHash } from 'node:crypto';
import fc from 'fast-check';
import t from 'tap';
import { commitTo, newSalt, opensCommitment } from '../../src/custody/commitment.ts';

t.test('a commitment is SHA-256 over salt and value, as an outsider would compute it', async (t) => {
  const salt = Buffer.alloc(32, 7);
  const outsider = createHash('sha256').update(salt).update('张三', 'utf8').digest('hex');
  t.equal(commitTo('张三', salt), outsider);
});

t.test('a commitment opens with its own salt and value and with no other', async (t) => {
  const value = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [salt, other] = [newSalt(), newSalt()];
      const commitment = commitTo(a, salt);
      return (
        opensCommitment(commitment, salt, a) &&
        !opensCommitment(commitment, other, a) &&
        opensCommitment(commitment, salt, b) === (a === b)
      );
    }),
  );
  t.notOk(opensCommitment(commitTo('', newSalt()), Buffer.alloc(0), ''), 'a missing salt opens nothing');
  t.notOk(opensCommitment(commitTo('', newSalt()), newSalt(), '\ud800'), 'a broken text opens nothing');
});

t.test('no two values share a salt, and a salt handed out stays as it was', async (t) => {
  const salts = Array.from({ length: 1000 }, newSalt);
  const first = salts.map((salt) => Buffer.from(salt).toString('hex'));
  t.equal(new Set(first).size, 1000);
  for (let i = 0; i < 1000; i++) newSalt();
  t.same(
    salts.map((salt) => Buffer.from(salt).toString('hex')),
    first,
  );
  t.ok(salts.every((salt) => salt.length === 32 && salt.some((byte) => byte !== 0)));
});

t.test('a short salt and a broken text are refused', async (t) => {
  t.throws(() => commitTo('x', Buffer.alloc(31)), { code: 'custody.salt_malformed' });
  t.throws(() => commitTo('\ud800', newSalt()), { code: 'custody.text_not_unicode' });
});

import t from 'tap';
import { Hashing, strength } from '../../../src/access/signing/hashing.ts';

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };

t.test('a hash of the reference implementation is known', async (t) => {
  // phc-winner-argon2, src/test.c: argon2id, version 0x13.
  const kept = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  const hashing = new Hashing(cheap);
  t.equal(await hashing.matches(kept, 'password'), true);
  t.equal(await hashing.matches(kept, 'passwore'), false);
});

t.test('what is hashed is matched by itself alone, and never twice by the same text', async (t) => {
  const hashing = new Hashing(cheap);
  const kept = await hashing.hash('密码 Ａ');
  t.match(kept, /^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  t.equal(await hashing.matches(kept, '密码 Ａ'), true);
  t.equal(await hashing.matches(kept, '密码 A'), true, 'full width is the same letter');
  for (const wrong of ['', '密码 B', '密码 A ']) t.equal(await hashing.matches(kept, wrong), false, wrong);
  t.not(await hashing.hash('密码 Ａ'), kept, 'salted');
  t.equal(await hashing.matches(null, '密码 Ａ'), false, 'an account that is not there');
  t.equal(await hashing.matches('$2b$10$abc', 'x'), false, 'a hash that is none');
});

t.test('the work is what OWASP asks for at least, and a weaker hash is known as one', async (t) => {
  t.ok(strength.memoryKib >= 19 * 1_024 && strength.passes >= 2 && strength.lanes === 1);
  const kept = await new Hashing(cheap).hash('x');
  t.equal(new Hashing(cheap).isWeaker(kept), false);
  t.equal(new Hashing({ ...cheap, passes: 2 }).isWeaker(kept), true);
  t.equal(new Hashing({ ...cheap, memoryKib: 128 }).isWeaker(kept), true);
});

t.test('a crowd is turned away rather than let fill the memory', async (t) => {
  const hashing = new Hashing(cheap);
  const crowd = await Promise.allSettled(Array.from({ length: 200 }, () => hashing.hash('x')));
  const away = crowd.filter((one) => one.status === 'rejected');
  t.ok(away.length > 0 && away.length < 200, `${away.length} of 200`);
  for (const one of away) t.match(one.reason, { code: 'access.busy' });
  t.match(await hashing.hash('x'), /^\$argon2id/, 'and those after it are served');
});

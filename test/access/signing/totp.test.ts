import fc from 'fast-check';
import t from 'tap';
import {
  fromBase32,
  hotp,
  newTotpSecret,
  stepAt,
  stepOfCode,
  toBase32,
  totpUri,
} from '../../../src/access/signing/totp.ts';

const seed = Buffer.from('12345678901234567890');

t.test('codes are those of RFC 4226, appendix D', async (t) => {
  const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');
  for (const [counter, code] of codes.entries()) t.equal(hotp(seed, counter), code, String(counter));
});

t.test('codes are those of RFC 6238, appendix B', async (t) => {
  for (const [seconds, code] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ] as const) {
    const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
    t.equal(hotp(seed, stepAt(at), 8), code, String(seconds));
  }
});

t.test('secrets are written as RFC 4648 has them', async (t) => {
  for (const [plain, written] of [
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foobar', 'MZXW6YTBOI'],
  ] as const)
    t.equal(toBase32(Buffer.from(plain)), written);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) =>
      Buffer.from(fromBase32(toBase32(bytes))).equals(Buffer.from(bytes)),
    ),
  );
  t.match(newTotpSecret(), /^[A-Z2-7]{32}$/, '160 bits');
});

t.test('a code counts in its step and the ones beside it, once, and nothing else does', async (t) => {
  const secret = toBase32(seed);
  const now = Temporal.Instant.from('2026-09-02T10:00:10Z');
  const here = stepAt(now);
  for (const off of [-1, 0, 1]) t.equal(stepOfCode(secret, hotp(seed, here + off), now, -1), here + off);
  for (const off of [-2, 2]) t.equal(stepOfCode(secret, hotp(seed, here + off), now, -1), null, String(off));
  t.equal(stepOfCode(secret, hotp(seed, here), now, here), null, 'it was used');
  t.equal(stepOfCode(secret, hotp(seed, here - 1), now, here), null, 'a later one was used');
  for (const wrong of ['', '12345', '1234567', 'abcdef', hotp(seed, here, 8)])
    t.equal(stepOfCode(secret, wrong, now, -1), null, wrong);
});

t.test('an authenticator reads whose code it is', async (t) => {
  const uri = new URL(totpUri('MZXW6YTBOI', 'ST01', '张三'));
  t.equal(uri.protocol, 'otpauth:');
  t.equal(decodeURIComponent(uri.pathname).split(':').at(-1), '张三');
  t.equal(uri.searchParams.get('secret'), 'MZXW6YTBOI');
  t.equal(uri.searchParams.get('issuer'), 'Docket ST01');
});

import fc from 'fast-check';
import t from 'tap';
import { logNameParts, logPrefixParts, requireDigest } from '../../src/vault/names.ts';

function isRefused(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

t.test('no log name that is taken leads out of the log, whatever it is made of', async (t) => {
  const part = fc.oneof(fc.constantFrom('..', '.', '', '...', 'a', 'x.y', '-', '~'), fc.string());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const name = parts.join('/');
      const url = `file:///log/${name}`;
      return isRefused(() => logNameParts(name)) || new URL(url).pathname === `/log/${name}`;
    }),
  );
  t.same(logNameParts('tile/0/x001.p-1_'), ['tile', '0', 'x001.p-1_']);
});

t.test('a prefix says in which folder to look', async (t) => {
  t.same(logPrefixParts(''), []);
  t.same(logPrefixParts('ti'), []);
  t.same(logPrefixParts('tile/0/'), ['tile', '0']);
  t.same(logPrefixParts('tile/0/x0'), ['tile', '0']);
});

t.test('a digest is 64 lower-case hex digits and nothing else', async (t) => {
  t.doesNotThrow(() => requireDigest('SHA-256', 'a0'.repeat(32)));
  for (const bad of ['', 'A0'.repeat(32), 'a0'.repeat(31), `${'a0'.repeat(32)}\n`, `../${'a'.repeat(61)}`]) {
    t.throws(() => requireDigest('SHA-256', bad), { code: 'vault.facts_malformed' }, JSON.stringify(bad));
  }
});

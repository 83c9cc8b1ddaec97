import fc from 'fast-check';
import t from 'tap';
import { commonPasswords, weaknessOf } from '../../../src/access/signing/password-rule.ts';

const listed = await commonPasswords();
const words = ['zhangsan', '张三', '222222', 'ST01', 'docket', '采集站'];
const of = (password: string) => weaknessOf(password, 12, words, listed);

t.test('length counts, in characters and not in bytes', async (t) => {
  t.equal(of('7#x-Kp2!vQ9'), 'short');
  t.equal(of('一二三四五六七八九十百'), 'short');
  t.equal(of('山水之间有清风明月相伴'), 'short');
  t.equal(of('山水之间有清风明月常相伴'), null);
  t.equal(of('x7'.padEnd(129, 'kPq9-')), 'long');
});

t.test('a common password is none, whatever is hung on it', async (t) => {
  t.ok(listed.size > 40_000, `${listed.size} are known`);
  for (const password of [
    'password1234',
    'Password2026!',
    '!!!Dragon847193!',
    'qwertyuiop123',
    '1qaz2wsx3edc',
  ])
    t.equal(of(password), 'listed', password);
});

t.test('what repeats is not long', async (t) => {
  for (const password of [
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'x7x7x7x7x7x7',
    '张三张三张三张三张三张三',
    'abababababab',
  ])
    t.equal(of(password), 'repeats', password);
});

t.test('names of the account and the station give nothing', async (t) => {
  for (const password of ['zhangsan-2026!', 'Docket-2026-7', '采集站的Docket密码对', 'ST01!222222-a'])
    t.equal(of(password), 'own_word', password);
  t.equal(of('zhangsan rides a blue tram'), null, 'enough is left beside it');
});

t.test('no rule asks for signs: twenty random letters pass', async () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'abcdefghijkmnopqrstuvwxyz'),
    minLength: 20,
    maxLength: 60,
  });
  fc.assert(
    fc.property(letters, (password) => {
      fc.pre(new Set(password).size >= 8 && !words.some((word) => password.includes(word.toLowerCase())));
      return of(password) === null;
    }),
  );
});

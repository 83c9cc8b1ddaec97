import fc from 'fast-check';
import t from 'tap';
import { isNumber, numbersIn, numberText, numberWord } from '../../../src/station/catalogue/entry-numbers.ts';

t.test('a number is found as it stands, and by what of it stands between marks', async (t) => {
  const found = numbersIn('|os:clerk|cases/样例罚〔2026〕000017号|见 st01-d000017，共 3 段|');
  for (const number of ['样例罚〔2026〕000017号', '000017号', 'st01-d000017', 'd000017', '000017'])
    t.ok(found.includes(number), number);
  t.notOk(found.includes('os:clerk'), 'a word without a digit is none');
});

t.test('moments, names that the machine gave, and digests are none', async (t) => {
  const digest = 'ab'.repeat(32);
  t.same(numbersIn(`2026-04-01t04:00:00.000z|979b7c36-0000-4000-8000-000000500001|${digest}`), []);
});

t.test('whatever can be asked for as a number is found by the word under which it was indexed', async (t) => {
  const part = fc.stringMatching(/^[a-z]{0,3}\d{5,9}$/);
  fc.assert(
    fc.property(part, fc.constantFrom('', 'st01-', '样例罚〔2026〕'), (number, before) => {
      const asked = `${before}${number}`;
      const held = numberText(`|张三|${asked}|备注 ${asked}|`).split(' ');
      return isNumber(asked) && held.includes(numberWord(asked)) && held.includes(numberWord(number));
    }),
  );
  t.notOk(isNumber('剪映'));
  t.notOk(isNumber('0017'), 'too short: found by its signs');
});

import fc from 'fast-check';
import t from 'tap';
import { fill, printable } from '../../src/texts/text.ts';

const text = { en: 'Card {port}: {name} is {bytes} bytes', zh: '仓位 {port}：{name} 有 {bytes} 字节' };

t.test('parameters are put into either language', async (t) => {
  const params = { port: '03', name: 'a.mp4', bytes: 7 };
  t.equal(fill(text, 'en', params), 'Card 03: a.mp4 is 7 bytes');
  t.equal(fill(text, 'zh', params), '仓位 03：a.mp4 有 7 字节');
});

t.test('a parameter that is missing leaves its hole to be seen', async (t) => {
  t.equal(fill(text, 'en', { port: '03' }), 'Card 03: {name} is {bytes} bytes');
});

t.test('a parameter is not searched for parameters, and `$` in it means nothing', async (t) => {
  t.equal(fill({ en: '{a}|{b}', zh: '' }, 'en', { a: '{b}', b: '$&$1' }), '{b}|$&$1');
});

t.test('a file name cannot steer the terminal or turn the text around', async (t) => {
  t.equal(printable('\u001b[2J\u0007a\r\n'), '\\u{1b}[2J\\u{7}a\\u{d}\\u{a}');
  t.equal(printable('gpj.\u202eexe'), 'gpj.\\u{202e}exe');
  t.equal(printable('a\u2066b\u2069\u200fc\u200b\ufeff'), 'a\\u{2066}b\\u{2069}\\u{200f}c\\u{200b}\\u{feff}');
  t.equal(printable('\ud800'), '\\u{d800}');
  t.equal(printable('\u0085\u009b'), '\\u{85}\\u{9b}');
});

t.test('names in any script are left as they are', async (t) => {
  for (const name of ['执法记录仪 01', 'Ünïcödé', 'ビデオ', 'فيديو', '🎥', 'a b.mp4'])
    t.equal(printable(name), name);
});

t.test('whatever a card holds, nothing that steers a terminal comes through', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const shown = printable(name);
      return !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(shown) && shown.isWellFormed();
    }),
  );
  t.pass();
});

import fc from 'fast-check';
import t from 'tap';
import { canonical, canonicalText, parseCanonical } from '../../src/custody/canonical.ts';

const code = (value: string) => ({ code: value });

t.test('one value has one spelling, whatever order its keys were set in', async (t) => {
  t.equal(canonicalText({ b: 1, a: [true, null, 'x'] }), '{"a":[true,null,"x"],"b":1}');
  t.equal(canonicalText({ a: [true, null, 'x'], b: 1 }), canonicalText({ b: 1, a: [true, null, 'x'] }));
  t.equal(canonicalText({}), '{}');
  t.equal(canonicalText([]), '[]');
});

t.test('the examples of RFC 8785 that hold no fractions come out as printed there', async (t) => {
  // Section 3.2.2 and 3.2.3.
  t.equal(
    canonicalText({ string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }),
    '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  t.same(Object.keys(JSON.parse(canonicalText(Object.fromEntries(keys.map((k) => [k, 0]))))).length, 7);
  t.equal(
    canonicalText(Object.fromEntries(keys.map((key, i) => [key, i]))),
    '{"\\r":1,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":0,"\ud83d\ude00":4,"\ufb33":2}',
  );
});

t.test('keys sort by UTF-16 code unit, also those that look like numbers', async (t) => {
  t.equal(canonicalText({ 10: 1, 9: 2, a: 3 }), '{"10":1,"9":2,"a":3}');
});

t.test('numbers that some program would read differently are refused', async (t) => {
  for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])
    t.throws(() => canonical({ n: bad }), code('custody.number_not_exact'), String(bad));
  t.equal(
    canonicalText([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -0]),
    `[${2 ** 53 - 1},-${2 ** 53 - 1},0]`,
  );
});

t.test('half a surrogate pair is refused in values and in keys, and the place is named', async (t) => {
  t.throws(() => canonical({ a: [{ b: '\ud800' }] }), {
    code: 'custody.text_not_unicode',
    params: { place: '/a/0/b' },
  });
  t.throws(() => canonical({ '\udc00x': 1 }), code('custody.text_not_unicode'));
});

t.test('what JSON.stringify would drop or reshape is refused', async (t) => {
  const bad = [undefined, () => 1, Symbol('x'), 1n, new Date(0), new Map(), new Uint8Array(1)];
  for (const value of bad)
    t.throws(
      () => canonical({ value }),
      code('custody.value_not_json'),
      Object.prototype.toString.call(value),
    );
  t.throws(() => canonical(new Array(2)), code('custody.value_not_json'), 'a hole in a list');
});

t.test('a cyclic value ends in an error that says so', async (t) => {
  const cycle: Record<string, unknown> = {};
  cycle['again'] = cycle;
  t.throws(() => canonical(cycle), code('custody.nested_too_deep'));
});

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

t.test('every value is read back as it was, from bytes that JSON.parse reads too', async (t) => {
  fc.assert(
    fc.property(json, (value) => {
      const bytes = canonical(value);
      const back = parseCanonical(bytes);
      return (
        canonical(back).equals(bytes) &&
        canonicalText(JSON.parse(bytes.toString('utf8'))) === bytes.toString('utf8')
      );
    }),
  );
  t.pass('held for every case tried');
});

t.test('any other spelling of the same value is refused', async (t) => {
  const spellings = [
    '{"a": 1}',
    '{"b":1,"a":1}',
    '{"a":1,"a":1}',
    '"\\u0041"',
    '"\\/"',
    '1.0',
    '-0',
    '1e2',
    '[1]\n',
  ];
  for (const text of [...spellings, '{', '', '\ufeff1'])
    t.throws(() => parseCanonical(Buffer.from(text)), code('custody.not_canonical'), text);
  t.throws(() => parseCanonical(Buffer.of(0x22, 0xff, 0x22)), code('custody.not_canonical'), 'no UTF-8');
});

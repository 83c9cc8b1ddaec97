import fc from 'fast-check';
import t from 'tap';
import { type Claim, type ClaimSource, identityOf } from '../../src/dock/identity.ts';

const claim = (source: ClaimSource, value: string): Claim => ({ source, value });
const marker = (value: string) => claim('marker', value);
const log = (value: string) => claim('log', value);
const name = (value: string) => claim('file_names', value);
const serial = (value: string) => claim('usb_serial', value);

t.test('the first source that says a number names the recorder', async (t) => {
  const table: [Claim[], string][] = [
    [[marker('2222222')], '2222222'],
    [[name('2222222'), marker('2222222'), serial('S1')], '2222222'],
    [[name('3333333'), serial('S1')], '3333333'],
    [[serial('S1')], 'S1'],
    [[], 'folder:/card'],
  ];
  for (const [claims, recorder] of table) {
    const found = identityOf(claims, '/card');
    t.match(found, { recorder, conflict: false, assigned: claims.length > 0 }, recorder);
  }
});

t.test('sources that disagree assign nothing and raise an alarm', async (t) => {
  const disagreeing = [
    [marker('2222222'), name('3333333')],
    [marker('2222222'), marker('3333333')],
    [marker('2222222'), log('3333333')],
    [name('2222222'), name('3333333')],
    [name('2222222'), name('3333333'), serial('S1')],
    [marker('2222222'), name('2222222'), name('3333333')],
  ];
  for (const claims of disagreeing) {
    t.match(identityOf(claims, '/card'), {
      recorder: 'folder:/card',
      assigned: false,
      conflict: true,
      claims,
    });
  }
});

const person = (value: string) => claim('person', value);

t.test('a person’s word assigns what says nothing, and beats no mark', async (t) => {
  const table: [Claim[], string][] = [
    [[person('2222222')], '2222222'],
    [[person('2222222'), marker('2222222'), name('2222222')], '2222222'],
    [[person('2222222'), serial('S1')], '2222222'],
    [[person('2222222'), log('2222222'), name('1111111')], '2222222'],
  ];
  for (const [claims, recorder] of table)
    t.match(identityOf(claims, '/card'), { recorder, assigned: true, conflict: false });
  for (const mark of [marker('3333333'), log('3333333'), name('3333333')])
    t.match(identityOf([person('2222222'), mark], '/card'), {
      ...{ recorder: 'folder:/card', assigned: false, conflict: true },
      claims: [person('2222222'), mark],
    });
});

t.test('a log line wins over the numbers that old file names keep', async (t) => {
  const found = identityOf([name('1111111'), name('3333333'), log('2222222')], '/card');
  t.match(found, { recorder: '2222222', assigned: true, conflict: false });
});

t.test('zeros in any source are no claim', async (t) => {
  const found = identityOf([marker('000'), log('0000000'), name('0000000'), serial('0')], '/card');
  t.strictSame(found, { recorder: 'folder:/card', assigned: false, conflict: false, claims: [] });
  t.match(identityOf([log('0000000'), name('2222222')], '/card'), { recorder: '2222222', assigned: true });
});

t.test('a card cannot pose as an unassigned folder or send control characters', async (t) => {
  for (const value of ['folder:/other', 'FOLDER:x', 'a\u001b[31m', '\u202e1', 'x'.repeat(65), '']) {
    t.match(identityOf([marker(value)], '/card'), { recorder: 'folder:/card', assigned: false });
  }
});

t.test('20,000 invented numbers do not swell the ledger entry', async (t) => {
  const claims = Array.from({ length: 20_000 }, (_, at) => name(String(1_000_000 + at)));
  const found = identityOf(claims, '/card');
  t.match(found, { assigned: false, conflict: true });
  t.equal(found.claims.length, 16);
});

t.test('the order in which claims come changes nothing', async (t) => {
  const any = fc.record({
    source: fc.constantFrom<ClaimSource>('person', 'marker', 'log', 'file_names', 'usb_serial'),
    value: fc.constantFrom('0000000', '2222222', '3333333', 'S1'),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (claims) => {
      const one = identityOf(claims, '/card');
      const other = identityOf(claims.toReversed(), '/card');
      return (
        one.recorder === other.recorder && one.conflict === other.conflict && !(one.conflict && one.assigned)
      );
    }),
  );
  t.pass('held');
});

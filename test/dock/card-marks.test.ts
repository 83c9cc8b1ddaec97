import fc from 'fast-check';
import t from 'tap';
import { cardMarks, noMarks } from '../../src/dock/card-marks.ts';
import type { MarkerReading } from '../../src/dock/markers.ts';
import { profileOf } from './card-fixtures.ts';

const profile = profileOf('marker-station-bind-ini');

function bind(text: string, note: MarkerReading['note'] = null, path = 'station_bind.ini'): MarkerReading {
  return { path: Buffer.from(path), text, note };
}

const ini = (...lines: readonly string[]): MarkerReading => bind(['[binding]', ...lines].join('\r\n'));

t.test('the marker file says who carries the recorder and of which unit', async (t) => {
  const found = cardMarks(profile, [
    ini(
      ...['recorder_serial=2222222', 'USER_NO = 222222 ', 'user_name=张三'],
      ...['dept_code=330802000000', 'dept_name=执法一队', 'bound_at=2026-09-01'],
    ),
  ]);
  t.strictSame(found, {
    officers: ['222222'],
    units: ['330802000000'],
    officerNames: ['张三'],
    unitNames: ['执法一队'],
  });
});

t.test('zeros, sentences and what steers a terminal are nobody’s number or name', async (t) => {
  const lines = [
    ...['user_no=000000', 'user_no=张三', 'user_no=', `user_no=${'1'.repeat(33)}`, 'user_no=../../x'],
    ...['user_name=0', 'user_name=\u001b[2J', 'user_name=\u202e三张', `user_name=${'张'.repeat(65)}`],
    ...['dept_code=0000', 'dept_name= '],
  ];
  t.strictSame(cardMarks(profile, [ini(...lines)]), noMarks);
});

t.test('several values are all kept, and a flood of them says nothing', async (t) => {
  t.strictSame(cardMarks(profile, [ini('user_no=2', 'user_no=1', 'user_no=2')]).officers, ['1', '2']);
  const flood = Array.from({ length: 200 }, (_, i) => `user_no=${i + 1}`);
  t.strictSame(cardMarks(profile, [ini(...flood)]).officers, []);
});

t.test('only the section, the file and the profile that say so count', async (t) => {
  for (const reading of [
    bind('[other]\nuser_no=222222'),
    bind('user_no=222222'),
    bind('[binding]\nuser_no=222222', 'too_long'),
    bind('[binding]\nuser_no=222222', null, 'DCIM/station_bind.ini'),
    { path: Buffer.from('station_bind.ini'), text: null, note: 'unreadable' } as const,
  ])
    t.strictSame(cardMarks(profile, [reading]), noMarks);
  t.strictSame(cardMarks(profileOf('generic-dcim'), [ini('user_no=222222')]), noMarks);
});

t.test('whatever a card holds, no name gets among the numbers', async (t) => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  const holds = fc.property(fc.array(text, { maxLength: 6 }), (values) => {
    const lines = values.flatMap((value) => [`user_no=${value}`, `dept_code=${value}`, `user_name=${value}`]);
    const { officers, units, officerNames } = cardMarks(profile, [ini(...lines)]);
    return (
      [...officers, ...units].every((one) => /^[0-9A-Za-z._-]{1,32}$/.test(one) && !/^0+$/.test(one)) &&
      officerNames.every((one) => !/\p{Cc}/u.test(one))
    );
  });
  t.doesNotThrow(() => fc.assert(holds));
});

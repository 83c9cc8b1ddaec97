import t from 'tap';
import { dayBegins, localWords, momentWords } from '../../src/console/words/moments.ts';

t.test('moments are told in the station’s zone, as they are written in the reader’s language', async (t) => {
  const at = '2026-11-28T06:05:09.25Z';
  t.equal(momentWords(at, 'Asia/Shanghai', 'zh', 'minute'), '2026年11月28日 14:05');
  t.equal(momentWords(at, 'Asia/Shanghai', 'zh', 'second'), '2026年11月28日 14:05:09');
  t.equal(momentWords(at, 'Asia/Shanghai', 'en', 'minute'), '28 Nov 2026 14:05');
  t.equal(momentWords('2026-11-28T16:00:00Z', 'Asia/Shanghai', 'zh', 'day'), '2026年11月29日');
  t.equal(momentWords('2026-11-28T16:00:00Z', 'Asia/Shanghai', 'zh', 'minute'), '2026年11月29日 00:00');
  t.equal(localWords('2026-11-28T14:05:09', 'zh'), '2026年11月28日 14:05');
  t.equal(momentWords('no moment', 'Asia/Shanghai', 'zh', 'minute'), 'no moment');
});

t.test('a day begins and ends at the station’s midnight, also where clocks are changed', async (t) => {
  for (const zone of ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'UTC'])
    for (const day of ['2026-11-28', '2026-03-29', '2026-10-25', '2026-12-31']) {
      const expected = Temporal.PlainDate.from(day);
      const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant().epochMilliseconds;
      t.equal(Date.parse(dayBegins(day, zone)), midnight(expected), `${day} ${zone}`);
      t.equal(Date.parse(dayBegins(day, zone, 1)), midnight(expected.add({ days: 1 })), `${day} + 1 ${zone}`);
    }
});

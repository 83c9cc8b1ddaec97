import fc from 'fast-check';
import t from 'tap';
import { isBackupDue, lastDue } from '../../../src/station/backup/schedule.ts';

const zone = 'Asia/Shanghai';
const on = (text: string): Temporal.Instant => Temporal.Instant.from(text);

t.test('the newest due moment is the newest time of day that has come', async (t) => {
  t.equal(lastDue(on('2026-11-22T02:30:00+08:00'), '02:30', zone).toString(), '2026-11-21T18:30:00Z');
  t.equal(lastDue(on('2026-11-22T02:29:59+08:00'), '02:30', zone).toString(), '2026-11-20T18:30:00Z');
  t.equal(lastDue(on('2026-11-22T23:00:00+08:00'), '02:30', zone).toString(), '2026-11-21T18:30:00Z');
});

t.test('the first backup is due at once, and one that was missed while the station was down', async (t) => {
  const now = on('2026-11-22T09:00:00+08:00');
  t.equal(isBackupDue(null, now, '02:30', zone), true);
  t.equal(isBackupDue(on('2026-11-22T02:30:10+08:00'), now, '02:30', zone), false);
  t.equal(isBackupDue(on('2026-11-21T02:30:10+08:00'), now, '02:30', zone), true);
  t.equal(
    isBackupDue(on('2026-11-21T23:00:00+08:00'), now, '02:30', zone),
    true,
    'one by hand, the evening before',
  );
});

t.test('one a day, also in zones that set their clocks', async (t) => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia');
  const instant = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 });
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  fc.assert(
    fc.property(zones, instant, time, (zone, seconds, [hour, minute]) => {
      const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
      const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const due = lastDue(now, at, zone);
      const hours = now.since(due).total('hours');
      t.ok(hours >= 0 && hours <= 25, `${hours} h`);
      t.equal(isBackupDue(due, now, at, zone), false, 'made at that moment, none is due');
      t.equal(isBackupDue(due.subtract({ seconds: 1 }), now, at, zone), true);
    }),
    { numRuns: 200 },
  );
});

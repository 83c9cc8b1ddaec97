import t from 'tap';
import { Alarms } from '../../src/custody/alarms.ts';
import { RegisterBook } from '../../src/tagging/registers/book.ts';
import { enterRow } from '../../src/tagging/registers/enter.ts';
import { DeskStation } from './desk-station.ts';

const clerk = { kind: 'person', id: 'os:clerk' } as const;

async function enter(station: DeskStation, values: Readonly<Record<string, string>>): Promise<void> {
  const { ledger, lone } = station;
  const room = { ledger, book: new RegisterBook(lone.db), zone: 'Asia/Shanghai' };
  await enterRow(room, 'cases', { title: '某案', ...values }, clerk);
}

t.test('a case file that is nearly due is told once, whatever happens to the alarm', async (t) => {
  const station = new DeskStation(t);
  await enter(station, { number: '2026-1', closed: '2026-03-02' });
  await enter(station, { number: '2026-2', closed: '2026-03-02', archived: '2026-03-20' });
  await enter(station, { number: '2026-3' });
  // 30 working days, Qingming on 6 April: the last of them is 14 April, the fifth from the end 8 April.
  station.now('2026-04-07 23:59');
  await station.desk.settle();
  t.strictSame(station.openAlarms(), []);
  station.now('2026-04-08 00:00');
  await station.desk.settle();
  t.match(station.openAlarms(), [/^case_file_due:2026-1:QZ-21-2:2026-04-14T16:00:00Z$/]);
  const { db } = station.lone;
  const words = db.prepare<[], string>('SELECT params FROM view_alarm').pluck().get() ?? '';
  t.match(JSON.parse(words), { case: '2026-1', clause: 'QZ-21-2', due: '2026-04-14' });

  await new Alarms(station.ledger, db, 'ST01').acknowledge(db, 'ST01-A000001', clerk, null);
  station.open();
  for (const now of ['2026-04-09 09:00', '2026-04-20 09:00']) {
    station.now(now);
    await station.desk.settle();
  }
  t.equal(
    station.entries('alarm.raised').length,
    1,
    'seen by somebody it is not raised again, nor after a restart',
  );
});

t.test('a case that is entered late, or closed on another day than was said, is told at once', async (t) => {
  const station = new DeskStation(t);
  station.now('2026-05-01 09:00');
  await station.desk.settle();
  await enter(station, { number: '2026-0', closed: '2025-03-03' });
  await station.desk.settle();
  t.strictSame(station.openAlarms(), [], 'a year ago: history that was entered, and no news');
  await enter(station, { number: '2026-1', closed: '2026-03-02' });
  await station.desk.settle();
  t.match(station.openAlarms(), [/:2026-1:QZ-21-2:2026-04-14T/]);
  await enter(station, { number: '2026-1', closed: '2026-03-03' });
  await station.desk.settle();
  t.match(station.openAlarms(), [/:2026-04-15T/], 'another limit in place of the first');
  t.equal(station.openAlarms().length, 1);
  await enter(station, { number: '2026-1', closed: '2026-04-29', archived: '2026-04-30' });
  await enter(station, { number: '2026-2', decided: '2026-01-05' });
  await station.desk.settle();
  t.strictSame(station.openAlarms(), [], 'archived: closed by itself; to be published: no file that is due');
});

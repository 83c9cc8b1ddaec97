import t, { type Test } from 'tap';
import { clerk, MissingStation } from './missing-station.ts';

async function withCase(t: Test, more = {}): Promise<MissingStation> {
  const station = new MissingStation(t);
  await station.enter('matters', { code: 'M1', matter: '查封、扣押', whole: '是' });
  station.now('2026-03-02 09:00');
  await station.enter('cases', { number: 'C1', title: '某案', matter: 'M1', ...more });
  return station;
}

async function recorded(station: MissingStation, local = '2026-03-03'): Promise<string> {
  return await station.secure({
    ...{ start: `${local} 10:00`, ended: `${local} 10:20` },
    ...{ docked: `${local} 12:00`, secured: `${local} 12:01` },
  });
}

t.test(
  'a case with a matter that must be recorded and no recording is missed until one is filed',
  async (t) => {
    const station = await withCase(t);
    const key = 'case_without_recording:C1';
    t.strictSame(await station.lookAt('2026-03-09 09:00'), []);
    t.strictSame(await station.lookAt('2026-03-09 09:01'), [key]);
    t.match(station.said(), [/Case C1 .*查封、扣押.*7 days after 2026-03-02 09:00/]);
    const evidence = await recorded(station, '2026-03-10');
    await station.file(evidence, 'C1');
    t.strictSame(await station.lookAt('2026-03-10 13:00'), []);
    await station.file(evidence, null);
    t.strictSame(await station.lookAt('2026-03-10 14:00'), [key], 'taken back, it is another alarm');
    t.strictSame(station.ends('case_without_recording'), ['cause_gone', null]);
  },
);

t.test('its first moment counts, and one without such a matter is not asked', async (t) => {
  const inspected = await withCase(t, { inspected: '2026-02-20 10:00' });
  t.strictSame(await inspected.lookAt('2026-03-02 10:00'), ['case_without_recording:C1']);
  const station = new MissingStation(t);
  await station.enter('cases', { number: 'C2', title: '另案' });
  t.strictSame(await station.lookAt('2026-06-01 10:00'), []);
});

t.test('a moment of which only the day is known counts from its beginning', async (t) => {
  const station = await withCase(t, { inspected: '2026-02-20', decided: '2026-02-21 09:00' });
  t.strictSame(await station.lookAt('2026-02-27 00:00'), []);
  t.strictSame(await station.lookAt('2026-02-27 00:01'), ['case_without_recording:C1']);
  t.match(station.said(), [/7 days after 2026-02-20\b/]);
});

t.test('a recording that a person files elsewhere is none of the case that the roster names', async (t) => {
  const station = await withCase(t);
  await station.enter('cases', { number: 'C2', title: '另案' });
  await station.enter('officers', { number: '222222', name: '张三' });
  await station.enter('rosters', {
    ...{ officer: '222222', from: '2026-03-03 08:00', to: '2026-03-03 18:00', case: 'C1' },
  });
  const evidence = await recorded(station);
  t.strictSame(await station.lookAt('2026-03-10 12:00'), []);
  await station.file(evidence, 'C2');
  t.strictSame(await station.lookAt('2026-03-10 13:00'), ['case_without_recording:C1']);
});

t.test('a recorder in use that is not docked for long is missed, each absence once', async (t) => {
  const station = new MissingStation(t);
  station.now('2026-03-01 09:00');
  await station.enter('recorders', { number: 'R 1', state: '在用' });
  await station.enter('recorders', { number: 'R2', state: '维修' });
  await station.enter('recorders', { number: 'R3', kind: '视频监控导出' });
  await station.enter('recorders', { number: 'R4', issued: '2026-03-05' });
  t.strictSame(await station.lookAt('2026-03-15 09:00'), []);
  const never = 'recorder_unseen:R 1 2026-03-01T01:00:00Z';
  t.strictSame(await station.lookAt('2026-03-15 09:01'), [never]);
  await station.dock('R4', '2026-03-15 10:00');
  await station.dock('R 1', '2026-03-15 10:00');
  t.strictSame(await station.lookAt('2026-03-15 10:01'), []);
  t.equal((await station.lookAt('2026-03-29 10:01')).length, 2);
  t.match(station.said()[0], /Recorder R 1 .* 14 days; last: 2026-03-15 10:00/);
  await station.alarms.close(station.lone.db, 'ST01-A000002', clerk, '持有人出差');
  await station.enter('recorders', { number: 'R4', state: '报废' });
  t.strictSame(await station.lookAt('2026-04-20 10:00'), [], 'closed by a person, and no longer in use');
  await station.dock('R 1', '2026-04-20 11:00');
  t.match(await station.lookAt('2026-05-20 10:00'), [/^recorder_unseen:R 1 2026-04-20/], 'another absence');
});

t.test('evidence that nobody files is missed with its docking, until all of it is filed', async (t) => {
  const station = await withCase(t);
  await station.enter('cases', { number: 'C2', title: '另案' });
  const [one, two] = [await recorded(station), await recorded(station, '2026-03-04')];
  await station.file(two, 'C1');
  const key = 'evidence_without_case:ST01-D000001';
  t.strictSame(await station.lookAt('2026-03-10 12:00'), []);
  t.strictSame(await station.lookAt('2026-03-10 12:02'), [key]);
  t.match(station.said(), [/1 recording.* of docking ST01-D000001 .* after 7 days/]);
  await station.file(one, 'C1');
  await station.watch.closeGone();
  t.strictSame(station.openAlarms(), []);
  await station.file(one, null);
  await station.lookAt('2026-03-10 12:03');
  await station.alarms.close(station.lone.db, 'ST01-A000002', clerk, '日常巡查，不属于案件');
  t.strictSame(await station.lookAt('2026-04-10 12:00'), []);
});

t.test('nothing is looked for of the time before there was a station', async (t) => {
  const station = new MissingStation(t);
  station.now('2026-03-01 09:00');
  await station.ledger.append([
    {
      type: 'station.initialised',
      actor: clerk,
      subject: { kind: 'station', id: 'ST01' },
      data: { code: 'ST01', origin: 'docket/ST01-00000000', publicKey: 'x' },
      personal: {},
    },
  ]);
  await station.enter('officers', { number: '222222', name: '张三' });
  await station.enter('recorders', { number: '2222222' });
  await station.enter('matters', { code: 'M1', matter: '查封', whole: '是' });
  await station.enter('rosters', {
    ...{ officer: '222222', from: '2026-02-02 08:00', to: '2026-02-02 18:00', recorder: '2222222' },
  });
  await station.enter('cases', { number: 'C1', title: '旧案', matter: 'M1', closed: '2026-02-20 10:00' });
  t.strictSame(await station.lookAt('2026-03-10 12:00'), []);
});

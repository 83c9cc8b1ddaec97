import t, { type Test } from 'tap';
import { clerk, MissingStation } from './missing-station.ts';

const duty = { officer: '222222', from: '2026-03-02 08:00', to: '2026-03-02 18:00', recorder: '2222222' };
const key = 'duty_not_docked:222222 2026-03-02T00:00:00Z';

async function onDuty(t: Test, policy?: string, more = {}): Promise<MissingStation> {
  const station = new MissingStation(t, policy);
  await station.enter('officers', { number: '222222', name: '张三' });
  await station.enter('recorders', { number: '2222222' });
  // Seen often enough, so that nobody asks for it besides.
  await station.dock('2222222', '2026-03-01 12:00');
  await station.enter('rosters', { ...duty, ...more });
  return station;
}

t.test(
  'a recorder that is not docked by the limit is missed once, and found when it comes in late',
  async (t) => {
    const station = await onDuty(t);
    t.strictSame(await station.lookAt('2026-03-03 18:00'), [], 'the limit itself is in time');
    t.strictSame(await station.lookAt('2026-03-03 18:01'), [key]);
    t.match(station.said(), [
      /Officer 222222 .* from 2026-03-02 08:00 to 2026-03-02 18:00 with recorder 2222222.*by QZ-21-1 .* due at 2026-03-03 18:00/,
    ]);
    t.strictSame(await station.lookAt('2026-03-03 19:01'), [key]);
    await station.dock('2222222', '2026-03-04 09:00');
    t.strictSame(await station.lookAt('2026-03-04 09:01'), []);
    t.strictSame(station.ends('duty_not_docked'), ['cause_gone'], 'raised once');
  },
);

t.test('docked in time, before the end of the duty too, it is not missed', async (t) => {
  for (const docked of ['2026-03-02 17:50', '2026-03-03 17:59']) {
    const station = await onDuty(t);
    await station.dock('2222222', docked);
    t.strictSame(await station.lookAt('2026-03-05 12:00'), [], docked);
  }
  const station = await onDuty(t);
  await station.dock('2222222', '2026-03-02 07:59');
  t.strictSame(await station.lookAt('2026-03-05 12:00'), [key], 'before the duty is no docking of it');
});

t.test('the return starts the limit, and each regulation has its own', async (t) => {
  const late = await onDuty(t, 'quzhou-2022', { returned: '2026-03-02 22:00' });
  t.strictSame(await late.lookAt('2026-03-03 21:00'), []);
  t.strictSame(await late.lookAt('2026-03-03 22:01'), [key]);
  await late.enter('rosters', { ...duty, returned: '2026-03-03 23:00' });
  t.strictSame(await late.lookAt('2026-03-03 23:01'), [], 'not due yet after all');
  t.strictSame(await late.lookAt('2026-03-04 23:01'), [key], 'and raised anew when it is');
  const workingDays = await onDuty(t, 'zaozhuang-2019');
  t.strictSame(await workingDays.lookAt('2026-03-04 23:59'), []);
  t.strictSame(await workingDays.lookAt('2026-03-05 00:01'), [key]);
  const aim = await onDuty(t, 'benxi-2020');
  t.strictSame(await aim.lookAt('2026-03-05 00:01'), [], 'an aim is no limit');
});

t.test(
  'with which recorder somebody was on duty the register says, and what another one recorded counts',
  async (t) => {
    const station = new MissingStation(t);
    await station.enter('officers', { number: '222222', name: '张三' });
    const { recorder: _, ...alone } = duty;
    await station.enter('rosters', alone);
    t.strictSame(await station.lookAt('2026-03-04 12:00'), [], 'nobody knows with which');
    await station.enter('recorders', { number: '2222222', holder: '222222' });
    t.strictSame(await station.lookAt('2026-03-04 12:01'), [key]);
    const borrowed = { start: '2026-03-02 10:00', ended: '2026-03-02 10:20', recorder: '7777777' };
    await station.store(
      await station.secure({ ...borrowed, docked: '2026-03-04 13:00', secured: '2026-03-04 13:01' }),
      '2026-03-04 13:02',
    );
    t.strictSame(await station.lookAt('2026-03-04 13:03'), []);
  },
);

t.test('whoever closes it has the last word, and a duty that is taken away is not missed', async (t) => {
  const station = await onDuty(t);
  await station.lookAt('2026-03-04 12:00');
  await station.alarms.close(station.lone.db, 'ST01-A000001', clerk, '当日记录仪留在单位');
  t.strictSame(await station.lookAt('2026-03-04 13:00'), []);
  t.strictSame(await station.lookAt('2026-03-09 13:00'), []);
  await station.enter('rosters', { ...duty, from: '2026-03-06 08:00', to: '2026-03-06 18:00' });
  t.strictSame(await station.lookAt('2026-03-10 13:00'), [key.replace('03-02', '03-06')]);
  await station.remove('rosters', '222222 2026-03-06 08:00');
  await station.watch.closeGone();
  t.strictSame(station.openAlarms(), []);
});

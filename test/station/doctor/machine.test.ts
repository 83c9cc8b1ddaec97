import t from 'tap';
import { type BusFacts, busChecks } from '../../../src/station/doctor/bus.ts';
import { clockFrom, machineChecks, nodeCheck } from '../../../src/station/doctor/machine.ts';

const time = Temporal.ZonedDateTime.from('2026-09-02T18:01:18+08:00[Asia/Shanghai]');

t.test('a clock that nobody sets is a warning, one that says nothing is unknown', async (t) => {
  t.equal(clockFrom('en', 'yes\n', time).state, 'ok');
  t.match(clockFrom('en', 'no\n', time), { state: 'warning', next: /timedatectl/ });
  t.match(clockFrom('zh', null, time), { state: 'unknown', says: '2026-09-02T18:01:18+08:00' });
});

t.test('an old Node fails, a newer one does not', async (t) => {
  t.equal(nodeCheck('en', '24.1.0').state, 'failed');
  t.equal(nodeCheck('en', '26.10.0').state, 'ok');
  t.equal(nodeCheck('en', '30.0.0').state, 'ok');
});

t.test('a machine without ffmpeg or ExifTool is told what stays undone, and what to install', async (t) => {
  const path = process.env['PATH'];
  t.teardown(() => {
    process.env['PATH'] = path;
  });
  process.env['PATH'] = t.testdir({});
  const of = async (name: string) => (await machineChecks('en')).find(({ check }) => check === name);
  t.match(await of('ffprobe'), { state: 'warning', next: 'apt-get install ffmpeg' });
  t.match(await of('exiftool'), {
    state: 'warning',
    says: /positions inside recordings/,
    next: 'apt-get install libimage-exiftool-perl',
  });
});

const dock = (mode: 'observe' | 'manage' | 'off') => ({ mode, mountFolder: '/run/docket' });
const states = (mode: 'observe' | 'manage' | 'off', facts: Partial<BusFacts>): readonly string[] =>
  busChecks('en', dock(mode), { bus: true, udev: true, root: true, ...facts }).map(
    ({ check, state }) => `${check} ${state}`,
  );

t.test('a machine without a USB bus is told once and works all the same', async (t) => {
  t.same(states('manage', { bus: false }), ['usb warning']);
  t.same(states('off', {}), ['usb ok']);
});

t.test('who is to mount must have the right to; without udev the scan carries on', async (t) => {
  t.same(states('observe', { root: false }), ['usb ok', 'udev ok']);
  t.same(states('observe', { udev: false }), ['usb ok', 'udev warning']);
  t.same(states('manage', {}), ['usb ok', 'udev ok', 'mount ok']);
  t.same(states('manage', { root: false }), ['usb ok', 'udev ok', 'mount failed']);
});

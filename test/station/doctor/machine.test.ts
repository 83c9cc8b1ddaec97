import { join } from 'node:path';
import t from 'tap';
import { clockFrom, nodeCheck, usbCheck } from '../../../src/station/doctor/machine.ts';

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

t.test('a machine without a USB bus is told once and works all the same', async (t) => {
  const folder = t.testdir({ usb: {} });
  t.equal((await usbCheck('en', join(folder, 'usb'))).state, 'ok');
  t.equal((await usbCheck('en', join(folder, 'none'))).state, 'warning');
});

import t from 'tap';
import { deviceKind, slowLink } from '../../../src/dock/usb/device-kind.ts';
import { profileOf } from '../card-fixtures.ts';
import { device } from './played-machine.ts';

t.test('what a device is to a dock', async (t) => {
  const known = profileOf('generic-dcim');
  const vendorStart = {
    ...known,
    know: { ...known.know, usb: [{ vid: '22b8', pid: '4a02', shows: 'vendor_start' as const }] },
  };
  const kind = (id: string, classes: readonly string[]): string =>
    deviceKind(device('2-1', { id, classes, disks: [] }), [vendorStart]);
  t.equal(kind('1234:5678', ['08']), 'storage');
  t.equal(kind('1234:5678', ['09']), 'hub');
  t.equal(kind('0627:0001', ['03']), 'other');
  t.equal(kind('0525:a4a2', ['02', '0a']), 'other');
  t.equal(kind('1234:5678', ['06']), 'media_transfer');
  t.equal(kind('22b8:4a02', ['ff']), 'vendor_mode');
  t.equal(kind('22b8:4a02', ['08']), 'storage', 'once it has opened its storage');
  t.equal(kind('1234:5678', ['ff']), 'other');
  t.equal(kind('1234:5678', ['03', '08']), 'other', 'a stick with a keyboard in it is no recorder');
});

t.test('a USB 3 recorder on a USB 2 link could be faster', async (t) => {
  const link = (version: string | null, megabitsPerSecond: number | null): boolean =>
    slowLink(device('2-1', { version, megabitsPerSecond }));
  t.equal(link('3.20', 480), true);
  t.equal(link('3.20', 5_000), false);
  t.equal(link('2.00', 480), false);
  t.equal(link(null, null), false);
});

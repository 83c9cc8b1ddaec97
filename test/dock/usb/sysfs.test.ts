import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { blockDeviceOverUsb, readUsb } from '../../../src/dock/usb/sysfs.ts';
import { volumesOf } from '../../../src/dock/usb/volumes.ts';

/** A piece of sysfs as Linux 6.1 shows it: one recorder of two units behind a hub, a keyboard, an internal disk. */
function sysfs(test: { testdir(): string }): string {
  const sys = test.testdir();
  const put = (path: string, text: string): void => {
    const at = join(sys, path);
    mkdirSync(join(at, '..'), { recursive: true });
    writeFileSync(at, `${text}\n`);
  };
  const usb = 'devices/pci0000:00/0000:00:04.0/usb2';
  const device = (path: string, facts: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(facts)) put(`${usb}/${path}/${name}`, text);
    mkdirSync(join(sys, 'bus/usb/devices'), { recursive: true });
    symlinkSync(join(sys, usb, path), join(sys, 'bus/usb/devices', path.split('/').at(-1) ?? ''));
  };
  const port = '2-1/2-1.3';
  device('2-1', { idVendor: '0409', idProduct: '55aa', devnum: '2', bDeviceClass: '09', speed: '480' });
  device(port, {
    ...{
      idVendor: '22b8',
      idProduct: '4a01',
      devnum: '7',
      bDeviceClass: '00',
      speed: '480',
      version: ' 3.20',
    },
    ...{ serial: 'SN-000123', product: 'BWC 3', manufacturer: 'Acme Video' },
  });
  device(`${port}/2-1.3:1.0`, { bInterfaceClass: '08' });
  device('2-2', { idVendor: '0627', idProduct: '0001', devnum: '3', bDeviceClass: '00', speed: '1.5' });
  device('2-2/2-2:1.0', { bInterfaceClass: '03' });
  const disk = (name: string, address: string, facts: Readonly<Record<string, string>>): void => {
    const at = `${usb}/${port}/2-1.3:1.0/host6/target6:0:0/${address}`;
    for (const [file, text] of Object.entries(facts)) put(`${at}/block/${name}/${file}`, text);
    symlinkSync(join(sys, at), join(sys, at, 'block', name, 'device'));
    mkdirSync(join(sys, 'block'), { recursive: true });
    symlinkSync(join(sys, at, 'block', name), join(sys, 'block', name));
  };
  disk('sdb', '6:0:0:1', { size: '0', ro: '0', diskseq: '12', dev: '8:16' });
  disk('sda', '6:0:0:0', {
    ...{ size: '64000', ro: '1', diskseq: '11', dev: '8:0' },
    ...{ 'sda1/dev': '8:1', 'sda1/size': '60000' },
  });
  put('devices/pci0000:00/0000:00:1f.2/ata1/block/sdz/size', '1000');
  symlinkSync(join(sys, 'devices/pci0000:00/0000:00:1f.2/ata1/block/sdz'), join(sys, 'block/sdz'));
  mkdirSync(join(sys, 'dev/block'), { recursive: true });
  symlinkSync(
    join(sys, usb, port, '2-1.3:1.0/host6/target6:0:0/6:0:0:0/block/sda/sda1'),
    join(sys, 'dev/block/8:1'),
  );
  symlinkSync(join(sys, 'devices/pci0000:00/0000:00:1f.2/ata1/block/sdz'), join(sys, 'dev/block/8:32'));
  return sys;
}

t.test('a recorder is joined with its place, its serial number and its disks', async (t) => {
  const devices = (await readUsb(sysfs(t))) ?? [];
  t.same(
    devices.map(({ path }) => path),
    ['2-1', '2-1.3', '2-2'],
  );
  t.match(devices[1], {
    ...{ path: '2-1.3', number: 7, id: '22b8:4a01', serial: 'SN-000123', product: 'BWC 3' },
    ...{ manufacturer: 'Acme Video', megabitsPerSecond: 480, version: '3.20', classes: ['08'] },
    disks: [
      {
        name: 'sda',
        unit: 0,
        bytes: 32_768_000,
        writeProtected: true,
        partitions: [{ name: 'sda1', device: '8:1' }],
      },
      { name: 'sdb', unit: 1, bytes: 0, writeProtected: false, partitions: [] },
    ],
  });
  t.match(devices[2], { id: '0627:0001', megabitsPerSecond: 2, classes: ['03'], disks: [] });
});

t.test('a reader without a card has no volume; a partition is one', async (t) => {
  const [, recorder] = (await readUsb(sysfs(t))) ?? [];
  t.match(recorder === undefined ? [] : volumesOf(recorder), [
    { node: 'sda1', device: '8:1', name: '0-1', bytes: 30_720_000 },
  ]);
});

t.test('a machine without a bus says so, and a device that goes while it is read is left out', async (t) => {
  t.equal(await readUsb(t.testdir()), null);
  const sys = sysfs(t);
  rmSync(join(sys, 'devices/pci0000:00/0000:00:04.0/usb2/2-2/idVendor'));
  t.same(
    (await readUsb(sys))?.map(({ path }) => path),
    ['2-1', '2-1.3'],
  );
});

t.test('which block devices hang on the bus', async (t) => {
  const sys = sysfs(t);
  t.equal(await blockDeviceOverUsb('8:1', sys), true);
  t.equal(await blockDeviceOverUsb('8:32', sys), false);
  t.equal(await blockDeviceOverUsb('0:41', sys), false);
});

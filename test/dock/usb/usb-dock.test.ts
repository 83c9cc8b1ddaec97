import t from 'tap';
import { device, disk, PlayedMachine, playedDock } from './played-machine.ts';

t.test('a recorder is mounted, docked at its painted port, and unmounted when it goes', async (t) => {
  const machine = new PlayedMachine();
  const { look, cards } = playedDock(machine);
  t.same(await look(), ['bus true']);
  machine.bus = [device('2-1')];
  t.same(await look(), ['device storage', 'attached 07 /run/docket/2-1/0-1']);
  t.match(cards[0], {
    ...{ readOnly: true, usbSerial: 'SN-1', usbId: '22b8:4a01', volumeLabel: 'BWC', volumes: [] },
    device: {
      path: '2-1',
      slowLink: false,
      volumes: [{ name: '0-1', filesystem: 'vfat', freeBytes: 1_000 }],
    },
  });
  t.same(await look(), []);
  machine.bus = [];
  t.same(await look(), ['detached 07 /run/docket/2-1/0-1']);
  t.same(machine.mounts, [], 'nothing is left mounted');
  t.same(await look(5_000), ['departed 07 /run/docket/2-1/0-1']);
});

t.test(
  'back within three seconds it is the same docking, with another serial number it is not',
  async (t) => {
    const machine = new PlayedMachine();
    const { look } = playedDock(machine);
    machine.bus = [device('2-1')];
    await look();
    machine.bus = [];
    await look();
    machine.bus = [device('2-1')];
    t.same(await look(), ['device storage', 'rejoined 07 /run/docket/2-1/0-1']);
    machine.bus = [device('2-1', { serial: 'SN-2' })];
    t.same(await look(), [
      ...['device storage', 'detached 07 /run/docket/2-1/0-1'],
      ...['departed 07 /run/docket/2-1/0-1', 'attached 07 /run/docket/2-1/0-1'],
    ]);
  },
);

t.test('internal memory and card of one recorder are one card of two volumes', async (t) => {
  const machine = new PlayedMachine();
  const { look, cards } = playedDock(machine);
  const disks = [disk('sda', { unit: 0 }), disk('sdb', { unit: 1, partitions: [] })];
  machine.bus = [device('2-1', { disks })];
  t.same((await look()).slice(1), ['device storage before', 'attached 07 /run/docket/2-1']);
  t.same(cards[0]?.volumes, ['0-1', '1']);
  t.equal(machine.mounts.length, 2);
});

t.test('the card out of its reader is gone, although the reader stays', async (t) => {
  const machine = new PlayedMachine();
  const { look } = playedDock(machine);
  const whole = device('2-2');
  machine.bus = [whole];
  await look();
  machine.bus = [{ ...whole, disks: [disk('sda', { bytes: 0, partitions: [] })] }];
  t.same(await look(), ['detached 2-2 /run/docket/2-2/0-1']);
  t.same(machine.mounts, []);
  machine.bus = [{ ...whole, disks: [disk('sda')] }];
  t.same(await look(), ['rejoined 2-2 /run/docket/2-2/0-1']);
});

t.test('a card that resets itself while it is being mounted is mounted anew, once', async (t) => {
  const machine = new PlayedMachine();
  const { look } = playedDock(machine);
  const [first, again] = [disk('sda'), disk('sda')];
  const partition = { name: 'sda1', device: '8:1', bytes: 63_000_000 };
  const slow = Promise.withResolvers<void>();
  machine.beforeMount = slow.promise;
  const whole = device('2-1', { disks: [{ ...first, partitions: [partition] }] });
  machine.bus = [whole];
  t.same(await look(), ['bus true', 'device storage before']);
  machine.bus = [{ ...whole, disks: [{ ...again, partitions: [partition] }] }];
  t.same(await look(), [], 'the kernel has counted the disk anew');
  slow.resolve();
  const said = [...(await look()), ...(await look()), ...(await look())];
  t.same(said, ['attached 07 /run/docket/2-1/0-1'], 'its own earlier mount is no other program’s');
  t.same(
    machine.mounts.map(({ point }) => point),
    ['/run/docket/2-1/0-1'],
  );
  machine.beforeMount = Promise.resolve();
  machine.bus = [{ ...whole, disks: [{ ...disk('sda'), partitions: [partition] }] }];
  const then = [...(await look()), ...(await look()), ...(await look())];
  t.same(then, ['detached 07 /run/docket/2-1/0-1', 'rejoined 07 /run/docket/2-1/0-1']);
  machine.bus = [];
  await look();
  t.same(machine.mounts, [], 'nothing is left mounted');
});

t.test('what cannot be mounted is told once, and what others mounted is left to them', async (t) => {
  const machine = new PlayedMachine();
  const { look } = playedDock(machine);
  machine.refuses.add('sda1');
  machine.bus = [device('2-1')];
  t.same((await look()).slice(1), ['device storage before', 'dock.file_system_unknown']);
  t.same(await look(), []);
  const taken = disk('sdb');
  const [partition] = taken.partitions;
  machine.mounts.push({ device: partition?.device ?? '', point: '/media/x', type: 'exfat', options: 'rw' });
  machine.bus = [device('2-3', { disks: [taken] })];
  t.same(await look(), ['device storage', 'dock.mounted_elsewhere']);
  t.equal(machine.mounts.length, 1);
});

t.test('observing, the mounts of others are the cards, and nothing is unmounted', async (t) => {
  const machine = new PlayedMachine();
  const { look, cards, dock } = playedDock(machine, { mode: 'observe' });
  const both = disk('sda', {
    partitions: ['sda1', 'sda2'].map((name, i) => ({ name, device: `8:${200 + i}`, bytes: 1_000_000 })),
  });
  machine.bus = [device('2-1', { disks: [both] })];
  t.same((await look()).slice(1), ['device storage before']);
  machine.mounts.push({ device: '8:200', point: '/media/a', type: 'exfat', options: 'rw,nosuid' });
  t.same(await look(), ['attached 07 /media/a']);
  t.match(cards[0], { readOnly: false, device: { volumes: [{ filesystem: 'exfat' }] } });
  machine.mounts.push({ device: '8:201', point: '/media/b', type: 'vfat', options: 'ro' });
  t.ok((await look()).includes('attached 07-0-2 /media/b'));
  await dock.close();
  t.equal(machine.mounts.length, 2);
});

t.test('a keyboard is told as what it is, and the station’s own was there before', async (t) => {
  const machine = new PlayedMachine();
  const { look } = playedDock(machine);
  const keyboard = (path: string) => device(path, { id: '0627:0001', classes: ['03'], disks: [] });
  machine.bus = [keyboard('2-5')];
  t.same(await look(), ['bus true', 'device other before']);
  machine.bus = [keyboard('2-5'), keyboard('2-6')];
  machine.bus[0] = { ...keyboard('2-5'), number: machine.bus[0]?.number ?? 0 };
  const said = await look();
  t.ok(said.includes('device other'));
});

t.test('the time of one docking is counted on the bus, not to the end of a slow mount', async (t) => {
  const machine = new PlayedMachine();
  const { look } = playedDock(machine);
  machine.bus = [device('2-1')];
  await look();
  machine.bus = [];
  t.same(await look(), ['detached 07 /run/docket/2-1/0-1']);
  const slow = Promise.withResolvers<void>();
  machine.beforeMount = slow.promise;
  machine.bus = [device('2-1')];
  t.same(await look(1_000), ['device storage']);
  t.same(await look(5_000), [], 'not departed while it is being mounted');
  slow.resolve();
  t.same(await look(250), ['rejoined 07 /run/docket/2-1/0-1']);
});

t.test('a device is what all its interfaces say, however they come and go', async (t) => {
  const machine = new PlayedMachine();
  const { look } = playedDock(machine);
  await look();
  const whole = device('2-1');
  machine.bus = [{ ...whole, classes: [] }];
  t.same(await look(), [], 'the interfaces come a moment after the device');
  machine.bus = [whole];
  t.same(await look(), ['device storage', 'attached 07 /run/docket/2-1/0-1']);
  machine.bus = [{ ...whole, classes: [], disks: [] }];
  t.same(await look(), ['detached 07 /run/docket/2-1/0-1'], 'and go a moment before it');
  machine.bus = [{ ...whole, classes: ['03', '08'] }];
  t.same(await look(), ['device other'], 'a stick that turns out to be a keyboard too is no recorder');
  t.same(machine.mounts, []);
});

t.test('no bus is said once', async (t) => {
  const machine = new PlayedMachine();
  machine.bus = null;
  const { look } = playedDock(machine);
  t.same(await look(), ['bus false']);
  t.same(await look(), []);
  machine.bus = [];
  t.same(await look(), ['bus true']);
});

t.test('a stop leaves nothing mounted, and a start clears what a killed daemon left', async (t) => {
  const machine = new PlayedMachine();
  machine.mounts.push({ device: '8:1', point: '/run/docket/2-9/0-1', type: 'vfat', options: 'ro' });
  machine.mounts.push({ device: '8:2', point: '/home', type: 'ext4', options: 'rw' });
  const { dock } = playedDock(machine);
  dock.start();
  machine.bus = [device('2-1')];
  dock.hint();
  const late = Temporal.Now.instant().add({ seconds: 10 });
  while (!machine.mounts.some(({ point }) => point === '/run/docket/2-1/0-1')) {
    if (Temporal.Instant.compare(Temporal.Now.instant(), late) > 0) break;
    await new Promise((done) => setTimeout(done, 5));
  }
  t.same(
    machine.mounts.map(({ point }) => point),
    ['/home', '/run/docket/2-1/0-1'],
  );
  await dock.close();
  t.same(
    machine.mounts.map(({ point }) => point),
    ['/home'],
  );
});

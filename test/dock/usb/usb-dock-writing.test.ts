import t from 'tap';
import { device, PlayedMachine, playedDock } from './played-machine.ts';

const point = '/run/docket/1-1/0-1';
const options = (machine: PlayedMachine): unknown => machine.mounts.map((one) => one.options);

t.test('a card is opened for writing for a moment, and stays the card that it is', async (t) => {
  const machine = new PlayedMachine();
  const { dock, look } = playedDock(machine);
  machine.bus = [device('1-1')];
  t.match(await look(), [/bus/, /device storage/, /attached/]);
  const card = dock.writing(point);
  t.same(card?.fileSystems, ['vfat']);
  await card?.open();
  t.same(options(machine), ['rw']);
  t.same(await look(), [], 'nothing has come or gone');
  await card?.close();
  t.same(options(machine), ['ro']);
  t.same(await look(), []);
});

t.test('what this dock has not mounted, or what is gone, is not its to open', async (t) => {
  const machine = new PlayedMachine();
  const { dock, look } = playedDock(machine);
  t.equal(dock.writing(point), null);
  machine.bus = [device('1-1')];
  await look();
  machine.bus = [];
  await look();
  t.equal(dock.writing(point), null);
  const observed = playedDock(machine, { mode: 'observe' });
  machine.bus = [device('1-1')];
  await observed.look();
  t.equal(observed.dock.writing(point), null);
});

t.test('of a two-part card of which one part cannot be opened none stays open', async (t) => {
  const machine = new PlayedMachine();
  const { dock, look } = playedDock(machine);
  const one = device('1-1');
  const [sda] = one.disks;
  if (sda === undefined) throw new RangeError('it has a disk');
  const sdb = { ...sda, name: 'sdb', sequence: '99', unit: 1, device: '8:900' };
  const parts = [{ name: 'sdb1', device: '8:901', bytes: 1_000 }];
  machine.bus = [{ ...one, disks: [sda, { ...sdb, partitions: parts }] }];
  await look();
  machine.stubborn.set('sdb1', 'rw');
  const card = dock.writing('/run/docket/1-1');
  await t.rejects(async () => await card?.open(), { code: 'dock.remount_failed' });
  t.same(options(machine), ['ro', 'ro']);
});

t.test('a card that cannot be closed again is taken away rather than left open', async (t) => {
  const machine = new PlayedMachine();
  const { dock, look } = playedDock(machine);
  machine.bus = [device('1-1')];
  await look();
  machine.stubborn.set('sda1', 'ro');
  const card = dock.writing(point);
  await card?.open();
  await t.rejects(async () => await card?.close(), { code: 'dock.remount_failed' });
  t.same(machine.mounts, []);
  t.match(await look(), [/detached/]);
});

t.test(
  'a recorder that is pulled while it is open needs no closing, and a stop waits for one that is',
  async (t) => {
    const machine = new PlayedMachine();
    const { dock, look } = playedDock(machine);
    machine.bus = [device('1-1')];
    await look();
    const pulled = dock.writing(point);
    await pulled?.open();
    machine.bus = [];
    await look();
    await pulled?.close();
    machine.bus = [device('1-1', { number: 9 })];
    await look();
    const open = dock.writing(point);
    await open?.open();
    let closed = false;
    const stopped = dock.close().then(() => t.ok(closed, 'it was closed first'));
    await new Promise((done) => setImmediate(done));
    t.same(options(machine), ['rw'], 'it is not taken away while it is open');
    closed = true;
    await open?.close();
    await stopped;
    t.same(machine.mounts, []);
  },
);

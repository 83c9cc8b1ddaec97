import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { writesTo } from './bus.ts';
import { recorderFiles, sha256 } from './card-files.ts';
import { type CardImage, makeCard, sectorOf } from './cards.ts';
import { docketLines } from './docket-lines.ts';
import { plugGadget } from './gadget.ts';
import { Guest } from './guest.ts';
import { makeDataDisk } from './machine.ts';
import { stockCards } from './stock-cards.ts';

// An emulated machine is slow, and slower on a busy one: only the runner's own limit counts.
t.setTimeout(0);
const disk = join(tmpdir(), `docket-lab-data-${process.pid}.img`);
t.teardown(() => rm(disk, { force: true }));
const guest = await Guest.boot({ dataDisk: await makeDataDisk(disk) });
t.teardown(() => guest.stop());

const options = 'ro,nodev,nosuid,noexec';
const plan = { kibibytes: 256 };

async function mount(device: string, at: string, type: string): Promise<void> {
  // Plain `ro` would replay an ext4 journal, which writes to the card.
  const all = type === 'ext4' ? `${options},noload` : options;
  await guest.must(`mkdir -p ${at} && mount -t ${type} -o ${all} ${device} ${at}`);
}

/** What lies below a folder of the guest, by path, as SHA-256. */
async function digestsBelow(folder: string): Promise<Record<string, string>> {
  const lines = (await guest.must(`cd ${folder} && find . -type f -exec sha256sum {} +`)).trim().split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(68), line.slice(0, 64)]));
}

function digestsOf({ files }: CardImage): Record<string, string> {
  return Object.fromEntries(files.map(({ path, content }) => [path, sha256(content)]));
}

for (const [type, card] of [
  ['vfat', await stockCards.fat32(plan)],
  ['vfat', await stockCards.fat32WithoutTable(plan)],
  ['exfat', await stockCards.exfat(plan)],
  ['ext4', await stockCards.ext4(plan)],
  ['ntfs-3g', await stockCards.ntfs(plan)],
] as const) {
  const what = `${type} ${card.partitioned ? 'in a partition' : 'without a partition table'}`;
  t.test(`a card with ${what} is read byte for byte, and reading writes nothing to it`, async (t) => {
    const plugged = await guest.plug(card, { serial: 'READ' });
    await mount(await guest.device(plugged), '/media/card', type);
    t.strictSame(await digestsBelow('/media/card'), digestsOf(card));
    await guest.must('umount /media/card');
    await guest.unplug(plugged);
    t.strictSame(await writesTo(plugged), []);
  });
}

t.test('what is written to a card is seen, and is there when the same card comes back', async (t) => {
  const plugged = await guest.plug(await stockCards.fat32(plan), { serial: 'WRITTEN' });
  await guest.must(`mount -t vfat ${await guest.device(plugged)} /media/card`);
  await guest.must('echo here >/media/card/NEW.TXT && umount /media/card');
  await guest.unplug(plugged);
  t.not((await writesTo(plugged)).length, 0);
  const again = await guest.plug(plugged, { serial: 'WRITTEN' });
  await mount(await guest.device(again), '/media/card', 'vfat');
  t.equal(await guest.must('cat /media/card/NEW.TXT'), 'here\n');
  await guest.must('umount /media/card');
  await guest.unplug(again);
});

t.test('a recorder with two disks is one device with one serial', async (t) => {
  const internal = await stockCards.fat32(plan);
  const card = await stockCards.exfat(plan);
  const [first, second] = await guest.plugLuns([internal, card], { serial: 'TWO-DISKS' });
  if (first === undefined || second === undefined) throw new Error('two disks were plugged');
  await Promise.all([guest.device(first), guest.device(second)]);
  const disks = (await guest.blockDevices()).filter(({ serial }) => serial === 'TWO-DISKS');
  t.equal(disks.length, 2);
  t.equal(new Set(disks.map(({ port }) => port)).size, 1);
  t.strictSame(disks.map(({ lun }) => lun).sort(), [0, 1]);
  await guest.unplug(first);
});

t.test('a gadget shows the maker, the model and the numbers of a real recorder', async (t) => {
  const card = await stockCards.fat32(plan);
  const gadget = await plugGadget(guest, card, {
    vendorId: '22b8',
    productId: '4a01',
    manufacturer: 'Acme Video',
    product: 'BWC 3',
    serial: 'SN-000123',
  });
  const device = await guest.device({ serial: gadget.serial, lun: 0, card });
  const found = (await guest.blockDevices()).find(({ serial }) => serial === 'SN-000123');
  t.match(found, { usbId: '22b8:4a01', manufacturer: 'Acme Video', product: 'BWC 3', readOnly: true });
  await mount(device, '/media/card', 'vfat');
  t.strictSame(await digestsBelow('/media/card'), digestsOf(card));
  await gadget.pull();
  await guest.until(`! test -e ${device}`);
  await guest.must('umount /media/card');
});

t.test('a file that is open when the card is pulled can no longer be read: EIO', async (t) => {
  const card = await stockCards.fat32(plan);
  const plugged = await guest.plug(card, { serial: 'PULLED' });
  await mount(await guest.device(plugged), '/media/card', 'vfat');
  const video = `/media/card/${card.files[1]?.path}`;
  const reading = `exec 3<${video}; touch /run/open; until test -e /run/pulled; do sleep 0.1; done; cat <&3`;
  await guest.start(`sh -c '${reading} >/dev/null; touch /run/ended'`, '/run/pulled.log');
  await guest.until('test -e /run/open');
  await guest.unplug(plugged);
  await guest.must('touch /run/pulled');
  await guest.until('test -e /run/ended');
  t.match((await guest.readFile('/run/pulled.log')).toString(), /I\/O error|Input\/output error/);
  await guest.must('umount /media/card');
});

t.test('a bad sector fails the read of its file and of no other, until it is healed', async (t) => {
  const card = await makeCard({ filesystem: 'vfat', files: recorderFiles({ kibibytes: 1024 }) });
  const [good, bad] = card.files.slice(1, 3);
  if (good === undefined || bad === undefined) throw new Error('the card has videos');
  const sectors = [await sectorOf(card, bad.path, 700_000)];
  const plugged = await guest.plug(card, { serial: 'BAD', fault: { reads: 'fail', sectors } });
  await mount(await guest.device(plugged), '/media/card', 'vfat');
  t.equal((await guest.run(`cat /media/card/${good.path} >/dev/null`)).ended, 0);
  t.not((await guest.run(`cat /media/card/${bad.path} >/dev/null`)).ended, 0);
  await guest.spoil(plugged, null);
  t.match(await guest.must(`sha256sum /media/card/${bad.path}`), sha256(bad.content));
  await guest.must('umount /media/card');
  await guest.unplug(plugged);
});

t.test('a card that hangs holds its reader until it is pulled', async (t) => {
  const card = await stockCards.fat32(plan);
  const plugged = await guest.plug(card, { serial: 'HUNG' });
  await mount(await guest.device(plugged), '/media/card', 'vfat');
  await guest.throttle(plugged, 1);
  const reader = await guest.start(`cat /media/card/${card.files[1]?.path}`, '/dev/null');
  await guest.until(`grep -q '^State:.D' /proc/${reader.pid}/status`);
  await guest.unplug(plugged);
  await reader.ended();
  await guest.must('umount /media/card');
  t.pass('the reader came back');
});

t.test('pulling a hub pulls what hangs on it; a keyboard and a network device are no disks', async (t) => {
  const hub = await guest.hub();
  const card = await stockCards.fat32(plan);
  const plugged = await guest.plug(card, { serial: 'BEHIND', port: `${hub.port}.3` });
  const others = [await guest.plugOther('keyboard'), await guest.plugOther('network')];
  const device = await guest.device(plugged);
  await guest.until("grep 'USB Keyboard' /proc/bus/input/devices && ls /sys/class/net/usb0");
  const disks = (await guest.blockDevices()).filter(({ sectors }) => sectors > 0);
  t.strictSame(
    disks.map(({ serial }) => serial),
    ['BEHIND'],
  );
  await guest.unplug(hub);
  await guest.until(`! test -e ${device}`);
  for (const other of others) await guest.unplug(other);
});

t.test('the program itself runs in the guest: a docked card becomes originals that verify', async (t) => {
  const card = await stockCards.fat32(plan);
  const plugged = await guest.plug(card, { serial: 'DOCKED' });
  await mount(await guest.device(plugged), '/media/card', 'vfat');
  await guest.must('docket init --data /data/station');
  const [ingest, verify] = await docketLines(guest, [
    ['ingest', '/media/card', '--data', '/data/station', '--json'],
    ['verify', '--vault', 'full', '--data', '/data/station', '--json'],
  ]);
  await guest.must('umount /media/card');
  await guest.unplug(plugged);
  t.strictSame(await writesTo(plugged), []);

  const videos = card.files.filter(({ path }) => path.endsWith('.mp4'));
  const report = JSON.parse(ingest?.out ?? '');
  t.match(report, { recorder: '2222222', summary: { stored: videos.length, failed: 0, deferred: 0 } });
  for (const { path, sha256: digest, objectPath } of report.recordings) {
    t.equal(digest, digestsOf(card)[path], path);
    t.match(await guest.must(`sha256sum ${objectPath}`), digest);
    t.match(await guest.must(`lsattr ${objectPath}`), /^\S*i/);
  }
  const verdict = JSON.parse(verify?.out ?? '');
  t.match(verdict, { ok: true, originals: { looked: videos.length, reread: videos.length } });
});

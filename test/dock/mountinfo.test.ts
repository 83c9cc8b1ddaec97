import { readFileSync } from 'node:fs';
import t from 'tap';
import { mountsBelow, mountsIn } from '../../src/dock/mountinfo.ts';

const lines = [
  '22 1 8:1 / / rw,relatime shared:1 master:2 - ext4 /dev/sda1 rw',
  '40 22 8:17 / /dock/port\\0401\\134x\\012 ro,nosuid - vfat /dev/sdb1 rw',
  '41 22 8:33 / /dock/p2 rw shared:7 - exfat /dev/sdc1 ro,errors=continue',
  '42 22 8:49 / /dock/p3 rw - exfat /dev/sdd1 rw',
  '43 42 8:65 / /dock/p3 ro - ext4 /dev/sde1 ro',
  '44 22 0:50 / /dock/auto rw - autofs systemd-1 rw',
  '45 22 8:81 / /dockyard/p4 rw - vfat /dev/sdf1 rw',
  '46 22 8:97 / /dock rw - vfat /dev/sdg1 rw',
  'nonsense',
  '',
];
const bytes = Buffer.concat([
  Buffer.from(lines.join('\n')),
  Buffer.from('47 22 8:99 / /dock/'),
  Buffer.from([0xff]),
  Buffer.from(' rw - vfat /dev/sdh1 rw\n'),
]);

t.test(
  'each mount below the folder is seen once, the uppermost, with its true name and its lock',
  async (t) => {
    const found = mountsBelow(mountsIn(bytes), '/dock');
    t.strictSame(
      found.map(({ id, device, mountPoint, readOnly }) => [id, device, mountPoint, readOnly]),
      [
        ['40', '8:17', '/dock/port 1\\x\n', true],
        ['41', '8:33', '/dock/p2', true],
        ['43', '8:65', '/dock/p3', true],
      ],
    );
  },
);

t.test('a mount point that is not UTF-8 is no port', async (t) => {
  t.equal(mountsIn(bytes).at(-1)?.mountPoint, null);
});

t.test('this machine’s own table is understood', async (t) => {
  const table = readFileSync('/proc/self/mountinfo');
  const mounts = mountsIn(table);
  t.equal(mounts.length, table.toString('latin1').trimEnd().split('\n').length);
  t.ok(mounts.some(({ mountPoint }) => mountPoint === '/proc'));
  t.ok(mountsBelow(mounts, '/').some(({ mountPoint }) => mountPoint === '/proc'));
});

import t from 'tap';
import { mountsIn } from '../../../src/dock/mountinfo.ts';
import { filesystemOf } from '../../../src/station/doctor/filesystem.ts';

const mounts = mountsIn(
  Buffer.from(
    [
      '22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw',
      '30 22 0:25 / /tmp rw - tmpfs tmpfs rw',
      '31 22 0:40 / /srv/share rw - nfs4 server:/x rw',
      '32 22 8:17 / /srv/stick rw - exfat /dev/sdb1 rw',
      '33 31 8:33 / /srv/share/disk rw - xfs /dev/sdc1 rw',
      '34 22 8:49 / /srv/two rw - exfat /dev/sdd1 rw',
      '35 22 8:65 / /srv/two rw - ext4 /dev/sde1 rw',
    ].join('\n'),
  ),
);

t.test('the file system of the data folder is judged by what the station asks of it', async (t) => {
  const state = (folder: string) => filesystemOf('en', folder, mounts).state;
  t.equal(state('/var/lib/docket'), 'ok');
  t.equal(state('/tmp/docket'), 'warning', 'gone after a restart');
  t.equal(state('/srv/share/docket'), 'warning', 'no locks to rely on');
  t.equal(state('/srv/share/disk/docket'), 'ok', 'the nearest mount counts');
  t.equal(state('/srv/shared'), 'ok', 'a name that only begins alike is another folder');
  t.equal(state('/srv/stick/docket'), 'failed', 'no links, no originals');
  t.equal(state('/srv/two'), 'ok', 'the later mount covers the earlier');
  t.equal(filesystemOf('en', '/x', []).state, 'unknown');
});

import { recorderFiles } from '../card-files.ts';
import { type Filesystem, makeCard } from '../cards.ts';
import { erasable, registered } from '../emptying.ts';
import { type Story, videosOf } from '../lab.ts';
import { mountFolder } from '../station.ts';

export const emptied: Story = {
  promise:
    'a recorder that is emptied by order is empty at its next docking, and was read-only before and after',
  erases: true,
  async tell(t, lab) {
    const recorders: readonly [string, Filesystem][] = [
      ['1200001', 'vfat'],
      ['1200002', 'exfat'],
    ];
    for (const [device, filesystem] of recorders) {
      await registered(lab, device);
      const card = await makeCard({ filesystem, files: recorderFiles({ device, kibibytes: 512 }) });
      const recorder = await lab.plug(card, { serial: `SN-${device}`, port: '1' });
      const docking = await lab.docking(recorder);
      t.match(await lab.completed(docking), { stored: 3, failed: 0, deferred: 0 });

      const { list, files } = await erasable(lab, docking);
      t.same(
        files.map(({ path }) => path),
        videosOf(card).map(({ path }) => path),
      );
      const erased = await lab.station.docket('docking', 'erase', docking, '--confirm', list);
      t.match(erased, { because: 'done', gone: 3, kept: 0, unknown: 0 }, filesystem);
      const mounts = await lab.guest.must(`grep ' ${mountFolder}/' /proc/mounts`);
      const options = mounts.trim().split(' ')[3]?.split(',') ?? [];
      for (const option of ['ro', 'nodev', 'nosuid', 'noexec'])
        t.ok(options.includes(option), `mounted ${option} again`);
      const { dockings } = await lab.station.status();
      t.match(dockings, [{ phase: 'complete', safeToTake: true }]);
      t.equal((await lab.entries('docking.started')).filter(({ subject }) => subject.id > docking).length, 0);
      await lab.pull(recorder);
      t.equal(await lab.ended(docking), 'taken');

      const again = await lab.plugAgain(recorder);
      const second = await lab.docking(again);
      t.match(await lab.completed(second), { stored: 0, failed: 0, deferred: 0 });
      const [listed] = await lab.has('docking.listed', ({ subject }) => subject.id === second);
      t.equal(listed.data['recordings'], 0, 'it is empty');
      const [identified] = await lab.has('docking.identified', ({ subject }) => subject.id === second);
      t.equal(identified.data['recorder'], device, 'and its marker is where it was');
      await lab.isStored(card);
      await lab.pull(again);
      await lab.ended(second);
    }
  },
};

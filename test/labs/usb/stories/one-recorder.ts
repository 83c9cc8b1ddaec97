import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';
import { mountFolder } from '../station.ts';

export const oneRecorder: Story = {
  promise: 'a recorder that is plugged in is mounted read-only, taken in whole and safe to take',
  async tell(t, lab) {
    const card = await makeCard({ filesystem: 'vfat', files: recorderFiles({ device: '1010001' }) });
    const recorder = await lab.plug(card, { serial: 'SN-1010001' });
    const docking = await lab.docking(recorder);
    t.match(await lab.completed(docking), { stored: 3, failed: 0, deferred: 0 });
    await lab.isStored(card);

    const { dockings } = await lab.station.status();
    t.match(dockings, [{ port: recorder.path, phase: 'complete', safeToTake: true }]);
    const mounts = (await lab.guest.must(`grep ' ${mountFolder}/' /proc/mounts`)).trim().split('\n');
    t.equal(mounts.length, 1, 'one volume, one mount');
    const options = mounts[0]?.split(' ')[3]?.split(',') ?? [];
    for (const option of ['ro', 'nodev', 'nosuid', 'noexec'])
      t.ok(options.includes(option), `mounted ${option}`);

    const of = ({ subject }: { subject: { id: string } }) => subject.id === docking;
    const [started] = await lab.has('docking.started', of);
    const [device] = await lab.has('docking.device', of);
    const [identified] = await lab.has('docking.identified', of);
    const [secured] = await lab.has('recording.secured');
    t.equal(started.data['readOnly'], true);
    t.match(device.data, { path: recorder.path, usbId: '46f4:0001', serial: 'SN-1010001' });
    t.match(identified.data, { recorder: '1010001', profile: 'marker-id-txt' });
    lab.measured('attach to mounted', recorder.pluggedAt, started);
    lab.measured('attach to identified, the first bytes read', recorder.pluggedAt, identified);
    lab.measured('attach to the first recording secured', recorder.pluggedAt, secured);

    const pulledAt = await lab.pull(recorder);
    t.equal(await lab.ended(docking), 'taken');
    const [ended] = await lab.has('docking.ended', of);
    lab.measured('detach to the docking’s end, 3 s in which it could come back included', pulledAt, ended);
  },
};

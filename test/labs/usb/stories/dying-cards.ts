import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { isHalfway, plugSlow } from '../halfway.ts';
import type { Recorder, Story } from '../lab.ts';

export const dyingCards: Story = {
  promise: 'a card that hangs and one whose every read fails hold up none of seven others',
  async tell(t, lab) {
    const cardOf = (device: string, kibibytes: number) =>
      makeCard({ filesystem: 'vfat', files: recorderFiles({ device, recordings: 2, kibibytes }) });
    const failing = await plugSlow(lab, await cardOf('1090002', 8192), { serial: 'SN-1090002' }, 512);
    const hung = await plugSlow(lab, await cardOf('1090001', 8192), { serial: 'SN-1090001' }, 512);
    await lab.guest.readInSmallSteps(hung.plugged);
    await isHalfway(lab, failing);
    await isHalfway(lab, hung);
    await lab.guest.spoil(failing.plugged, { reads: 'all_fail' });
    await lab.guest.throttle(failing.plugged, null);
    await lab.guest.hang(hung.plugged);

    const others: Recorder[] = [];
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      others.push(await lab.plug(await cardOf(`109100${number}`, 256), { serial: `SN-109100${number}` }));
    for (const other of others) {
      const docking = await lab.docking(other);
      t.match(await lab.completed(docking), { stored: 2, failed: 0, deferred: 0 }, other.path);
      await lab.isStored(other.card);
    }
    await lab.station.until('the hung card is seen not to have answered yet', () =>
      lab.guest.isReading(hung.plugged),
    );

    const hungDocking = await lab.docking(hung);
    const failingDocking = await lab.docking(failing);
    const [stalled] = await lab.has('recording.deferred', ({ data }) => data['docking'] === hungDocking);
    t.equal(stalled.data['reason'], 'card_stalled');
    const [failed] = await lab.has('recording.failed', ({ data }) => data['docking'] === failingDocking);
    t.equal(failed.data['reason'], 'read_error');
    await lab.guest.throttle(hung.plugged, null);
  },
};

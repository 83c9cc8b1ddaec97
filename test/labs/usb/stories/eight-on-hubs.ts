import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Recorder, Story } from '../lab.ts';

export const eightOnHubs: Story = {
  promise: 'eight recorders on two hubs at once are each taken in whole',
  async tell(t, lab) {
    const hubs = [await lab.hub(), await lab.hub()];
    const recorders: Recorder[] = [];
    for (const [at, hub] of hubs.entries())
      for (const port of [1, 2, 3, 4]) {
        const device = `103${at}00${port}`;
        const files = recorderFiles({ device, recordings: 2, kibibytes: 512 });
        const card = await makeCard({ filesystem: port % 2 === 0 ? 'exfat' : 'vfat', files });
        recorders.push(await lab.plug(card, { serial: `SN-${device}`, port: `${hub.port}.${port}` }));
      }
    for (const recorder of recorders) {
      const docking = await lab.docking(recorder);
      t.match(await lab.completed(docking), { stored: 2, failed: 0, deferred: 0 }, recorder.path);
      await lab.isStored(recorder.card);
    }
    const paths = (await lab.entries('docking.device')).map(({ data }) => data['path']);
    t.strictSame(paths.toSorted(), recorders.map(({ path }) => path).toSorted(), 'each at its own place');
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Recorder, Story } from '../lab.ts';

export const sameSerial: Story = {
  promise: 'two recorders with one serial number stay two recorders',
  async tell(t, lab) {
    const recorders: Recorder[] = [];
    for (const device of ['1120001', '1120002']) {
      const files = recorderFiles({ device, recordings: 2, kibibytes: 256 });
      const card = await makeCard({ filesystem: 'vfat', files });
      recorders.push(await lab.plug(card, { serial: '0123456789ABCDEF' }));
    }
    t.equal(new Set(recorders.map(({ path }) => path)).size, 2, 'at two ports');
    for (const { path, pluggedAt, ...rest } of recorders) {
      const docking = await lab.docking({ path, pluggedAt, ...rest });
      t.match(await lab.completed(docking), { stored: 2, failed: 0, deferred: 0 }, path);
      await lab.isStored(rest.card);
    }
    const known = (await lab.entries('docking.identified')).map(({ data }) => data['recorder']);
    t.strictSame(known.toSorted(), ['1120001', '1120002']);
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Recorder, Story } from '../lab.ts';

const kinds = [
  { device: '1020001', filesystem: 'vfat', partitioned: false },
  { device: '1020002', filesystem: 'exfat', partitioned: true },
  { device: '1020003', filesystem: 'exfat', partitioned: false },
  // Mounted plainly read-only, its journal would be replayed onto the card.
  { device: '1020004', filesystem: 'ext4', partitioned: true },
] as const;

export const fileSystems: Story = {
  promise: 'FAT32, exFAT and ext4 cards, with and without a partition table, are taken in whole',
  async tell(t, lab) {
    const recorders: Recorder[] = [];
    for (const { device, ...kind } of kinds) {
      const files = recorderFiles({ device, kibibytes: 128 });
      recorders.push(await lab.plug(await makeCard({ ...kind, files }), { serial: `SN-${device}` }));
    }
    for (const recorder of recorders) {
      const { filesystem, partitioned } = recorder.card;
      const what = `${filesystem} ${partitioned ? 'in a partition' : 'without partitions'}`;
      const docking = await lab.docking(recorder);
      t.match(await lab.completed(docking), { stored: 3, failed: 0, deferred: 0 }, what);
      await lab.isStored(recorder.card);
    }
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { LabError } from '../host.ts';
import type { Story } from '../lab.ts';

export const twoParts: Story = {
  promise: 'a recorder with internal memory and a card is one recorder, taken in whole from both',
  async tell(t, lab) {
    const kibibytes = 256;
    const internal = recorderFiles({ device: '1100001', kibibytes, salt: 'internal' });
    const inserted = recorderFiles({ device: '1100001', kibibytes, salt: 'inserted' });
    const cards = [
      await makeCard({ filesystem: 'vfat', files: internal }),
      await makeCard({ filesystem: 'exfat', files: inserted }),
    ];
    const [first] = await lab.plugLuns(cards, 'SN-1100001');
    if (first === undefined) throw new LabError('two disks were plugged in');
    const docking = await lab.docking(first);
    t.match(await lab.completed(docking), { stored: 6, failed: 0, deferred: 0 });
    const [device] = await lab.has('docking.device');
    t.match(device.data, {
      serial: 'SN-1100001',
      volumes: [{ filesystem: 'vfat' }, { filesystem: 'exfat' }],
    });
    for (const card of cards) await lab.isStored(card);
    t.equal((await lab.entries('docking.started')).length, 1, 'one docking');
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';

export const ntfs: Story = {
  promise: 'an NTFS card is taken in whole where the system can mount it, and else a person is told',
  async tell(t, lab) {
    // `ntfscp`, which fills the card, makes no folders.
    const files = recorderFiles({ device: '1170001', kibibytes: 128, folder: '' });
    const card = await makeCard({ filesystem: 'ntfs', files });
    const recorder = await lab.plug(card, { serial: 'SN-1170001' });
    const told = async () =>
      (await lab.entries('alarm.raised')).some(({ data }) => data['code'] === 'volume_failing');
    await lab.station.until('the card is done or a person is told', async () => {
      return (await told()) || (await lab.entries('docking.completed')).length > 0;
    });
    if (await told()) {
      t.strictSame(await lab.entries('docking.started'), [], 'no docking of what cannot be read');
      t.comment(`the system at ${recorder.path} has no NTFS`);
    } else await lab.isStored(card);
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { readingHalfway } from '../halfway.ts';
import type { Story } from '../lab.ts';

export const pulledInTheMiddle: Story = {
  promise:
    'a recorder pulled in the middle of a file is deferred, and whole when it comes back at another port',
  async tell(t, lab) {
    const files = recorderFiles({ device: '1040001', recordings: 2, kibibytes: 6144 });
    const card = await makeCard({ filesystem: 'vfat', files });
    const recorder = await readingHalfway(lab, card, { serial: 'SN-1040001', port: '1' });
    const first = await lab.docking(recorder);
    const pulledAt = await lab.pull(recorder);
    t.equal(await lab.ended(first), 'detached');
    const left = await lab.has('recording.deferred');
    t.strictSame(await lab.entries('recording.failed'), [], 'a pulled recorder is no failure');
    for (const { data } of left) t.equal(data['reason'], 'card_detached');
    lab.measured('detach to noticed', pulledAt, left[0]);

    const again = await lab.plug(card, { serial: 'SN-1040001', port: '3' });
    const second = await lab.docking(again);
    t.not(second, first, 'another port is another docking');
    t.match(await lab.completed(second), { failed: 0, deferred: 0 });
    await lab.isStored(card);
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { readingHalfway } from '../halfway.ts';
import type { Story } from '../lab.ts';

export const backAtOnce: Story = {
  promise:
    'a recorder pulled in the middle of a file and put back at once is taken in whole without a failure',
  async tell(t, lab) {
    const files = recorderFiles({ device: '1050001', recordings: 2, kibibytes: 4096 });
    const card = await makeCard({ filesystem: 'exfat', files });
    const options = { serial: 'SN-1050001', port: '2' };
    const recorder = await readingHalfway(lab, card, options);
    const first = await lab.docking(recorder);
    const pulledAt = await lab.pull(recorder);
    const again = await lab.plug(card, options);
    t.comment(`out for ${Math.round(again.pluggedAt - pulledAt)} ms`);
    t.equal(again.path, recorder.path);
    await lab.station.until('every recording is stored', async () => (await lab.missing(card)).length === 0);
    t.strictSame(await lab.entries('recording.failed'), [], 'nothing failed');
    // The emulated kernel may need longer to mount it than the 3 s that make it the same docking.
    const dockings = new Set((await lab.entries('docking.started')).map(({ subject }) => subject.id));
    t.ok(dockings.has(first) && dockings.size <= 2, `${dockings.size} dockings`);
    await lab.isStored(card);
  },
};

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { isHalfway } from '../halfway.ts';
import { LabError } from '../host.ts';
import type { Story } from '../lab.ts';

export const cardOut: Story = {
  promise: 'a card taken out of a reader that stays is deferred, and taken in when it is put back',
  async tell(t, lab) {
    const files = recorderFiles({ device: '1070001', recordings: 2, kibibytes: 4096 });
    const card = await makeCard({ filesystem: 'vfat', files });
    const [reader] = await lab.plugLuns([card], 'SN-1070001');
    if (reader === undefined) throw new LabError('a reader was plugged in');
    await lab.guest.throttle(reader.plugged, 512 * 1024);
    await isHalfway(lab, reader);
    const docking = await lab.docking(reader);
    const takenOutAt = await lab.guest.clock();
    await lab.guest.takeOut(reader.plugged);
    t.equal(await lab.ended(docking), 'detached');
    const left = await lab.entries('recording.deferred');
    t.not(left.length, 0, 'what was not read is deferred');
    t.strictSame(await lab.entries('recording.failed'), [], 'nothing failed');
    lab.measured('card out to noticed', takenOutAt, left[0]);
    t.not((await lab.guest.blockDevices()).length, 0, 'the reader stays');

    await lab.guest.throttle(reader.plugged, null);
    await lab.guest.putIn(reader.plugged);
    await lab.station.until('every recording is stored', async () => (await lab.missing(card)).length === 0);
    await lab.isStored(card);
  },
};

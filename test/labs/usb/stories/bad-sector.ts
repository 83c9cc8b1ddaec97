import { recorderFiles } from '../card-files.ts';
import { makeCard, sectorOf } from '../cards.ts';
import { LabError } from '../host.ts';
import { type Story, videosOf } from '../lab.ts';

export const badSector: Story = {
  promise: 'a bad sector in the middle of one recording fails that one alone, and says where',
  async tell(t, lab) {
    const files = recorderFiles({ device: '1080001', recordings: 3, kibibytes: 1024 });
    const card = await makeCard({ filesystem: 'vfat', files });
    const bad = videosOf(card)[1];
    if (bad === undefined) throw new LabError('the card has three recordings');
    const sectors = [await sectorOf(card, bad.path, 700_000)];
    const recorder = await lab.plug(card, { serial: 'SN-1080001', fault: { reads: 'fail', sectors } });
    const docking = await lab.docking(recorder);
    t.match(await lab.completed(docking), { stored: 2, failed: 1, deferred: 0 });
    const [failed] = await lab.has('recording.failed');
    t.match(failed.data, { reason: 'read_error', errno: 'EIO', bytes: bad.content.length });
    t.strictSame(
      (await lab.missing(card)).map(({ path }) => path),
      [bad.path],
      'its neighbours are whole',
    );

    await lab.pull(recorder);
    await lab.ended(docking);
    const healed = await lab.plug(card, { serial: 'SN-1080001' });
    t.match(await lab.completed(await lab.docking(healed)), { stored: 1, alreadyStored: 2, failed: 0 });
    await lab.isStored(card, 'read again without the bad sector, it is whole too');
  },
};

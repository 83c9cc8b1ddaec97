import { type CardFile, recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { FatHarm } from '../fat.ts';
import { LabError } from '../host.ts';
import type { Lab, Recorder, Story } from '../lab.ts';

export const brokenCards: Story = {
  promise: 'cards with a broken FAT give what is on them, and say what they do not give',
  async tell(t, lab) {
    const dirty = await plugHarmed(lab, '1130001', () => ({ kind: 'dirty' }));
    const misnamed = await plugHarmed(lab, '1140001', ({ path }) => ({ kind: 'broken_name', path }));
    const loopedFile = await plugHarmed(lab, '1150001', ({ path }) => ({ kind: 'loop', path }));
    const loopedFolder = await plugHarmed(lab, '1160001', () => ({ kind: 'loop', path: 'DCIM/VIDEO' }));

    const all = { stored: 3, failed: 0, deferred: 0 };
    t.match(await lab.completed(await lab.docking(dirty)), all, 'not unmounted by the recorder');
    await lab.isStored(dirty.card);
    t.match(await lab.completed(await lab.docking(misnamed)), all, 'a name that is broken UTF-16');
    await lab.isStored(misnamed.card);

    // The kernel reads as far as the size in the folder says, or refuses the chain: either way there is an outcome.
    const file = await lab.completed(await lab.docking(loopedFile));
    t.strictSame([Number(file['stored']) + Number(file['failed']), file['deferred']], [3, 0]);
    t.equal((await lab.missing(loopedFile.card)).length, file['failed'], 'a file’s clusters in a ring');

    const folder = await lab.completed(await lab.docking(loopedFolder));
    const missing = await lab.missing(loopedFolder.card);
    t.ok(missing.length === 0 || Number(folder['failed']) > 0, 'a folder’s clusters in a ring');
  },
};

async function plugHarmed(lab: Lab, device: string, harmOf: (video: CardFile) => FatHarm): Promise<Recorder> {
  const files = recorderFiles({ device, kibibytes: 256 });
  const video = files.find(({ path }) => path.endsWith('.mp4'));
  if (video === undefined) throw new LabError('the card has no recording');
  const card = await makeCard({ filesystem: 'vfat', files, harm: harmOf(video) });
  return lab.plug(card, { serial: `SN-${device}` });
}

import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { erasable, registered } from '../emptying.ts';
import { type Story, videosOf } from '../lab.ts';

export const emptiedAndPulled: Story = {
  promise:
    'a recorder that is pulled while it is emptied has lost nothing, and its next docking says what went of it',
  erases: true,
  async tell(t, lab) {
    await registered(lab, '1210001');
    const files = recorderFiles({ device: '1210001', recordings: 6, kibibytes: 16 });
    const card = await makeCard({ filesystem: 'vfat', files });
    const recorder = await lab.plug(card, { serial: 'SN-1210001', port: '1' });
    const docking = await lab.docking(recorder);
    t.match(await lab.completed(docking), { stored: 6, failed: 0, deferred: 0 });
    const { list } = await erasable(lab, docking);
    // So slow that the pull meets it in the middle on any machine.
    await lab.guest.throttle(recorder.plugged, 8 * 1024);
    const order = `docket docking erase ${docking} --confirm ${list} --config /data/config.yaml`;
    await lab.guest.start(order, '/data/erase.log');
    await lab.has('erasing.going', undefined, 6);
    await lab.pull(recorder);
    const [finished] = await lab.has('erasing.finished');
    t.comment(`the erasing ended: ${JSON.stringify(finished.data)}`);
    await lab.ended(docking);

    const again = await lab.plugAgain(recorder);
    const second = await lab.docking(again);
    t.match(await lab.completed(second), { failed: 0, deferred: 0 });
    const gone = [...(await lab.entries('erasing.gone')), ...(await lab.entries('erasing.settled'))].filter(
      ({ type, data }) => type === 'erasing.gone' || data['because'] === 'gone',
    );
    const [listed] = await lab.has('docking.listed', ({ subject }) => subject.id === second);
    t.equal(
      Number(listed.data['recordings']) + gone.length,
      videosOf(card).length,
      'each recording is on the card, or the ledger says that it went',
    );
    t.equal(
      Number(finished.data['unknown']),
      (await lab.entries('erasing.settled')).length,
      'nothing stays unknown',
    );
    await lab.isStored(card);
  },
};

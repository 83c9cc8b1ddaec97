import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import { isHalfway, plugSlow } from '../halfway.ts';
import type { Recorder, Story } from '../lab.ts';

export const hubPulled: Story = {
  promise:
    'a hub pulled with four recorders in the middle of their files costs nothing: all are taken in later',
  async tell(t, lab) {
    const hub = await lab.hub();
    const recorders: Recorder[] = [];
    for (const port of [1, 2, 3, 4]) {
      const files = recorderFiles({ device: `106000${port}`, recordings: 1, kibibytes: 4096 });
      const card = await makeCard({ filesystem: port % 2 === 0 ? 'exfat' : 'vfat', files });
      recorders.push(
        await plugSlow(lab, card, { serial: `SN-106000${port}`, port: `${hub.port}.${port}` }, 128),
      );
    }
    for (const recorder of recorders) await isHalfway(lab, recorder);
    const dockings = [];
    for (const recorder of recorders) dockings.push(await lab.docking(recorder));
    const pulledAt = await lab.pullHub(hub);
    for (const docking of dockings) t.equal(await lab.ended(docking), 'detached');
    const left = await lab.has('recording.deferred', () => true, 4);
    for (const { data } of left) t.equal(data['reason'], 'card_detached');
    t.strictSame(await lab.entries('recording.failed'), [], 'nothing failed');
    lab.measured('detach of the hub to the first recording noticed', pulledAt, left[0]);
    lab.measured('detach of the hub to the last recording noticed', pulledAt, left.at(-1));

    for (const [at, { card, plugged }] of recorders.entries())
      await lab.plug(card, { serial: plugged.serial, port: String(at + 1) });
    await lab.station.until('every recording is stored', async () => {
      for (const { card } of recorders) if ((await lab.missing(card)).length > 0) return false;
      return true;
    });
    for (const { card } of recorders) await lab.isStored(card);
  },
};

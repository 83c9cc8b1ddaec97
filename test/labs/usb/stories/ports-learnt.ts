import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';

/** The sockets in the order of the numbers painted on them; no other story uses them, as a name stays. */
const sockets = ['12', '10', '11'];
const log = '/data/learn.log';

export const portsLearnt: Story = {
  promise: 'ports are learnt by plugging one recorder through them, and the next docking carries the number',
  async tell(t, lab) {
    const files = recorderFiles({ device: '1190001', recordings: 1, kibibytes: 128 });
    const card = await makeCard({ filesystem: 'vfat', files });
    const learning = await lab.station.startLearning(sockets.length, log);
    const learnt: { path: string; port: string }[] = [];
    for (const [at, socket] of sockets.entries()) {
      const port = String(at + 1);
      await lab.guest.until(`grep -q 'into port ${port} ' ${log}`, 300);
      const recorder = await lab.plug(card, { serial: 'SN-1190001', port: socket });
      await lab.guest.until(`grep -q 'Port ${port} is ${recorder.path}\\.' ${log}`, 300);
      await lab.pull(recorder);
      learnt.push({ path: recorder.path, port });
    }
    await learning.ended();

    const { ports } = await lab.station.ports();
    t.strictSame(
      ports.map(({ path, port }) => ({ path, port })),
      learnt,
    );
    const named = (await lab.entries('port.named')).map(({ data }) => data);
    t.match(named, learnt, 'each naming is in the ledger');

    const again = await lab.plug(card, { serial: 'SN-1190001', port: '11' });
    const docking = await lab.docking({ ...again, path: '3' });
    t.match(await lab.completed(docking), { failed: 0, deferred: 0 });
    await lab.isStored(card);
    const [device] = await lab.has('docking.device', ({ subject }) => subject.id === docking);
    t.equal(device.data['path'], again.path);
  },
};

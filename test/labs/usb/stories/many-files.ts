import { type CardFile, noise } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';

/** A real card may hold 20,000: at ten a second the emulated processor would need more than half an hour for those. */
const count = 300;

export const manyFiles: Story = {
  promise: 'a card full of small files is taken in to the last one',
  async tell(t, lab) {
    const modified = Temporal.PlainDateTime.from('2026-09-02T18:00:00');
    const files = Array.from({ length: count }, (_, index): CardFile => {
      const path = `DCIM/${100 + Math.floor(index / 100)}MEDIA/MOVI${String(index % 100).padStart(4, '0')}.mp4`;
      return { path, content: noise(path, 2048), modified };
    });
    const card = await makeCard({ filesystem: 'vfat', files });
    const recorder = await lab.plug(card, { serial: 'SN-MANY' });
    const docking = await lab.docking(recorder);
    const completed = await lab.completed(docking, 1200);
    t.match(completed, { stored: count, failed: 0, deferred: 0 });
    await lab.isStored(card);
  },
};

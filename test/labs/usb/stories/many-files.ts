import { type CardFile, noise } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';

const folders = 80;
const filesInEach = 250;
/** Of this many files one is a recording: a hundred of them all, as the emulated processor stores ten a second. */
const oneIn = 200;
const all = folders * filesInEach;
const recordings = all / oneIn;
/** Between two recordings thumbnails, which the profile leaves aside, and indexes, which it does not know, take turns. */
const thumbnails = recordings * (oneIn / 2);
const indexes = recordings * (oneIn / 2 - 1);

export const manyFiles: Story = {
  promise: 'of a card with 20,000 files every recording is taken in, and the rest is counted',
  async tell(t, lab) {
    const card = await makeCard({ filesystem: 'vfat', files: files() });
    const recorder = await lab.plug(card, { serial: 'SN-MANY' });
    const docking = await lab.docking(recorder);
    const completed = await lab.completed(docking, 1200);
    t.match(completed, { stored: recordings, ignored: indexes, failed: 0, deferred: 0 });
    await lab.isStored(card);

    const [listed] = await lab.has('docking.listed');
    const ignored = { system_file: thumbnails, not_a_recording: indexes };
    t.match(listed.data, { recordings, ignored });
    const [left] = await lab.has('files.ignored');
    t.match(left.data, { docking, count: indexes });
    t.strictSame(await lab.entries('recording.failed'), [], 'nothing failed');

    const [started] = await lab.has('docking.started');
    const [done] = await lab.has('docking.completed');
    lab.measured('plugged to listed', recorder.pluggedAt, listed);
    lab.measured('mounted to the last outcome', Date.parse(started.at), done);
  },
};

function files(): readonly CardFile[] {
  const modified = Temporal.PlainDateTime.from('2026-09-02T18:00:00');
  const little = Buffer.from('little');
  return Array.from({ length: all }, (_, index): CardFile => {
    const folder = `DCIM/${100 + Math.floor(index / filesInEach)}MEDIA`;
    const stem = `${folder}/MOVI${String(index % filesInEach).padStart(4, '0')}`;
    if (index % oneIn === 0) return { path: `${stem}.mp4`, content: noise(stem, 2048), modified };
    const extension = (index % oneIn) % 2 === 0 ? 'idx' : 'thm';
    return { path: `${stem}.${extension}`, content: little, modified };
  });
}

// The dock on a real USB bus: the daemon in an emulated machine, and recorders that are plugged in and pulled.
// One machine for all stories, since its start is most of the time; each ends with an empty dock.
import t from 'tap';
import { LabError } from './host.ts';
import { Lab, MachineLost, type Story } from './lab.ts';
import { Station } from './station.ts';
import { furtherStories, mainStories } from './stories.ts';

/** All of them: DOCKET_STORIES=all, as `scripts/faults usb` asks. */
const stories: readonly Story[] =
  process.env['DOCKET_STORIES'] === 'all' ? [...mainStories, ...furtherStories] : mainStories;

// An emulated machine is slow, and slower on a busy one: only the runner's own limit counts.
t.setTimeout(0);
const begun = performance.now();
const since = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

const { guest, station } = await Station.boot();
t.teardown(() => guest.stop());
t.comment(`the daemon runs after ${since(begun)}`);

// A machine that no longer answers would let every later story wait for it to its own limit.
let broken: unknown = null;

for (const story of stories)
  t.test(story.promise, async (t) => {
    t.setTimeout(0);
    if (broken !== null)
      throw new LabError('the emulated machine was lost in an earlier story', { cause: broken });
    const from = performance.now();
    try {
      await Lab.tell(t, guest, station, story);
    } catch (error) {
      if (error instanceof MachineLost) broken = error;
      throw error;
    }
    t.comment(`told in ${since(from)}`);
  });

// The dock on a real USB bus: the daemon in an emulated machine, and recorders that are plugged in and pulled.
// One machine for all stories, since its start is most of the time; each ends with an empty dock.
import t from 'tap';
import { LabError } from './host.ts';
import { Lab, MachineLost, type Story } from './lab.ts';
import { Station } from './station.ts';
import { backAtOnce } from './stories/back-at-once.ts';
import { badSector } from './stories/bad-sector.ts';
import { brokenCards } from './stories/broken-cards.ts';
import { cardOut } from './stories/card-out.ts';
import { dyingCards } from './stories/dying-cards.ts';
import { eightOnHubs } from './stories/eight-on-hubs.ts';
import { emptied } from './stories/emptied.ts';
import { emptiedAndPulled } from './stories/emptied-and-pulled.ts';
import { fileSystems } from './stories/file-systems.ts';
import { foreignDevices } from './stories/foreign-devices.ts';
import { hubPulled } from './stories/hub-pulled.ts';
import { manyFiles } from './stories/many-files.ts';
import { ntfs } from './stories/ntfs.ts';
import { oneRecorder } from './stories/one-recorder.ts';
import { ownIdentity } from './stories/own-identity.ts';
import { portsLearnt } from './stories/ports-learnt.ts';
import { pulledInTheMiddle } from './stories/pulled-in-the-middle.ts';
import { sameSerial } from './stories/same-serial.ts';
import { twoParts } from './stories/two-parts.ts';
import { vendorStart } from './stories/vendor-start.ts';

const stories: readonly Story[] = [
  ...[oneRecorder, fileSystems, ntfs, eightOnHubs, pulledInTheMiddle, backAtOnce, hubPulled, cardOut],
  ...[badSector, dyingCards, twoParts, ownIdentity, vendorStart, sameSerial, foreignDevices],
  ...[brokenCards, manyFiles, portsLearnt, emptied, emptiedAndPulled],
];

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

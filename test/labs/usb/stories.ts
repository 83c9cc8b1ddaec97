import type { Story } from './lab.ts';
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

/** What every run of the tests sees on the bus. */
export const mainStories: readonly Story[] = [
  ...[oneRecorder, fileSystems, eightOnHubs, pulledInTheMiddle, hubPulled, badSector],
  ...[twoParts, ownIdentity, sameSerial, foreignDevices, emptied, emptiedAndPulled],
];

/** What takes minutes more, and is told by hand (`scripts/faults usb`): each has its rule tested without a bus too. */
export const furtherStories: readonly Story[] = [
  ...[ntfs, backAtOnce, cardOut, dyingCards, vendorStart, brokenCards, manyFiles, portsLearnt],
];

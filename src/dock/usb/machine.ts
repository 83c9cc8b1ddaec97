import { readFile, statfs } from 'node:fs/promises';
import { fileSystemOn, mountReadOnly, remount, unmount } from './mounting.ts';
import { readUsb } from './sysfs.ts';
import type { UsbMachine } from './usb-machine.ts';

const patienceMs = 2_000;

/** The machine itself. */
export const usbMachine: UsbMachine = {
  devices: () => readUsb(),
  mountinfo: () => readFile('/proc/self/mountinfo'),
  fileSystem: fileSystemOn,
  mount: mountReadOnly,
  remount,
  unmount,
  freeBytes,
};

/** A dying card may never answer. */
async function freeBytes(point: string): Promise<number | null> {
  const tooLong = new Promise<null>((done) => setTimeout(done, patienceMs, null).unref());
  const asked = statfs(point).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
  return await Promise.race([asked, tooLong]);
}

import { access } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { type Check, failed, ok, warning } from './check.ts';

/** What the machine gives the dock: a bus, events of it, and the right to mount where that is the daemon's task. */
export interface BusFacts {
  readonly bus: boolean;
  readonly udev: boolean;
  /** Whether this user may mount. */
  readonly root: boolean;
}

export async function busFacts(): Promise<BusFacts> {
  const [bus, udev] = await Promise.all(['/sys/bus/usb/devices', '/run/udev/control'].map(isThere));
  return { bus: bus === true, udev: udev === true, root: process.getuid?.() === 0 };
}

/** Checks `usb`, `udev` and, in `manage` mode, `mount`. */
export function busChecks(
  language: Language,
  { mode, mountFolder }: Config['dock']['usb'],
  { bus, udev, root }: BusFacts,
): readonly Check[] {
  if (!bus) return [warning('usb', say(language, 'doctor.usb.none'), say(language, 'doctor.usb.next'))];
  const there = ok('usb', say(language, 'doctor.usb', { mode }));
  if (mode === 'off') return [there];
  const events = udev
    ? ok('udev', say(language, 'doctor.udev'))
    : warning('udev', say(language, 'doctor.udev.none'), say(language, 'doctor.udev.next'));
  if (mode === 'observe') return [there, events];
  const mount = root
    ? ok('mount', say(language, 'doctor.mount', { folder: mountFolder }))
    : failed('mount', say(language, 'doctor.mount.none'), say(language, 'doctor.mount.next'));
  return [there, events, mount];
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

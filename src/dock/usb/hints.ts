import { stat } from 'node:fs/promises';

/** Something that may call for an earlier scan of the bus. */
export interface BusHints {
  /** Why there are none: the kernel has no bus, or nobody passes its events on; null where there are. */
  readonly silent: 'no_bus' | 'no_udev' | null;
  close(): void;
}

const noHints = { close: () => undefined };

/**
 * Calls `hint` when a device is plugged or pulled. The package `usb` ends the process where there is no bus, and says
 * nothing, without an error, where udev does not run: both are looked for first, and the scan carries on alone.
 */
export async function busHints(hint: () => void): Promise<BusHints> {
  if (!(await isThere('/sys/bus/usb/devices'))) return { ...noHints, silent: 'no_bus' };
  if (!(await isThere('/run/udev/control'))) return { ...noHints, silent: 'no_udev' };
  const { usb } = await import('usb');
  usb.addEventListener('connect', hint);
  usb.addEventListener('disconnect', hint);
  return {
    silent: null,
    close() {
      usb.removeEventListener('connect', hint);
      usb.removeEventListener('disconnect', hint);
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

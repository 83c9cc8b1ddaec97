import type { DeviceProfile } from '../profile.ts';
import type { UsbDevice } from './sysfs.ts';

/** USB class codes (usb.org, Defined Class Codes). */
const classCodes = {
  audio: '01',
  network: '02',
  input: '03',
  image: '06',
  storage: '08',
  hub: '09',
  wireless: 'e0',
};

/**
 * What a device on the bus is to a dock:
 * `storage`: its disks are looked at; `vendor_mode`: a recorder whose vendor must first switch it to mass storage;
 * `media_transfer`: a recorder that speaks MTP; `hub`; `other`: a keyboard, a network adapter: none of our business,
 * and recorded because it has no business at a dock.
 */
export type DeviceKind = 'storage' | 'vendor_mode' | 'media_transfer' | 'hub' | 'other';

/** Pure: from the class codes and what the profiles say of this `vid:pid`. */
export function deviceKind(device: UsbDevice, profiles: readonly DeviceProfile[]): DeviceKind {
  const has = (code: string): boolean => device.classes.includes(code);
  if (has(classCodes.hub)) return 'hub';
  // A stick with a keyboard in it is the attacker's, not the officer's.
  if (has(classCodes.storage)) return has(classCodes.input) || has(classCodes.network) ? 'other' : 'storage';
  if (startsAsVendorDevice(device, profiles)) return 'vendor_mode';
  return has(classCodes.image) ? 'media_transfer' : 'other';
}

function startsAsVendorDevice({ id }: UsbDevice, profiles: readonly DeviceProfile[]): boolean {
  const [vid, pid] = id.split(':');
  return profiles.some((profile) =>
    profile.know.usb?.some(
      (one) => one.shows === 'vendor_start' && one.vid === vid && (one.pid === undefined || one.pid === pid),
    ),
  );
}

/** A USB 3 device that has fallen back to USB 2 takes ten times as long: a worn plug, or the wrong cable. */
export function slowLink({ version, megabitsPerSecond }: UsbDevice): boolean {
  const could = Number.parseFloat(version ?? '');
  return could >= 3 && megabitsPerSecond !== null && megabitsPerSecond <= 480;
}

import type { DeviceKind } from './device-kind.ts';
import type { FileSystem } from './mounting.ts';
import type { UsbDevice } from './sysfs.ts';
import { type Volume, volumesOf } from './volumes.ts';

/** A volume that is mounted, by this dock or by others. */
export interface Standing {
  readonly point: string;
  readonly readOnly: boolean;
  readonly found: FileSystem | null;
  readonly freeBytes: number | null;
}

/** A plug that has been looked at: its volumes, by their key, as far as they are mounted. */
export interface Plugged {
  readonly device: UsbDevice;
  readonly is: DeviceKind;
  readonly plug: string;
  /** Monotonic milliseconds. */
  readonly since: number;
  readonly mounted: Map<string, Standing>;
  readonly failed: Set<string>;
  readonly pending: Set<string>;
  /** The volumes of the last look: a recorder's two parts do not appear in the same moment. */
  volumes: string;
}

/** A device that is going loses its interfaces first: it is still what it was. */
export function allClasses(before: UsbDevice, now: UsbDevice): readonly string[] {
  return [...new Set([...before.classes, ...now.classes])].toSorted();
}

/** Whether a volume of it is still to be mounted; one that appears late counts until it has been tried. */
export function isComing({ device, mounted, failed }: Plugged): boolean {
  const keys = volumesOf(device).map(keyOf);
  return mounted.size === 0 && keys.length > 0 && !keys.every((key) => failed.has(key));
}

/** Tells a volume from the one of another card in the same reader. */
export function keyOf({ node, disk }: Volume): string {
  return `${node} ${disk.sequence} ${disk.bytes}`;
}

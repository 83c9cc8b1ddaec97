import type { Mount } from '../mountinfo.ts';
import type { UsbDevice, UsbDisk } from './sysfs.ts';

/** A place on a device where a file system may be: a partition, or a disk without any. */
export interface Volume {
  /** `sda1` */
  readonly node: string;
  /** `major:minor` */
  readonly device: string;
  readonly disk: UsbDisk;
  readonly bytes: number;
  /** Stable for the model: unit and partition, `0-1`; names the part of a two-part recorder. */
  readonly name: string;
}

/** The volumes of a device. A reader without a card, and a recorder whose card is out, has none. */
export function volumesOf(device: UsbDevice): readonly Volume[] {
  return device.disks
    .filter((disk) => disk.bytes > 0)
    .flatMap((disk) =>
      disk.partitions.length === 0
        ? [{ node: disk.name, device: disk.device, disk, bytes: disk.bytes, name: `${disk.unit}` }]
        : disk.partitions.map(({ name, device: number, bytes }) => ({
            node: name,
            device: number,
            disk,
            bytes,
            name: `${disk.unit}-${name.slice(disk.name.length)}`,
          })),
    );
}

/** Where a volume is mounted, the uppermost mount first asked; null where it is not. */
export function mountOf(volume: Volume, mounts: readonly Mount[]): (Mount & { mountPoint: string }) | null {
  const found = mounts.findLast((mount) => mount.device === volume.device && mount.mountPoint !== null);
  return found === undefined || found.mountPoint === null ? null : { ...found, mountPoint: found.mountPoint };
}

/** Tells a plug from the next one at the same place: the kernel gives each a number of its own. */
export function plugOf(device: UsbDevice): string {
  return `${device.path} ${device.number}`;
}

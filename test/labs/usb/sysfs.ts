import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A disk on the USB bus as sysfs shows it; USB fields are those of the device that the disk hangs on. */
export interface BlockDevice {
  /** `sda` */
  readonly name: string;
  readonly partitions: readonly string[];
  /** Of 512 bytes; 0 while the card is out of its reader. */
  readonly sectors: number;
  readonly readOnly: boolean;
  /** `2-1`, and `2-1.3` behind a hub. */
  readonly port: string;
  readonly lun: number;
  /** `46f4:0001` */
  readonly usbId: string;
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly serial: string | null;
}

/** Disks that vanish while they are looked at are left out. */
export function blockDevices(): readonly BlockDevice[] {
  return readdirSync('/sys/block')
    .filter((name) => name.startsWith('sd'))
    .flatMap((name) => {
      try {
        return deviceOf(name) ?? [];
      } catch {
        return [];
      }
    });
}

function deviceOf(name: string): BlockDevice | null {
  const disk = realpathSync(`/sys/block/${name}`);
  let usb = disk;
  while (usb !== '/' && !existsSync(join(usb, 'idVendor'))) usb = dirname(usb);
  if (usb === '/') return null;
  const address = basename(realpathSync(join(disk, 'device')));
  return {
    name,
    partitions: readdirSync(disk).filter((entry) => existsSync(join(disk, entry, 'partition'))),
    sectors: Number(text(disk, 'size')),
    readOnly: text(disk, 'ro') === '1',
    port: basename(usb),
    lun: Number(address.split(':').at(-1)),
    usbId: `${text(usb, 'idVendor')}:${text(usb, 'idProduct')}`,
    manufacturer: text(usb, 'manufacturer'),
    product: text(usb, 'product'),
    serial: text(usb, 'serial'),
  };
}

function text(folder: string, file: string): string | null {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

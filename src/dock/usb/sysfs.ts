import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A device on the USB bus as the kernel describes it, without opening it. */
export interface UsbDevice {
  /** Bus and ports, `1-4.2`: the physical place, the same for whatever is plugged there. */
  readonly path: string;
  /** Changes with every plug. */
  readonly number: number;
  /** `vid:pid`, lower-case hex. */
  readonly id: string;
  readonly serial: string | null;
  readonly product: string | null;
  readonly manufacturer: string | null;
  /** Negotiated speed, in whole megabits. */
  readonly megabitsPerSecond: number | null;
  /** What the device itself could do, `3.20`. */
  readonly version: string | null;
  /** Class codes of device and interfaces, two hex digits each. */
  readonly classes: readonly string[];
  readonly disks: readonly UsbDisk[];
}

/** One logical unit of a mass-storage device. */
export interface UsbDisk {
  /** `sda` */
  readonly name: string;
  /** Unlike the name never used again while the machine runs: a disk that went and came is another one. */
  readonly sequence: string;
  readonly unit: number;
  /** 0 where the reader has no card in it. */
  readonly bytes: number;
  readonly writeProtected: boolean;
  /** `major:minor`, by which a mount names it. */
  readonly device: string;
  /** Empty where the file system starts at the first sector or there is none. */
  readonly partitions: readonly { readonly name: string; readonly device: string; readonly bytes: number }[];
}

const sectorBytes = 512;

/** All devices on the bus but hubs' own root; null on a machine without a USB bus. */
export async function readUsb(sys = '/sys'): Promise<readonly UsbDevice[] | null> {
  const folder = join(sys, 'bus/usb/devices');
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const disks = await readDisks(sys);
  const paths = names.filter((name) => /^\d+-\d+(\.\d+)*$/.test(name));
  const devices = await Promise.all(paths.map((path) => readDevice(join(folder, path), path, names, disks)));
  return devices.filter((one) => one !== null).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function readDevice(
  folder: string,
  path: string,
  names: readonly string[],
  disks: ReadonlyMap<string, readonly UsbDisk[]>,
): Promise<UsbDevice | null> {
  const read = (name: string) => attribute(join(folder, name));
  const [vendor, productId, number] = await Promise.all([
    read('idVendor'),
    read('idProduct'),
    read('devnum'),
  ]);
  // A device may go between the listing and the reading.
  if (vendor === null || productId === null || number === null) return null;
  const interfaces = names.filter((name) => name.startsWith(`${path}:`));
  const classes = await Promise.all([
    read('bDeviceClass'),
    ...interfaces.map((name) => attribute(join(dirname(folder), name, 'bInterfaceClass'))),
  ]);
  const speed = Number.parseFloat((await read('speed')) ?? '');
  return {
    path,
    number: Number(number),
    id: `${vendor}:${productId}`,
    serial: await read('serial'),
    product: await read('product'),
    manufacturer: await read('manufacturer'),
    megabitsPerSecond: Number.isFinite(speed) ? Math.round(speed) : null,
    version: await read('version'),
    classes: [...new Set(classes.filter((one) => one !== null && one !== '00'))].toSorted() as string[],
    disks: disks.get(path) ?? [],
  };
}

/** Whether a block device, `major:minor`, hangs on the USB bus: its folder in sysfs lies below a USB controller's. */
export async function blockDeviceOverUsb(device: string, sys = '/sys'): Promise<boolean> {
  const folder = await realpath(join(sys, 'dev/block', device)).catch(() => '');
  return /\/usb\d+\//.test(folder);
}

/** Disks by the path of the USB device they belong to. */
async function readDisks(sys: string): Promise<ReadonlyMap<string, readonly UsbDisk[]>> {
  const names = (await readdir(join(sys, 'block')).catch(() => [])).filter((name) => /^sd[a-z]+$/.test(name));
  const found = await Promise.all(names.map((name) => readDisk(sys, name)));
  const byDevice = new Map<string, UsbDisk[]>();
  for (const one of found.filter((each) => each !== null)) {
    byDevice.set(
      one.device,
      [...(byDevice.get(one.device) ?? []), one.disk].toSorted((a, b) => a.unit - b.unit),
    );
  }
  return byDevice;
}

async function readDisk(sys: string, name: string): Promise<{ device: string; disk: UsbDisk } | null> {
  try {
    const folder = await realpath(join(sys, 'block', name));
    const device = await usbDeviceAbove(folder);
    if (device === null) return null;
    const [size, readOnly, sequence, number] = await Promise.all(
      ['size', 'ro', 'diskseq', 'dev'].map((one) => attribute(join(folder, one))),
    );
    const parts = (await readdir(folder)).filter((one) => one.startsWith(name)).toSorted();
    const partitions = await Promise.all(
      parts.map(async (part) => ({
        name: part,
        device: (await attribute(join(folder, part, 'dev'))) ?? '',
        bytes: Number((await attribute(join(folder, part, 'size'))) ?? 0) * sectorBytes,
      })),
    );
    const address = basename(await realpath(join(folder, 'device')));
    const disk: UsbDisk = {
      name,
      sequence: sequence ?? address,
      unit: Number(address.split(':')[3] ?? 0),
      bytes: Number(size ?? 0) * sectorBytes,
      writeProtected: readOnly === '1',
      device: number ?? '',
      partitions,
    };
    return { device, disk };
  } catch {
    // Pulled while it was looked at: the next scan sees the rest.
    return null;
  }
}

/** Walks up from a disk to the folder that has a vendor id: the device, whatever lies between (SCSI host, hub). */
async function usbDeviceAbove(folder: string): Promise<string | null> {
  for (let at = folder; at !== '/' && at !== '.'; at = dirname(at)) {
    if ((await attribute(join(at, 'idVendor'))) !== null) return basename(at);
  }
  return null;
}

async function attribute(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}

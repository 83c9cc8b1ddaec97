import { DockError } from '../../../src/dock/error.ts';
import type { UsbDevice, UsbDisk } from '../../../src/dock/usb/sysfs.ts';
import { UsbDock, type UsbDockOptions } from '../../../src/dock/usb/usb-dock.ts';
import type { UsbMachine } from '../../../src/dock/usb/usb-machine.ts';
import type { Volume } from '../../../src/dock/usb/volumes.ts';
import { profileOf } from '../card-fixtures.ts';

let sequence = 1;

/** A recorder with one disk of one partition, unless said otherwise. */
export function device(path: string, more: Partial<UsbDevice> = {}): UsbDevice {
  return {
    ...{ path, number: sequence, id: '22b8:4a01', serial: 'SN-1', product: 'BWC 3', manufacturer: null },
    ...{ megabitsPerSecond: 480, version: '2.00', classes: ['08'], disks: [disk('sda')] },
    ...more,
  };
}

export function disk(name: string, more: Partial<UsbDisk> = {}): UsbDisk {
  const number = sequence++;
  return {
    ...{ name, sequence: String(number), unit: 0, bytes: 64_000_000, writeProtected: false },
    ...{ device: `8:${16 * number}` },
    partitions: [{ name: `${name}1`, device: `8:${16 * number + 1}`, bytes: 63_000_000 }],
    ...more,
  };
}

/**
 * A bus and mounts that a test moves about. Left out: the kernel itself, its delays, and what a real file system does
 * when its device goes; the USB lab has those.
 */
export class PlayedMachine implements UsbMachine {
  bus: UsbDevice[] | null = [];
  /** `device mount-point type options`, oldest first. */
  readonly mounts: { device: string; point: string; type: string; options: string }[] = [];
  readonly refuses = new Set<string>();
  beforeMount: Promise<void> = Promise.resolve();

  async devices(): Promise<readonly UsbDevice[] | null> {
    return this.bus;
  }
  async mountinfo(): Promise<Uint8Array> {
    const lines = this.mounts.map(
      ({ device, point, type, options }, i) =>
        `${40 + i} 1 ${device} / ${point} ${options} - ${type} /dev/x rw\n`,
    );
    return Buffer.from(lines.join(''));
  }
  async fileSystem(volume: Volume): Promise<{ type: string; label: string | null } | null> {
    return this.refuses.has(volume.node) ? null : { type: 'vfat', label: 'BWC' };
  }
  async mount(volume: Volume, base: string): Promise<string> {
    if (this.refuses.has(volume.node))
      throw new DockError('dock.file_system_unknown', { device: `/dev/${volume.node}`, found: '?' });
    await this.beforeMount;
    const point = `${base}/${volume.name}`;
    this.mounts.push({ device: volume.device, point, type: 'vfat', options: 'ro' });
    return point;
  }
  /** Volumes that cannot be opened for writing, or not be closed again. */
  readonly stubborn = new Map<string, 'rw' | 'ro'>();
  async remount(
    volume: Volume,
    point: string,
    _found: { type: string } | null,
    to: 'rw' | 'ro',
  ): Promise<void> {
    const mount = this.mounts.find((one) => one.point === point);
    if (mount === undefined || this.stubborn.get(volume.node) === to)
      throw new DockError('dock.remount_failed', { device: `/dev/${volume.node}`, to, found: '?' });
    mount.options = to;
  }
  async unmount(point: string): Promise<void> {
    const at = this.mounts.findIndex((one) => one.point === point);
    if (at !== -1) this.mounts.splice(at, 1);
  }
  async freeBytes(): Promise<number | null> {
    return 1_000;
  }
}

/** A dock on such a machine, which scans when told to, and what it said. */
export function playedDock(machine: PlayedMachine, more: Partial<UsbDockOptions> = {}) {
  let now = 0;
  const said: string[] = [];
  const cards: { readonly port: string; readonly root: string; readonly volumes: readonly string[] }[] = [];
  const dock = new UsbDock({
    ...{ mode: 'manage', machine, profiles: [profileOf('generic-dcim')], base: '/run/docket' },
    ...{ scanMilliseconds: 50, rejoinSeconds: 3 },
    clock: { now: () => Temporal.Now.instant(), monotonicMs: () => now },
    portName: (path) => (path === '2-1' ? '07' : path),
    onEvent(event) {
      if ('card' in event) {
        cards.push(event.card);
        said.push(`${event.kind} ${event.card.port} ${event.card.root}`);
      } else if (event.kind === 'device_attached')
        said.push(`device ${event.is}${event.atStart ? ' before' : ''}`);
      else if (event.kind === 'volume_failing') said.push(event.error.code);
      else if (event.kind === 'bus') said.push(`bus ${event.there}`);
    },
    ...more,
  });
  return {
    dock,
    cards,
    /** Two scans, so that a mount that the first one began is seen. */
    async look(milliseconds = 250): Promise<readonly string[]> {
      now += milliseconds;
      await dock.scan();
      await new Promise((done) => setImmediate(done));
      await dock.scan();
      return said.splice(0);
    },
  };
}

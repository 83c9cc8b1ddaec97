import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import type { DockedCard } from '../card.ts';
import { DockError } from '../error.ts';
import { type Mount, mountsIn } from '../mountinfo.ts';
import { type CardEvent, diffPorts, type Ports, type SeenCard } from '../port-diff.ts';
import type { DeviceProfile } from '../profile.ts';
import { type DeviceKind, deviceKind } from './device-kind.ts';
import type { FileSystem } from './mounting.ts';
import type { UsbDevice } from './sysfs.ts';
import { mountOf, plugOf, type Volume, volumesOf } from './volumes.ts';

/** What the bus and the mounts are like, and how to change the latter; handed in so that it can be played. */
export interface UsbMachine {
  /** Null on a machine without a USB bus. */
  devices(): Promise<readonly UsbDevice[] | null>;
  mountinfo(): Promise<Uint8Array>;
  fileSystem(volume: Volume): Promise<FileSystem | null>;
  mount(volume: Volume, base: string, found: FileSystem | null): Promise<string>;
  unmount(point: string): Promise<void>;
}

export type UsbEvent =
  | CardEvent
  /** A device came or went; said for everything but hubs, storage or not. */
  | { readonly kind: 'device_attached' | 'device_detached'; readonly device: UsbDevice; readonly is: DeviceKind }
  | { readonly kind: 'volume_failing'; readonly device: UsbDevice; readonly error: DockError }
  | { readonly kind: 'no_bus' };

export interface UsbDockOptions {
  readonly machine: UsbMachine;
  readonly profiles: readonly DeviceProfile[];
  /** Where recorders are mounted, a folder for each port. */
  readonly base: string;
  readonly scanMilliseconds: number;
  readonly rejoinSeconds: number;
  readonly clock: Clock;
  /** The number painted on the dock, by bus path; the path itself where nobody has taught it. */
  readonly portName: (path: string) => string;
  readonly onEvent: (event: UsbEvent) => void;
}

/** A plug that has been looked at: its volumes as far as they are mounted. */
interface Plugged {
  readonly device: UsbDevice;
  readonly is: DeviceKind;
  readonly plug: string;
  readonly mounted: Map<string, { readonly point: string; readonly found: FileSystem | null }>;
  readonly failed: Set<string>;
  readonly pending: Set<string>;
}

/**
 * The dock in `manage` mode: mounts what is plugged in, read-only, and takes dead mounts away. A scan of sysfs and
 * mountinfo is the truth; whatever hints there are only bring the next scan forward.
 */
export class UsbDock {
  readonly #options: UsbDockOptions;
  readonly #stop = new AbortController();
  readonly #plugged = new Map<string, Plugged>();
  #ports: Ports = new Map();
  #wake = new AbortController();
  #saidNoBus = false;
  #loop: Promise<void> = Promise.resolve();

  constructor(options: UsbDockOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  hint(): void {
    this.#wake.abort();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#loop;
    for (const one of this.#plugged.values()) await this.#takeDown(one);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      await this.scan();
      const { signal } = this.#wake;
      await sleep(this.#options.scanMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One fresh look at the bus, with the events that it gives. */
  async scan(): Promise<void> {
    const { machine, clock, rejoinSeconds } = this.#options;
    const devices = await machine.devices();
    if (devices === null && !this.#saidNoBus) this.#tell({ kind: 'no_bus' });
    this.#saidNoBus = devices === null;
    const mounts = mountsIn(await machine.mountinfo());
    await this.#follow(devices ?? []);
    for (const one of this.#plugged.values()) if (one.is === 'storage') this.#mountAll(one, mounts);
    const seen = [...this.#plugged.values()].flatMap((one) => this.#seen(one));
    const scan = { seen, hung: new Set<string>() };
    const { ports, events } = diffPorts(this.#ports, scan, clock.monotonicMs(), rejoinSeconds * 1_000);
    this.#ports = ports;
    for (const event of events) this.#tell(event);
  }

  /** Notes what was plugged and what was pulled since the last look. */
  async #follow(devices: readonly UsbDevice[]): Promise<void> {
    const now = new Map(devices.map((device) => [plugOf(device), device]));
    for (const [plug, one] of this.#plugged) {
      if (now.has(plug)) continue;
      this.#plugged.delete(plug);
      this.#tell({ kind: 'device_detached', device: one.device, is: one.is });
      await this.#takeDown(one);
    }
    for (const [plug, device] of now) {
      const standing = this.#plugged.get(plug);
      const is = standing?.is ?? deviceKind(device, this.#options.profiles);
      if (is === 'hub') continue;
      if (standing === undefined) this.#tell({ kind: 'device_attached', device, is });
      const fresh = { mounted: new Map(), failed: new Set<string>(), pending: new Set<string>() };
      this.#plugged.set(plug, { ...fresh, ...standing, device, is, plug });
    }
  }

  /** Begins to mount what is not mounted yet. A volume that somebody else has mounted is left to them. */
  #mountAll(one: Plugged, mounts: readonly Mount[]): void {
    for (const volume of volumesOf(one.device)) {
      const { mounted, failed, pending } = one;
      if (mounted.has(volume.node) || failed.has(volume.node) || pending.has(volume.node)) continue;
      const elsewhere = mountOf(volume, mounts);
      if (elsewhere !== null) {
        failed.add(volume.node);
        const params = { device: `/dev/${volume.node}`, type: elsewhere.filesystem, found: elsewhere.mountPoint };
        this.#tell({ kind: 'volume_failing', device: one.device, error: new DockError('dock.mounted_elsewhere', params) });
        continue;
      }
      pending.add(volume.node);
      this.#mount(one, volume).then(
        () => this.hint(),
        () => this.hint(),
      );
    }
  }

  async #mount(one: Plugged, volume: Volume): Promise<void> {
    const { machine } = this.#options;
    try {
      const found = await machine.fileSystem(volume);
      const point = await machine.mount(volume, this.#baseOf(one.device), found);
      // Pulled, or the daemon stopped, while it was mounted: the mount must not stay.
      if (this.#plugged.get(one.plug)?.mounted !== one.mounted) await machine.unmount(point);
      else one.mounted.set(volume.node, { point, found });
    } catch (error) {
      one.failed.add(volume.node);
      if (!(error instanceof DockError)) throw error;
      if (this.#plugged.has(one.plug)) this.#tell({ kind: 'volume_failing', device: one.device, error });
    } finally {
      one.pending.delete(volume.node);
    }
  }

  #baseOf(device: UsbDevice): string {
    return join(this.#options.base, device.path);
  }

  /** A recorder is there when every volume of it has been tried and one of them is mounted. */
  #seen(one: Plugged): readonly SeenCard[] {
    const volumes = volumesOf(one.device);
    const mounted = volumes.filter((volume) => one.mounted.has(volume.node));
    const tried = volumes.every((volume) => one.mounted.has(volume.node) || one.failed.has(volume.node));
    if (mounted.length === 0 || !tried) return [];
    return [{ card: this.#card(one, mounted), instance: `${one.plug} ${mounted.map((each) => each.node).join(' ')}` }];
  }

  #card({ device, mounted }: Plugged, volumes: readonly Volume[]): DockedCard {
    const parts = volumes.flatMap((volume) => {
      const at = mounted.get(volume.node);
      return at === undefined ? [] : [{ name: volume.name, root: at.point, label: at.found?.label ?? null }];
    });
    return {
      port: this.#options.portName(device.path),
      root: this.#baseOf(device),
      readOnly: true,
      usbSerial: device.serial,
      usbId: device.id,
      usbProduct: device.product,
      volumeLabel: parts.find((part) => part.label !== null)?.label ?? null,
    };
  }

  async #takeDown(one: Plugged): Promise<void> {
    for (const { point } of one.mounted.values()) await this.#options.machine.unmount(point);
    one.mounted.clear();
  }

  #tell(event: UsbEvent): void {
    if (!this.#stop.signal.aborted) this.#options.onEvent(event);
  }
}

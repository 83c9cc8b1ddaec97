import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import { DockError } from '../error.ts';
import { type Mount, mountsIn } from '../mountinfo.ts';
import { type CardEvent, diffPorts, type Ports, type SeenCard } from '../port-diff.ts';
import type { DeviceProfile } from '../profile.ts';
import { deviceKind } from './device-kind.ts';
import { dockedCard } from './docked-card.ts';
import { OpenForWriting } from './open-for-writing.ts';
import { allClasses, isComing, keyOf, type Plugged, type Standing } from './plugged.ts';
import type { UsbDevice } from './sysfs.ts';
import type { DeviceEvent, UsbMachine } from './usb-machine.ts';
import { mountOf, plugOf, type Volume, volumesOf } from './volumes.ts';

export interface UsbDockOptions {
  /** `manage`: this dock mounts, read-only. `observe`: something else does, and the dock takes what it finds. */
  readonly mode: 'manage' | 'observe';
  readonly machine: UsbMachine;
  readonly profiles: readonly DeviceProfile[];
  /** Where recorders are mounted, a folder for each place on the bus. */
  readonly base: string;
  readonly scanMilliseconds: number;
  readonly rejoinSeconds: number;
  readonly clock: Clock;
  /** The number painted on the dock, by bus path; the path itself where nobody has taught it. */
  readonly portName: (path: string) => string;
  readonly onEvent: (event: CardEvent | DeviceEvent) => void;
}

/**
 * The recorders on the USB bus. A scan of sysfs and mountinfo is the truth; whatever hints there are only bring the
 * next scan forward. In `manage` mode it mounts what is plugged in and takes dead mounts away.
 */
export class UsbDock {
  readonly #options: UsbDockOptions;
  readonly #stop = new AbortController();
  readonly #plugged = new Map<string, Plugged>();
  /** Mount points that a card holds: from the moment it is being mounted until it is unmounted. */
  readonly #points = new Set<string>();
  #ports: Ports = new Map();
  #wake = new AbortController();
  #bus: boolean | null = null;
  #first = true;
  #loop: Promise<void> = Promise.resolve();
  /** Cards that can be written to now: none of them is taken away before it is closed again. */
  readonly #open = new Set<OpenForWriting>();

  constructor(options: UsbDockOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Something happened on the bus. */
  hint(): void {
    this.#wake.abort();
  }

  /** No event comes after this call. What was mounted is unmounted. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#loop;
    for (const one of this.#open) await one.closed;
    for (const one of this.#plugged.values()) await this.#takeDown(one);
  }

  /** How a card is opened for writing for a moment; null where it is not this dock's. It stays the card that it is. */
  writing(root: string): OpenForWriting | null {
    const { mode, machine } = this.#options;
    const port = this.#ports.get(root);
    if (mode !== 'manage' || port === undefined || port.goneSince !== null) return null;
    const one = [...this.#plugged.values()].find(({ device }) => device.path === port.card.device?.path);
    const unmount = (point: string): Promise<void> => this.#unmount(point);
    return one === undefined ? null : new OpenForWriting(one, { machine, unmount, open: this.#open });
  }

  async #run(): Promise<void> {
    await this.#clearLeftovers();
    while (!this.#stop.signal.aborted) {
      this.#wake = new AbortController();
      // Out of descriptors for a moment, a scan says nothing; the next one is a quarter of a second away.
      await this.scan().catch(() => undefined);
      const { signal } = this.#wake;
      await sleep(this.#options.scanMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }

  /** What a daemon that was killed has left mounted belongs to no docking any more. */
  async #clearLeftovers(): Promise<void> {
    const { mode, machine, base } = this.#options;
    if (mode !== 'manage') return;
    const left = mountsIn(await machine.mountinfo()).flatMap(({ mountPoint }) =>
      mountPoint?.startsWith(`${base}/`) === true ? [mountPoint] : [],
    );
    for (const point of left) await machine.unmount(point);
  }

  /** One fresh look at the bus, with the events that it gives. */
  async scan(): Promise<void> {
    const { machine, clock, rejoinSeconds, mode } = this.#options;
    const devices = await machine.devices();
    const there = devices !== null;
    if (there !== this.#bus) this.#tell({ kind: 'bus', there });
    this.#bus = there;
    const mounts = mountsIn(await machine.mountinfo());
    await this.#follow(devices ?? []);
    for (const one of this.#plugged.values()) {
      if (one.is !== 'storage') continue;
      await this.#dropGone(one);
      if (mode === 'manage') this.#mountAll(one, mounts);
      else await this.#lookAt(one, mounts);
    }
    this.#first = false;
    const seen = [...this.#plugged.values()].flatMap((one) => this.#seen(one));
    const scan = { seen, hung: this.#coming() };
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
      this.#tell({ kind: 'device_detached', device: one.device });
      await this.#takeDown(one);
    }
    for (const [plug, seen] of now) {
      const standing = this.#plugged.get(plug);
      const device = standing === undefined ? seen : { ...seen, classes: allClasses(standing.device, seen) };
      // The kernel shows the interfaces a moment after the device: until then nobody knows what it is.
      if (device.classes.length === 0) continue;
      const is = deviceKind(device, this.#options.profiles);
      if (is === 'hub') continue;
      if (standing?.is !== is) this.#tell({ kind: 'device_attached', device, is, atStart: this.#first });
      if (standing?.is === 'storage' && is !== 'storage') await this.#takeDown(standing);
      const fresh = {
        mounted: new Map<string, Standing>(),
        failed: new Set<string>(),
        pending: new Set<string>(),
        volumes: '',
        since: this.#options.clock.monotonicMs(),
      };
      this.#plugged.set(plug, { ...fresh, ...standing, device, is, plug });
    }
  }

  /** The card may be out while its reader stays: then the device is there and the volume is not. */
  async #dropGone(one: Plugged): Promise<void> {
    const there = new Set(volumesOf(one.device).map(keyOf));
    for (const [key, { point }] of one.mounted) {
      if (there.has(key)) continue;
      one.mounted.delete(key);
      if (this.#options.mode === 'manage') await this.#unmount(point);
    }
    for (const key of one.failed) if (!there.has(key)) one.failed.delete(key);
  }

  /** Begins to mount what is not mounted yet. A volume that somebody else has mounted is left to them. */
  #mountAll(one: Plugged, mounts: readonly Mount[]): void {
    for (const volume of volumesOf(one.device)) {
      const { mounted, failed, pending } = one;
      const key = keyOf(volume);
      if (mounted.has(key) || failed.has(key) || pending.has(key)) continue;
      const point = join(this.#baseOf(one.device), volume.name);
      // A card that resets itself is another one in the same place: the first one's mount goes before its own comes, or
      // unmounting the first would unmount it too.
      if (this.#points.has(point)) continue;
      const elsewhere = mountOf(volume, mounts);
      if (elsewhere?.mountPoint === point) {
        this.#clear(point);
        continue;
      }
      if (elsewhere !== null) {
        failed.add(key);
        const params = { device: `/dev/${volume.node}`, found: elsewhere.mountPoint };
        const error = new DockError('dock.mounted_elsewhere', params);
        this.#tell({ kind: 'volume_failing', device: one.device, error });
        continue;
      }
      pending.add(key);
      this.#points.add(point);
      const hint = (): void => this.hint();
      this.#mount(one, volume, key).then(hint, hint);
    }
  }

  /** What stands at a place of this dock's own belongs to no card any more. */
  #clear(point: string): void {
    this.#points.add(point);
    const hint = (): void => this.hint();
    this.#unmount(point).then(hint, hint);
  }

  async #unmount(point: string): Promise<void> {
    await this.#options.machine.unmount(point);
    this.#points.delete(point);
  }

  async #mount(one: Plugged, volume: Volume, key: string): Promise<void> {
    const { machine } = this.#options;
    try {
      const found = await machine.fileSystem(volume);
      const point = await machine.mount(volume, this.#baseOf(one.device), found);
      const freeBytes = await machine.freeBytes(point);
      // Pulled, or the daemon stopped, while it was mounted: the mount must not stay.
      if (this.#stop.signal.aborted || this.#plugged.get(one.plug)?.mounted !== one.mounted)
        await this.#unmount(point);
      else one.mounted.set(key, { point, readOnly: true, found, freeBytes });
    } catch (error) {
      one.failed.add(key);
      this.#points.delete(join(this.#baseOf(one.device), volume.name));
      if (!(error instanceof DockError)) throw error;
      if (this.#plugged.has(one.plug)) this.#tell({ kind: 'volume_failing', device: one.device, error });
    } finally {
      one.pending.delete(key);
    }
  }

  /** What others have mounted, where they have mounted it. */
  async #lookAt(one: Plugged, mounts: readonly Mount[]): Promise<void> {
    for (const volume of volumesOf(one.device)) {
      const key = keyOf(volume);
      const mount = mountOf(volume, mounts);
      if (mount === null) {
        one.mounted.delete(key);
        continue;
      }
      const known = one.mounted.get(key);
      if (known?.point === mount.mountPoint && known.readOnly === mount.readOnly) continue;
      const freeBytes = await this.#options.machine.freeBytes(mount.mountPoint);
      const found = { type: mount.filesystem, label: null };
      one.mounted.set(key, { point: mount.mountPoint, readOnly: mount.readOnly, found, freeBytes });
    }
  }

  #baseOf(device: UsbDevice): string {
    return join(this.#options.base, device.path);
  }

  /** A recorder is there when every volume of it has been tried and one of them is mounted. */
  #seen(one: Plugged): readonly SeenCard[] {
    const all = volumesOf(one.device);
    const steady = all.map(keyOf).join(' ');
    const settled = steady === one.volumes;
    one.volumes = steady;
    const volumes = all.filter((volume) => one.mounted.has(keyOf(volume)));
    if (!settled && volumes.length < all.length) return [];
    if (one.is !== 'storage' || volumes.length === 0) return [];
    const tried = (volume: Volume): boolean =>
      one.mounted.has(keyOf(volume)) || one.failed.has(keyOf(volume));
    if (this.#options.mode === 'manage' && !all.every(tried)) return [];
    const instance = `${one.plug} ${volumes.map(keyOf).join(' ')}`;
    // Those that others have mounted lie anywhere, so that each is a card by itself.
    const cards = this.#options.mode === 'manage' ? [volumes] : volumes.map((volume) => [volume]);
    const backSince = one.since;
    const port = this.#options.portName(one.device.path);
    const { base } = this.#options;
    return cards.map((parts, place) => ({
      card: dockedCard(one, parts, { port, base, place }),
      ...{ instance, backSince },
    }));
  }

  /** Cards whose recorder is back on the bus and being mounted: that takes the kernel longer than a plug is out. */
  #coming(): ReadonlySet<string> {
    const back = [...this.#plugged.values()].filter((one) => one.is === 'storage' && isComing(one));
    const gone = [...this.#ports.values()].filter(({ card, goneSince }) =>
      back.some(
        ({ device, since }) => goneSince !== null && since >= goneSince && device.path === card.device?.path,
      ),
    );
    return new Set(gone.map(({ card }) => card.root));
  }

  async #takeDown(one: Plugged): Promise<void> {
    if (this.#options.mode === 'manage')
      for (const { point } of one.mounted.values()) await this.#unmount(point);
    one.mounted.clear();
  }

  #tell(event: CardEvent | DeviceEvent): void {
    if (!this.#stop.signal.aborted) this.#options.onEvent(event);
  }
}

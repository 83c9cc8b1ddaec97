import { join } from 'node:path';
import type { CardImage } from './cards.ts';
import { type CardFault, Disk } from './disk.ts';
import { LabError, run } from './host.ts';
import type { Qmp } from './qmp.ts';

export interface PlugOptions {
  readonly serial: string;
  /** `1`-`12` at the machine, `5.2` behind a hub at 5. Without one the lowest that is free. */
  readonly port?: string;
  /** The card's own switch. */
  readonly writeProtected?: boolean;
  readonly fault?: CardFault;
}

/** A card in the machine. What the guest writes goes into a throw-away layer over the card's image. */
export interface Plugged {
  readonly id: string;
  readonly port: string;
  readonly serial: string;
  readonly lun: number;
  readonly card: CardImage;
  readonly layer: string;
}

interface Slot {
  readonly port: string;
  readonly disks: readonly Disk[];
}

const rootPorts = Array.from({ length: 12 }, (_, port) => String(port + 1));

/** Plugs and pulls, over QMP. */
export class UsbBus {
  readonly #qmp: Qmp;
  readonly #folder: string;
  readonly #slots = new Map<string, Slot>();
  #number = 0;

  constructor(qmp: Qmp, folder: string) {
    this.#qmp = qmp;
    this.#folder = folder;
  }

  /** A fresh layer over a card's image; of a card that was plugged before, the layer as it was left. */
  async plug(what: CardImage | Plugged, options: PlugOptions): Promise<Plugged> {
    const [card, layer] = 'layer' in what ? [what.card, what.layer] : [what, await this.#layerOver(what)];
    const { serial, writeProtected = false, fault = null } = options;
    const { id, port } = this.#slotFor('card', options.port);
    const disk = await Disk.make(this.#qmp, id, layer, writeProtected);
    if (fault !== null) await disk.spoil(fault);
    const drive = { drive: disk.shown, serial, removable: true };
    await this.#qmp.execute('device_add', { driver: 'usb-storage', id, bus: 'xhci.0', port, ...drive });
    this.#slots.set(id, { port, disks: [disk] });
    return { id, port, serial, lun: 0, card, layer };
  }

  /** One recorder with several disks, such as its memory and its card: one device, one serial. */
  async plugLuns(
    cards: readonly CardImage[],
    options: Omit<PlugOptions, 'fault'>,
  ): Promise<readonly Plugged[]> {
    const { serial, writeProtected = false } = options;
    const { id, port } = this.#slotFor('card', options.port);
    await this.#qmp.execute('device_add', { driver: 'usb-bot', id, bus: 'xhci.0', port, serial });
    const disks: Disk[] = [];
    const plugged: Plugged[] = [];
    for (const [lun, card] of cards.entries()) {
      const layer = await this.#layerOver(card);
      const disk = await Disk.make(this.#qmp, `${id}-${lun}`, layer, writeProtected);
      const place = { driver: 'scsi-hd', id: `${id}-disk${lun}`, bus: `${id}.0`, lun };
      await this.#qmp.execute('device_add', { ...place, drive: disk.shown, removable: true });
      disks.push(disk);
      plugged.push({ id, port, serial, lun, card, layer });
    }
    this.#slots.set(id, { port, disks });
    // Until now the guest sees no device; it would count the disks before they are all there.
    const attached = { path: `/machine/peripheral/${id}`, property: 'attached', value: true };
    await this.#qmp.execute('qom-set', attached);
    return plugged;
  }

  /** A hub with 8 ports, full speed (5 MB/s). Pulling it pulls everything behind it at once. */
  async hub(wanted?: string): Promise<{ readonly id: string; readonly port: string }> {
    const { id, port } = this.#slotFor('hub', wanted);
    await this.#qmp.execute('device_add', { driver: 'usb-hub', id, bus: 'xhci.0', port, ports: 8 });
    this.#slots.set(id, { port, disks: [] });
    return { id, port };
  }

  /** What also gets plugged into a dock. */
  async plugOther(what: 'keyboard' | 'network', wanted?: string): Promise<{ readonly id: string }> {
    const { id, port } = this.#slotFor(what, wanted);
    const place = { id, bus: 'xhci.0', port };
    if (what === 'network')
      await this.#qmp.execute('netdev_add', { type: 'user', id: `${id}-net`, restrict: true });
    const device = what === 'keyboard' ? { driver: 'usb-kbd' } : { driver: 'usb-net', netdev: `${id}-net` };
    await this.#qmp.execute('device_add', { ...device, ...place });
    this.#slots.set(id, { port, disks: [] });
    return { id };
  }

  /** Pulls a device, whatever it is doing; a hub with all that hangs on it. */
  async unplug(id: string): Promise<void> {
    const { port } = this.#slot(id);
    const from = this.#qmp.events.length;
    await this.#qmp.execute('device_del', { id });
    const isGone = (event: { event: string; data?: Readonly<Record<string, unknown>> }) =>
      event.event === 'DEVICE_DELETED' && event.data?.['device'] === id;
    await this.#qmp.event(isGone, from, `${id} is unplugged`);
    for (const [name, slot] of [...this.#slots]) {
      if (name !== id && !slot.port.startsWith(`${port}.`)) continue;
      this.#slots.delete(name);
      for (const disk of slot.disks) await disk.remove();
    }
  }

  /** From now on the recorder's cards read at this rate; `null` frees them. */
  async throttle(id: string, bytesPerSecond: number | null): Promise<void> {
    for (const disk of this.#slot(id).disks) await disk.throttle(bytesPerSecond);
  }

  /** From now on the recorder's cards have this fault; `null` heals them. */
  async spoil(id: string, fault: CardFault | null): Promise<void> {
    for (const disk of this.#slot(id).disks) await disk.spoil(fault);
  }

  /** The card is out of its reader, which stays on the bus. */
  async takeOut(id: string, lun: number): Promise<void> {
    const place = { id: `${id}-disk${lun}` };
    // A card has no tray that one could wait for.
    await this.#qmp.execute('blockdev-open-tray', { ...place, force: true });
    await this.#qmp.execute('blockdev-remove-medium', place);
  }

  async putIn(id: string, lun: number): Promise<void> {
    const disk = this.#slot(id).disks[lun];
    if (disk === undefined) throw new LabError(`${id} has no disk ${lun}`);
    const place = { id: `${id}-disk${lun}` };
    await this.#qmp.execute('blockdev-insert-medium', { ...place, 'node-name': disk.shown });
    await this.#qmp.execute('blockdev-close-tray', place);
  }

  #slot(id: string): Slot {
    const slot = this.#slots.get(id);
    if (slot === undefined) throw new LabError(`${id} is not plugged in`);
    return slot;
  }

  #slotFor(what: string, wanted: string | undefined): { readonly id: string; readonly port: string } {
    const used = [...this.#slots.values()].map((slot) => slot.port);
    const port = wanted ?? rootPorts.find((one) => !used.includes(one));
    if (port === undefined || used.includes(port))
      throw new LabError(`USB port ${port ?? '1-12'} is taken already`);
    this.#number += 1;
    return { id: `${what}${this.#number}`, port };
  }

  async #layerOver(card: CardImage): Promise<string> {
    this.#number += 1;
    const layer = join(this.#folder, `layer${this.#number}.qcow2`);
    await run('qemu-img', ['create', '-q', '-f', 'qcow2', '-F', 'raw', '-b', card.image, layer]);
    return layer;
  }
}

export interface WrittenRange {
  readonly start: number;
  readonly length: number;
}

/** Where the guest has written to a card, in steps of 64 KiB, once it is unplugged: nowhere, if it only read. */
export async function writesTo({ layer }: Plugged): Promise<readonly WrittenRange[]> {
  const map = await run('qemu-img', ['map', '--output=json', layer]);
  // The shape is qemu-img's own, documented with `qemu-img map`.
  const ranges = JSON.parse(map) as (WrittenRange & { depth: number; present: boolean })[];
  return ranges
    .filter(({ depth, present }) => depth === 0 && present)
    .map(({ start, length }) => ({ start, length }));
}

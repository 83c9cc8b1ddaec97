import { join } from 'node:path';
import type { CardImage } from './cards.ts';
import { LabError, run } from './host.ts';
import type { Qmp } from './qmp.ts';

/** What is wrong with a card: reads that touch these sectors (of 512 bytes, on the whole card) fail, or all do. */
export type CardFault =
  | { readonly reads: 'fail'; readonly sectors: readonly number[] }
  | { readonly reads: 'all_fail' };

export interface PlugOptions {
  readonly serial: string;
  /** `1`-`8` at the machine, `5.2` behind a hub at 5. Without one the lowest that is free. */
  readonly port?: string;
  readonly writeProtected?: boolean;
  readonly fault?: CardFault;
}

/** A card in the machine. What the guest writes goes into a throw-away layer over the card's image. */
export interface Plugged {
  readonly id: string;
  readonly port: string;
  readonly serial: string;
  readonly card: CardImage;
  readonly layer: string;
}

interface Slot {
  readonly port: string;
  /** Block nodes in the order of their making. */
  readonly nodes: readonly string[];
  readonly groups: readonly string[];
}

/** Plugs and pulls over QMP. */
export class UsbBus {
  readonly #qmp: Qmp;
  readonly #folder: string;
  readonly #slots = new Map<string, Slot>();
  #number = 0;

  constructor(qmp: Qmp, folder: string) {
    this.#qmp = qmp;
    this.#folder = folder;
  }

  /** A fresh layer over a card's image, or the one that an earlier plug has left behind. */
  async plug(card: CardImage | Plugged, options: PlugOptions): Promise<Plugged> {
    const again = 'layer' in card;
    const id = this.#name('recorder');
    const layer = again ? card.layer : await this.#layerOver(card);
    const port = this.#portFor(options.port);
    const slot = await this.#nodes(id, layer, port, options);
    this.#slots.set(id, slot);
    const drive = slot.nodes.at(-1);
    const device = { driver: 'usb-storage', bus: 'xhci.0', removable: true, serial: options.serial };
    await this.#qmp.execute('device_add', { ...device, id, port, drive });
    return { id, port, serial: options.serial, card: again ? card.card : card, layer };
  }

  /** One recorder with several disks, such as its memory and its card: one device, one serial. */
  async plugLuns(cards: readonly CardImage[], options: Omit<PlugOptions, 'fault'>): Promise<readonly Plugged[]> {
    const { serial } = options;
    const id = this.#name('recorder');
    const port = this.#portFor(options.port);
    await this.#qmp.execute('device_add', { driver: 'usb-bot', id, bus: 'xhci.0', port, serial });
    const nodes: string[] = [];
    const groups: string[] = [];
    const plugged: Plugged[] = [];
    for (const [lun, card] of cards.entries()) {
      const layer = await this.#layerOver(card);
      const slot = await this.#nodes(`${id}-${lun}`, layer, port, options);
      nodes.push(...slot.nodes);
      groups.push(...slot.groups);
      const disk = { driver: 'scsi-hd', id: `${id}-disk${lun}`, bus: `${id}.0`, lun, removable: true };
      await this.#qmp.execute('device_add', { ...disk, drive: slot.nodes.at(-1) });
      plugged.push({ id, port, serial, card, layer });
    }
    this.#slots.set(id, { port, nodes, groups });
    // The device shows itself to the guest only now, with every disk in place.
    await this.#qmp.execute('qom-set', { path: `/machine/peripheral/${id}`, property: 'attached', value: true });
    return plugged;
  }

  /** A hub with 8 ports; it is full speed, 5 MB/s. Pulling it pulls everything behind it at once. */
  async hub(port?: string): Promise<{ readonly id: string; readonly port: string }> {
    const id = this.#name('hub');
    const at = this.#portFor(port);
    await this.#qmp.execute('device_add', { driver: 'usb-hub', id, bus: 'xhci.0', port: at, ports: 8 });
    this.#slots.set(id, { port: at, nodes: [], groups: [] });
    return { id, port: at };
  }

  /** What an officer also plugs into a dock. */
  async plugOther(what: 'keyboard' | 'network', port?: string): Promise<{ readonly id: string }> {
    const id = this.#name(what);
    const at = this.#portFor(port);
    const device = { id, bus: 'xhci.0', port: at };
    if (what === 'keyboard') await this.#qmp.execute('device_add', { driver: 'usb-kbd', ...device });
    else {
      await this.#qmp.execute('netdev_add', { type: 'user', id: `${id}-net`, restrict: true });
      await this.#qmp.execute('device_add', { driver: 'usb-net', ...device, netdev: `${id}-net` });
    }
    this.#slots.set(id, { port: at, nodes: [], groups: [] });
    return { id };
  }

  /** Pulls a recorder or another device, whatever is going on with it; a hub with all that hangs on it. */
  async unplug(id: string): Promise<void> {
    const slot = this.#slotOf(id);
    const from = this.#qmp.events.length;
    await this.#qmp.execute('device_del', { id });
    const gone = [...this.#slots].filter(([, one]) => one === slot || one.port.startsWith(`${slot.port}.`));
    const isGone = ({ event, data }: { event: string; data?: Readonly<Record<string, unknown>> }) =>
      event === 'DEVICE_DELETED' && data?.['device'] === id;
    await this.#qmp.event(isGone, from, `${id} is unplugged`);
    for (const [name, { nodes, groups }] of gone) {
      this.#slots.delete(name);
      for (const node of nodes.toReversed()) await this.#qmp.execute('blockdev-del', { 'node-name': node });
      for (const group of groups) await this.#qmp.execute('object-del', { id: group });
    }
  }

  /** From now on the card reads at this rate; 1 hangs it, `null` frees it again. */
  async throttle(id: string, bytesPerSecond: number | null): Promise<void> {
    const limits = { 'bps-total': bytesPerSecond ?? 0 };
    for (const group of this.#slotOf(id).groups)
      await this.#qmp.execute('qom-set', { path: `/objects/${group}`, property: 'limits', value: limits });
  }

  /** From now on the card has this fault; `null` heals it. Not for recorders with several disks. */
  async spoil(id: string, fault: CardFault | null): Promise<void> {
    const [layer, throttled, shown] = this.#slotOf(id).nodes.slice(0, 3);
    if (layer === undefined || throttled === undefined || shown === undefined)
      throw new LabError(`${id} is no card that can be spoilt`);
    let file = throttled;
    if (fault !== null) {
      file = this.#name('fault');
      await this.#qmp.execute('blockdev-add', { ...faultNode(fault, throttled), 'node-name': file });
      this.#slotOf(id);
    }
    await this.#qmp.execute('blockdev-reopen', { options: [{ driver: 'raw', 'node-name': shown, file }] });
  }

  /** Where the guest has written to the card: nothing, for a recorder that was only read. */
  async writesTo({ layer }: Plugged): Promise<readonly { readonly start: number; readonly length: number }[]> {
    const map: unknown = JSON.parse(await run('qemu-img', ['map', '-U', '--output=json', layer]));
    if (!Array.isArray(map)) throw new LabError(`qemu-img map said ${JSON.stringify(map)}`);
    return map
      .filter(({ depth, present, data, zero }) => depth === 0 && (present ?? (data || zero)))
      .map(({ start, length }) => ({ start, length }));
  }
}

import type { Qmp } from './qmp.ts';

/** What is wrong with a card: reads that touch these sectors (of 512 bytes, on the whole card) fail, or all do. */
export type CardFault =
  | { readonly reads: 'fail'; readonly sectors: readonly number[] }
  | { readonly reads: 'all_fail' };

/**
 * One disk as QEMU shows it to the guest, as block nodes: layer <- (fault) <- gate <- rate. The rate is the uppermost:
 * further down, QEMU would wait for ever for a hung read before it lets the device be pulled.
 */
export class Disk {
  readonly shown: string;
  readonly #qmp: Qmp;
  readonly #name: string;
  readonly #group: string;
  readonly #writeProtected: boolean;
  #faults = 0;
  #fault: string | null = null;

  private constructor(qmp: Qmp, name: string, writeProtected: boolean) {
    this.#qmp = qmp;
    this.#name = name;
    this.#writeProtected = writeProtected;
    this.#group = `${name}-limits`;
    this.shown = `${name}-rate`;
  }

  /** `name` is at most 20 characters: QEMU allows its nodes 31. */
  static async make(qmp: Qmp, name: string, layer: string, writeProtected: boolean): Promise<Disk> {
    const disk = new Disk(qmp, name, writeProtected);
    await qmp.execute('object-add', { 'qom-type': 'throttle-group', id: disk.#group });
    await disk.#add('layer', { driver: 'qcow2', file: { driver: 'file', filename: layer } });
    const mode = { 'read-only': writeProtected };
    await disk.#add('gate', { driver: 'raw', ...mode, file: `${name}-layer` });
    await disk.#add('rate', {
      driver: 'throttle',
      ...mode,
      'throttle-group': disk.#group,
      file: `${name}-gate`,
    });
    return disk;
  }

  /** From now on it reads at this rate; `null` frees it. */
  async throttle(bytesPerSecond: number | null): Promise<void> {
    const value = { 'bps-total': bytesPerSecond ?? 0 };
    await this.#qmp.execute('qom-set', { path: `/objects/${this.#group}`, property: 'limits', value });
  }

  /** From now on it has this fault and no other; `null` heals it. */
  async spoil(fault: CardFault | null): Promise<void> {
    const before = this.#fault;
    this.#fault = null;
    if (fault !== null) {
      this.#faults += 1;
      this.#fault = `fault${this.#faults}`;
      const image = `${this.#name}-layer`;
      await this.#add(this.#fault, { driver: 'blkdebug', image, 'inject-error': failuresOf(fault) });
    }
    const gate = { driver: 'raw', 'node-name': `${this.#name}-gate`, 'read-only': this.#writeProtected };
    const file = `${this.#name}-${this.#fault ?? 'layer'}`;
    await this.#qmp.execute('blockdev-reopen', { options: [{ ...gate, file }] });
    if (before !== null) await this.#delete(before);
  }

  /** After the device that showed it is gone. */
  async remove(): Promise<void> {
    await this.#delete('rate');
    await this.#delete('gate');
    if (this.#fault !== null) await this.#delete(this.#fault);
    await this.#delete('layer');
    await this.#qmp.execute('object-del', { id: this.#group });
  }

  async #add(part: string, node: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#qmp.execute('blockdev-add', { ...node, 'node-name': `${this.#name}-${part}` });
  }

  async #delete(part: string): Promise<void> {
    await this.#qmp.execute('blockdev-del', { 'node-name': `${this.#name}-${part}` });
  }
}

function failuresOf(fault: CardFault): readonly object[] {
  const failure = { event: 'none', iotype: 'read', errno: 5, once: false };
  return fault.reads === 'all_fail' ? [failure] : fault.sectors.map((sector) => ({ ...failure, sector }));
}

import type { Qmp } from './qmp.ts';

/** What is wrong with a card: reads that touch these sectors (of 512 bytes, on the whole card) fail, or all do. */
export type CardFault =
  | { readonly reads: 'fail'; readonly sectors: readonly number[] }
  | { readonly reads: 'all_fail' };

/** One disk as QEMU shows it to the guest: layer <- rate <- (fault) <- shown, each of them one of its block nodes. */
export class Disk {
  readonly shown: string;
  readonly #qmp: Qmp;
  readonly #name: string;
  readonly #group: string;
  #faults = 0;
  #fault: string | null = null;

  private constructor(qmp: Qmp, name: string) {
    this.#qmp = qmp;
    this.#name = name;
    this.#group = `${name}-limits`;
    this.shown = `${name}-shown`;
  }

  /** `name` is at most 20 characters: QEMU allows its nodes 31. */
  static async make(qmp: Qmp, name: string, layer: string, writeProtected: boolean): Promise<Disk> {
    const disk = new Disk(qmp, name);
    await qmp.execute('object-add', { 'qom-type': 'throttle-group', id: disk.#group });
    await disk.#add('layer', { driver: 'qcow2', file: { driver: 'file', filename: layer } });
    await disk.#add('rate', { driver: 'throttle', 'throttle-group': disk.#group, file: `${name}-layer` });
    await disk.#add('shown', { driver: 'raw', 'read-only': writeProtected, file: `${name}-rate` });
    return disk;
  }

  /** From now on it reads at this rate; 1 hangs it, `null` frees it. */
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
      this.#fault = `${this.#name}-fault${this.#faults}`;
      await this.#add(`fault${this.#faults}`, {
        driver: 'blkdebug',
        image: `${this.#name}-rate`,
        'inject-error': failuresOf(fault),
      });
    }
    const file = this.#fault ?? `${this.#name}-rate`;
    await this.#qmp.execute('blockdev-reopen', {
      options: [{ driver: 'raw', 'node-name': this.shown, file }],
    });
    if (before !== null) await this.#delete(before);
  }

  /** After the device that showed it is gone. */
  async remove(): Promise<void> {
    await this.#delete(this.shown);
    if (this.#fault !== null) await this.#delete(this.#fault);
    await this.#delete(`${this.#name}-rate`);
    await this.#delete(`${this.#name}-layer`);
    await this.#qmp.execute('object-del', { id: this.#group });
  }

  async #add(part: string, node: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#qmp.execute('blockdev-add', { ...node, 'node-name': `${this.#name}-${part}` });
  }

  async #delete(node: string): Promise<void> {
    await this.#qmp.execute('blockdev-del', { 'node-name': node });
  }
}

function failuresOf(fault: CardFault): readonly object[] {
  const failure = { event: 'none', iotype: 'read', errno: 5, once: false };
  return fault.reads === 'all_fail' ? [failure] : fault.sectors.map((sector) => ({ ...failure, sector }));
}

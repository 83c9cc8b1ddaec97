import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './agent-client.ts';
import type { AgentAnswer, BlockDevice } from './agent-orders.ts';
import { type Plugged, type PlugOptions, UsbBus } from './bus.ts';
import type { CardImage } from './cards.ts';
import type { CardFault } from './disk.ts';
import { LabError } from './host.ts';
import { type BootOptions, Machine } from './machine.ts';

export type RunResult = AgentAnswer<'run'>;

/** A docking PC in an emulator: Debian's kernel, udev, this checkout at `/docket`, a data folder's place at `/data`. */
export class Guest {
  readonly #machine: Machine;
  readonly #bus: UsbBus;

  private constructor(machine: Machine) {
    this.#machine = machine;
    this.#bus = new UsbBus(machine.qmp, machine.folder);
  }

  /** Boots until the agent answers, 10-20 s on two quiet cores. Stop it in a teardown. */
  static async boot(options: BootOptions = {}): Promise<Guest> {
    const guest = new Guest(await Machine.start(options));
    try {
      await guest.#until('the agent is ready', 300, () => {
        if (guest.#machine.ended) throw new LabError('QEMU ended while booting');
        return guest.console().includes('LAB agent ready');
      });
      return guest;
    } catch (error) {
      const failure = guest.#failure('the guest did not boot', error);
      await guest.stop();
      throw failure;
    }
  }

  console(): string {
    return this.#machine.console();
  }

  /** Runs a line of shell in the guest to its end, whatever that is. */
  async run(command: string, seconds = 120): Promise<RunResult> {
    const order = { order: 'run', command, milliseconds: seconds * 1000 } as const;
    return this.#ask(() => ask(this.#machine.port, order, seconds + 30));
  }

  /** Runs a line of shell that must succeed; its standard output. */
  async must(command: string, seconds = 120): Promise<string> {
    const { ended, stdout, stderr } = await this.run(command, seconds);
    if (ended === 0) return stdout;
    throw this.#failure(`\`${command}\` ended with ${ended}\n${stdout}${stderr}`);
  }

  /** Tries a line of shell until it succeeds; `seconds` is where a broken guest is given up. */
  async until(command: string, seconds = 120): Promise<void> {
    await this.#until(`\`${command}\` succeeds`, seconds, async () => (await this.run(command)).ended === 0);
  }

  /** Starts a program that goes on, such as the daemon; what it says goes into `log`. */
  async start(command: string, log: string): Promise<Started> {
    const { pid } = await this.#ask(() => ask(this.#machine.port, { order: 'start', command, log }, 60));
    return new Started(this, pid);
  }

  /** A command line of the program, on the way that everybody's takes. */
  docket(args: readonly string[], seconds = 600): Promise<AgentAnswer<'docket'>> {
    return this.#ask(() => ask(this.#machine.port, { order: 'docket', args }, seconds));
  }

  /** What the guest's clock shows now, in milliseconds since 1970. */
  async clock(): Promise<number> {
    const asked = performance.now();
    const { milliseconds } = await this.#ask(() => ask(this.#machine.port, { order: 'clock' }, 60));
    return milliseconds + (performance.now() - asked) / 2;
  }

  async readFile(path: string): Promise<Buffer> {
    const order = { order: 'read', path } as const;
    const { base64 } = await this.#ask(() => ask(this.#machine.port, order, 120));
    return Buffer.from(base64, 'base64');
  }

  async writeFile(path: string, content: string | Uint8Array): Promise<void> {
    const base64 = Buffer.from(content).toString('base64');
    await this.#ask(() => ask(this.#machine.port, { order: 'write', path, base64 }, 120));
  }

  /** When a file was last written to, in a form to compare; null where there is none. */
  async changed(path: string): Promise<string | null> {
    return (await this.#ask(() => ask(this.#machine.port, { order: 'changed', path }, 60))).at;
  }

  async blockDevices(): Promise<readonly BlockDevice[]> {
    return (await this.#ask(() => ask(this.#machine.port, { order: 'blockDevices' }, 60))).devices;
  }

  /** Plugs a recorder in and returns at once; `device` waits for the disk that the guest makes of it. */
  plug(card: CardImage | Plugged, options: PlugOptions): Promise<Plugged> {
    return this.#bus.plug(card, options);
  }

  plugLuns(cards: readonly CardImage[], options: Omit<PlugOptions, 'fault'>): Promise<readonly Plugged[]> {
    return this.#bus.plugLuns(cards, options);
  }

  plugOther(what: 'keyboard' | 'network', port?: string): Promise<{ readonly id: string }> {
    return this.#bus.plugOther(what, port);
  }

  hub(port?: string): Promise<{ readonly id: string; readonly port: string }> {
    return this.#bus.hub(port);
  }

  /** Pulls it, whatever it is doing. */
  unplug({ id }: { readonly id: string }): Promise<void> {
    return this.#bus.unplug(id);
  }

  /**
   * The guest's kernel asks the recorder's cards for little at a time and is patient: so that one that hangs lets the
   * kernel's own small questions pass, and no read is ever aborted.
   */
  async readInSmallSteps(plugged: Plugged): Promise<void> {
    for (const name of await this.#disksOf(plugged))
      await this.must(
        `echo 16 >/sys/block/${name}/queue/max_sectors_kb && echo 600 >/sys/block/${name}/device/timeout`,
      );
  }

  /**
   * From now on the recorder's cards answer the kernel after 16 s each time, and a read of the daemon's, which is many
   * of the kernel's, for minutes not at all. Hung for ever, the kernel would abort its command after 30 s, and QEMU
   * waits within the abort for the read to end: the whole machine would stand still. After `readInSmallSteps` alone.
   */
  hang(plugged: Plugged): Promise<void> {
    return this.throttle(plugged, 1024);
  }

  /** Whether the guest's kernel waits for an answer of the recorder's cards. */
  async isReading(plugged: Plugged): Promise<boolean> {
    for (const name of await this.#disksOf(plugged)) {
      const [reads] = (await this.must(`cat /sys/block/${name}/inflight`)).trim().split(/\s+/);
      if (Number(reads) > 0) return true;
    }
    return false;
  }

  /** From now on the recorder's cards read at this rate; `null` frees them. */
  throttle({ id }: Plugged, bytesPerSecond: number | null): Promise<void> {
    return this.#bus.throttle(id, bytesPerSecond);
  }

  /** From now on reads of the recorder's cards fail like this; `null` heals them. */
  spoil({ id }: Plugged, fault: CardFault | null): Promise<void> {
    return this.#bus.spoil(id, fault);
  }

  /** Takes the card out of a reader that stays; only for those of `plugLuns`. */
  takeOut({ id, lun }: Plugged): Promise<void> {
    return this.#bus.takeOut(id, lun);
  }

  putIn({ id, lun }: Plugged): Promise<void> {
    return this.#bus.putIn(id, lun);
  }

  /** Waits until a card is a block device with its node; what to mount: `/dev/sda1`, or `/dev/sda` without partitions. */
  async device({ serial, lun, card }: Pick<Plugged, 'serial' | 'lun' | 'card'>): Promise<string> {
    return this.deviceWhere(`${serial} is a disk`, (disk) => {
      if (disk.serial !== serial || disk.lun !== lun || disk.sectors === 0) return null;
      return card.partitioned ? (disk.partitions[0] ?? null) : disk.name;
    });
  }

  /** Waits for a disk that `choose` knows by what sysfs shows, and for its node in `/dev`. */
  async deviceWhere(what: string, choose: (disk: BlockDevice) => string | null): Promise<string> {
    let found: string | undefined;
    await this.#until(what, 120, async () => {
      found = (await this.blockDevices()).map(choose).find((name) => name !== null) ?? undefined;
      return found !== undefined && (await this.run(`test -b /dev/${found}`)).ended === 0;
    });
    return `/dev/${found}`;
  }

  /** Ends the guest as a power cut does, which is how every guest ends: nothing in it is worth closing. */
  async stop(): Promise<void> {
    await this.#machine.cutPower();
  }

  async #disksOf({ serial, port }: Plugged): Promise<readonly string[]> {
    const disks = await this.blockDevices();
    return disks
      .filter((disk) => disk.serial === serial && disk.port.endsWith(`-${port}`))
      .map(({ name }) => name);
  }

  async #until(what: string, seconds: number, holds: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!(await holds())) {
      if (performance.now() > deadline) throw this.#failure(`waited ${seconds} s in vain until ${what}`);
      await wait(50);
    }
  }

  async #ask<T>(asking: () => Promise<T>): Promise<T> {
    try {
      return await asking();
    } catch (error) {
      throw this.#failure('the guest did not answer', error);
    }
  }

  #failure(what: string, cause?: unknown): LabError {
    const because = cause === undefined ? '' : `: ${String(cause)}`;
    const tail = this.console().split('\n').slice(-40).join('\n');
    return new LabError(`${what}${because}\n--- end of the guest's console ---\n${tail}`, { cause });
  }
}

/** A program that goes on in the guest. */
export class Started {
  readonly pid: number;
  readonly #guest: Guest;

  constructor(guest: Guest, pid: number) {
    this.#guest = guest;
    this.pid = pid;
  }

  async signal(name: 'TERM' | 'INT' | 'KILL'): Promise<void> {
    await this.#guest.must(`kill -${name} ${this.pid}`);
  }

  /** Waits until it is gone. */
  async ended(seconds = 120): Promise<void> {
    await this.#guest.until(`! kill -0 ${this.pid}`, seconds);
  }
}

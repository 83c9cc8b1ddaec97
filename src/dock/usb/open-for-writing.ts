import { DockError } from '../error.ts';
import type { Standing } from './plugged.ts';
import type { UsbMachine } from './usb-machine.ts';
import type { Volume } from './volumes.ts';

interface Mounted {
  readonly volume: Volume;
  readonly standing: Standing;
}

interface Surroundings {
  readonly machine: Pick<UsbMachine, 'remount'>;
  /** What of the card is mounted now: none of a recorder that was pulled. */
  readonly volumes: () => readonly Mounted[];
  readonly takeAway: (volume: Volume, point: string) => Promise<void>;
  /** Those that are open. */
  readonly open: Set<OpenForWriting>;
}

/** A card of the bus that is opened for writing, for a moment, and closed again. */
export class OpenForWriting {
  readonly #in: Surroundings;
  #opened: readonly Mounted[] = [];
  #closed = Promise.withResolvers<void>();

  constructor(surroundings: Surroundings) {
    this.#in = surroundings;
  }

  /** Resolves when what is open now is closed. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** The file systems on it; null where one is unknown. */
  get fileSystems(): readonly (string | null)[] {
    return this.#in.volumes().map(({ standing }) => standing.found?.type ?? null);
  }

  /** Error: `dock.remount_failed`; then none of its volumes can be written to. */
  async open(): Promise<void> {
    this.#closed = Promise.withResolvers();
    this.#in.open.add(this);
    this.#opened = this.#in.volumes();
    try {
      for (const { volume, standing } of this.#opened)
        await this.#in.machine.remount(volume, standing.point, standing.found, 'rw');
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Read-only again. Error: `dock.remount_failed`, where a volume had to be taken away instead. */
  async close(): Promise<void> {
    const failed: unknown[] = [];
    for (const one of this.#opened) await this.#closeOne(one).catch((error: unknown) => failed.push(error));
    this.#opened = [];
    this.#in.open.delete(this);
    this.#closed.resolve();
    if (failed.length > 0) throw failed[0];
  }

  async #closeOne({ volume, standing }: Mounted): Promise<void> {
    const { machine, volumes, takeAway } = this.#in;
    // A recorder that was pulled is unmounted already.
    const here = (): boolean => volumes().some((one) => one.standing === standing);
    if (!here()) return;
    try {
      await machine.remount(volume, standing.point, standing.found, 'ro');
    } catch (error) {
      if (!here() || !(error instanceof DockError)) return;
      await takeAway(volume, standing.point);
      throw error;
    }
  }
}

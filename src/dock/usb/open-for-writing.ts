import { keyOf, type Plugged, type Standing } from './plugged.ts';
import type { UsbMachine } from './usb-machine.ts';
import { type Volume, volumesOf } from './volumes.ts';

interface Mounted {
  readonly volume: Volume;
  readonly standing: Standing;
}

interface Surroundings {
  readonly machine: Pick<UsbMachine, 'remount'>;
  readonly unmount: (point: string) => Promise<void>;
  /** Those that are open. */
  readonly open: Set<OpenForWriting>;
}

/** A card of the bus that is opened for writing, for a moment, and closed again. */
export class OpenForWriting {
  readonly #plugged: Plugged;
  readonly #in: Surroundings;
  #opened: readonly Mounted[] = [];
  #closed = Promise.withResolvers<void>();

  constructor(plugged: Plugged, surroundings: Surroundings) {
    this.#plugged = plugged;
    this.#in = surroundings;
  }

  /** Resolves when what is open now is closed. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** The file systems on it; null where one is unknown. */
  get fileSystems(): readonly (string | null)[] {
    return this.#volumes().map(({ standing }) => standing.found?.type ?? null);
  }

  /** Error: `dock.remount_failed`; then none of its volumes can be written to. */
  async open(): Promise<void> {
    this.#closed = Promise.withResolvers();
    this.#in.open.add(this);
    this.#opened = this.#volumes();
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

  /** A volume that cannot be closed again is taken away: it then counts as one that failed to mount. */
  async #closeOne({ volume, standing }: Mounted): Promise<void> {
    const { machine, unmount } = this.#in;
    const { mounted, failed } = this.#plugged;
    const key = keyOf(volume);
    // A recorder that was pulled is unmounted already.
    if (mounted.get(key) !== standing) return;
    try {
      await machine.remount(volume, standing.point, standing.found, 'ro');
    } catch (error) {
      if (mounted.get(key) !== standing) return;
      mounted.delete(key);
      failed.add(key);
      await unmount(standing.point);
      throw error;
    }
  }

  /** None of a recorder that was pulled. */
  #volumes(): readonly Mounted[] {
    return volumesOf(this.#plugged.device).flatMap((volume) => {
      const standing = this.#plugged.mounted.get(keyOf(volume));
      return standing === undefined ? [] : [{ volume, standing }];
    });
  }
}

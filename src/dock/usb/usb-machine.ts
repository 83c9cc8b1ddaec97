import type { DockError } from '../error.ts';
import type { DeviceKind } from './device-kind.ts';
import type { FileSystem } from './mounting.ts';
import type { UsbDevice } from './sysfs.ts';
import type { Volume } from './volumes.ts';

/** What the bus and the mounts are like, and how to change the latter; handed in so that it can be played. */
export interface UsbMachine {
  /** Null on a machine without a USB bus. */
  devices(): Promise<readonly UsbDevice[] | null>;
  mountinfo(): Promise<Uint8Array>;
  fileSystem(volume: Volume): Promise<FileSystem | null>;
  mount(volume: Volume, base: string, found: FileSystem | null): Promise<string>;
  /** Lets a mounted volume be written to (`rw`), or takes that back. Throws `DockError`. */
  remount(volume: Volume, point: string, found: FileSystem | null, to: 'rw' | 'ro'): Promise<void>;
  unmount(point: string): Promise<void>;
  /** Null where nobody can say. */
  freeBytes(point: string): Promise<number | null>;
}

/** What becomes of devices and of the bus itself, beside the cards. */
export type DeviceEvent =
  /** A device came; said for everything but hubs, storage or not. `atStart`: it was there before the daemon. */
  | {
      readonly kind: 'device_attached';
      readonly device: UsbDevice;
      readonly is: DeviceKind;
      readonly atStart: boolean;
    }
  | { readonly kind: 'device_detached'; readonly device: UsbDevice }
  | { readonly kind: 'volume_failing'; readonly device: UsbDevice; readonly error: DockError }
  /** Said at the start, and whenever it changes: whether there is a USB bus at all. */
  | { readonly kind: 'bus'; readonly there: boolean };

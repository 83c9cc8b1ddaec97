import type { Clock } from '../clock.ts';
import type { DockError } from './error.ts';
import type { Hints } from './folder-hints.ts';
import type { CardEvent } from './port-diff.ts';
import type { DockDisk, WatchedFolder } from './scan-folder.ts';
import type { DeviceEvent } from './usb/usb-machine.ts';

/** What the watch reports: cards, and what is the matter with a watched folder (each said once until it changes). */
export type DockEvent =
  | CardEvent
  | DeviceEvent
  | { readonly kind: 'folder_failing'; readonly folder: WatchedFolder; readonly error: DockError }
  | { readonly kind: 'folder_back'; readonly folder: WatchedFolder }
  | { readonly kind: 'name_unusable'; readonly folder: WatchedFolder; readonly error: DockError };

export interface WatchOptions {
  readonly folders: readonly WatchedFolder[];
  readonly scanMilliseconds: number;
  readonly rejoinSeconds: number;
  readonly clock: Clock;
  readonly onEvent: (event: DockEvent) => void;
  /** Whether mounts of USB devices are left to the USB dock. */
  readonly leaveUsb?: boolean;
  readonly disk?: DockDisk;
  /** Null for none: the scans alone. */
  readonly hints?: ((folder: string, hint: () => void) => Hints) | null;
}

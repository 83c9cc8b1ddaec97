import type { DockedDeviceFacts } from '../custody/entry-kinds.ts';

/** A card that has appeared somewhere: a folder or a mount. Nothing on it has been believed yet. */
export interface DockedCard {
  /** The port as painted on the dock, or the folder's name. */
  readonly port: string;
  /** Absolute real path of the card's root. */
  readonly root: string;
  /** Whether the mount is read-only; null where the card is a plain folder. */
  readonly readOnly: boolean | null;
  /** USB serial, where the card came over USB. */
  readonly usbSerial: string | null;
  /** `vid:pid` in lower-case hex, likewise. */
  readonly usbId: string | null;
  readonly usbProduct: string | null;
  readonly volumeLabel: string | null;
  /**
   * Folders below the root that are file systems of their own: internal memory and card of a two-part recorder. Empty
   * where the root itself is the card.
   */
  readonly volumes: readonly string[];
  /** What the bus says of the recorder; null where the card did not come over USB. */
  readonly device: DockedDeviceFacts | null;
}

/** A card of which only its place is known: a folder, or a mount that did not come over USB. */
export function cardInFolder(port: string, root: string, readOnly: boolean | null = null): DockedCard {
  const unknown = { usbSerial: null, usbId: null, usbProduct: null, volumeLabel: null };
  return { port, root, readOnly, ...unknown, volumes: [], device: null };
}

/**
 * One thing found on a card. Names are bytes: a card may hold any, and the same bytes must reach the open call.
 * `path` is relative to the root, parts joined with `/`.
 */
export interface CardFile {
  readonly path: Buffer;
  readonly kind:
    | 'file'
    | 'symlink'
    | 'fifo'
    | 'socket'
    | 'device'
    | 'other_filesystem'
    | 'too_deep'
    | 'unreadable';
  readonly bytes: number;
  readonly modified: Temporal.Instant;
}

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

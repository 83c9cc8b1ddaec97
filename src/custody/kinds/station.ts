import type { None } from './none.ts';

/** The station itself: its key, its ports, what is plugged in, its backups. */
export interface StationKinds {
  'station.initialised': { data: { code: string; origin: string; publicKey: string }; personal: None };
  /**
   * The station's key is lost, and this one signs from here on. Nobody could sign this with the lost one: it stands on
   * the word of whoever did it.
   */
  'station.rekeyed': { data: { publicKey: string; previous: string }; personal: None };
  'station.started': { data: { version: string }; personal: None };
  /**
   * The station had its data back. Entries `from` to `to` (without it) came from the vault: of what lay beside them
   * (names, paths, free text) nothing is left.
   */
  'station.restored': {
    data: {
      source: 'backup' | 'vault';
      /** SHA-256 of the backup's file; null where there was none. */
      backup: string | null;
      from: number;
      to: number;
      /** How many such values are gone. */
      lostValues: number;
      /** Originals in the vault that no entry names any more. */
      unknownOriginals: number;
    };
    personal: None;
  };
  'station.stopped': { data: Record<string, never>; personal: None };
  /** The number painted on the dock for a place on the bus. */
  'port.named': { data: { path: string; port: string }; personal: None };
  /** Something that is no recorder was plugged in: a keyboard, a network adapter. Nothing of it was used. */
  'device.ignored': {
    data: {
      path: string;
      usbId: string;
      serial: string | null;
      product: string | null;
      kind: string;
      classes: readonly string[];
    };
    personal: None;
  };
  /** A backup of ledger, key and configuration stands in its folder, read back and opened. */
  'backup.made': {
    data: {
      file: string;
      /** As of when it holds the station. */
      made: string;
      /** How many entries are in it, and the root over them. */
      entries: number;
      root: string;
      bytes: number;
      sha256: string;
      /** The public key that it is encrypted to. */
      recipient: string;
    };
    personal: { folder: string };
  };
  /** Older backups beyond those to be kept, after a newer one was proved. */
  'backup.removed': { data: { files: readonly string[] }; personal: None };
}

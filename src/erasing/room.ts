import type { Alarms } from '../custody/alarms.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { HashingPool } from '../intake/copying/hashing-pool.ts';
import type { Vault } from '../vault/contract.ts';
import type { ErasingList } from './list.ts';

/** Everything that erasing works with. */
export interface ErasingRoom {
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly pool: Pick<HashingPool, 'whole'>;
  readonly vault: Pick<Vault, 'reread'>;
  readonly step: (point: string) => void;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** A card that is silent for so long, and for the time that its bytes may take, is not waited for. */
  readonly stallMs: number;
}

/** What lets a card be written to; the dock's, or nobody's where the card is a plain folder. */
export interface WriteAccess {
  /** From here on until `close` the card can be written to. Throws `DockError`. */
  open(): Promise<void>;
  /** Read-only again. Throws `DockError` where that cannot be had. */
  close(): Promise<void>;
}

/** One erasing: which files, of which card, by whose order. */
export interface ErasingOrder {
  readonly erasing: string;
  readonly docking: string;
  readonly recorder: string;
  readonly port: string;
  readonly root: string;
  readonly volumes: readonly string[];
  readonly list: ErasingList;
  readonly source: 'confirmed' | 'policy';
  readonly access: WriteAccess;
  /** Ends it between two files: the card is gone, or the station stops. */
  readonly signal: AbortSignal;
  /** Whether it is a person who has ended it. */
  cancelled(): boolean;
  /** Whether the card itself is still there: a dead mount says of every file that it is gone. */
  present(): Promise<boolean>;
  /** So many files have been dealt with. */
  progress(done: number): void;
}

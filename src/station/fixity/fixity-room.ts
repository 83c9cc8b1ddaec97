import type { Clock } from '../../clock.ts';
import type { Alarms } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { Ledger } from '../../custody/ledger.ts';
import type { Turns } from '../../turns.ts';
import type { Copies } from '../../vault/fixity/copies.ts';
import type { Holder } from '../../vault/holder.ts';

export interface FixitySettings {
  readonly stationCode: string;
  /** Within so many every copy is read back; 0: none is by itself. */
  readonly days: number;
  readonly mebibytesPerSecond: number;
}

/** What is worked with where a copy is entered as damaged, or is repaired. */
export interface CopyRoom {
  readonly settings: Pick<FixitySettings, 'stationCode'>;
  readonly copies: Copies;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  /** The station's vault. */
  readonly main: Holder;
  readonly step: (point: string) => void;
}

/** What fixity checks work with. */
export interface FixityRoom extends CopyRoom {
  readonly settings: FixitySettings;
  readonly db: Db;
  /** The second one; null where there is none, or where it is not there now. */
  readonly mirror: () => Promise<Holder | null>;
  /** Id of the mirror that the configuration has, also while it is away; null: there is none. */
  readonly mirrorVault: () => string | null;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

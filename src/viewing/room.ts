import type { Clock } from '../clock.ts';
import type { Alarms } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { BytesRoom } from '../tagging/evidence-bytes.ts';
import type { Turns } from '../turns.ts';
import type { ViewingSettings } from './settings.ts';

/** Everything that viewing works with, handed in by `station.ts`. */
export interface ViewingRoom extends BytesRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly settings: ViewingSettings;
  /** Whether every recording gets a copy by itself, or only those that somebody asks for. */
  readonly automatic: boolean;
  readonly atOnce: number;
  /** A font of the unit's own; null: one of those that the system has. */
  readonly font: string | null;
  /** Of the store: beyond it the copy that nobody has watched for longest goes. */
  readonly limitBytes: number;
  /** That must stay free on the store's disk, which may be the vault's. */
  readonly reserveBytes: number;
  /** Where copies lie. */
  readonly folder: string;
  /** Whether intake reads cards now and needs the machine. */
  readonly intakeBusy: () => boolean;
  readonly step: (point: string) => void;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

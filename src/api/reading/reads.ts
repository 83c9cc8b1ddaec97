import { readAlarm, readAlarmPage } from '../reads/alarms.ts';
import { readEntries, readEntry, readLedgerSize } from '../reads/entries.ts';
import { readEvidenceItem, readEvidenceList } from '../reads/evidence.ts';
import { readHidden } from '../reads/whose.ts';
import type { ReadWorld } from './read-world.ts';

/** Every question that may be asked of the catalogue; the threads that read know them by these names. */
export const reads = {
  hidden: readHidden,
  evidenceList: readEvidenceList,
  evidenceItem: readEvidenceItem,
  alarmPage: readAlarmPage,
  alarm: readAlarm,
  entries: readEntries,
  entry: readEntry,
  ledgerSize: readLedgerSize,
} as const satisfies Readonly<Record<string, (world: ReadWorld, args: never) => unknown>>;

export type ReadName = keyof typeof reads;
export type ReadArgs<N extends ReadName> = Parameters<(typeof reads)[N]>[1];
export type ReadAnswer<N extends ReadName> = Awaited<ReturnType<(typeof reads)[N]>>;

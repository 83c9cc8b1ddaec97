import { parentPort, workerData } from 'node:worker_threads';
import { type Refusal, refusalOf } from '../../custody/ledger-thread.ts';
import { faultPoints } from '../../fault-points.ts';
import { type BackupWish, type WrittenBackup, writeBackup } from './write-backup.ts';

/** What the thread is started with. */
export interface BackupProgramData {
  readonly wish: BackupWish;
  readonly DOCKET_FAULT: string | undefined;
}

export type BackupAnswer = { readonly written: WrittenBackup } | { readonly refused: Refusal };

/** The program of the thread that makes one backup: wiring only. The main thread must not encrypt gigabytes. */
const port = parentPort;
if (port !== null) {
  const { wish } = workerData as BackupProgramData;
  const answer = (message: BackupAnswer): void => port.postMessage(message);
  try {
    answer({ written: await writeBackup(wish, faultPoints(workerData)) });
  } catch (error) {
    answer({ refused: refusalOf(error) });
  }
}

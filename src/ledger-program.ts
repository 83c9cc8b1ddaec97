import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from './clock.ts';
import { openWriting } from './custody/database.ts';
import { type FromLedger, refusalOf, serveLedger } from './custody/ledger-thread.ts';
import { LedgerWriter } from './custody/ledger-writer.ts';
import { loadStationKey } from './custody/station-key.ts';
import { faultPoints } from './fault-points.ts';
import { projectors } from './projections.ts';

/** What the thread is started with. */
export interface LedgerProgramData {
  readonly database: string;
  readonly keyFile: string;
  readonly origin: string;
  readonly DOCKET_FAULT: string | undefined;
}

/** The program of the ledger thread: wiring only, like `station.ts` for the main thread. */
const port = parentPort;
if (port !== null) {
  const answer = (message: FromLedger): void => port.postMessage(message);
  try {
    const { database, keyFile, origin } = workerData as LedgerProgramData;
    const signer = loadStationKey(keyFile, origin);
    const writer = new LedgerWriter(
      openWriting(database),
      projectors,
      signer,
      systemClock,
      faultPoints(workerData),
    );
    serveLedger(port, writer);
    answer({ ready: true });
  } catch (error) {
    answer({ unready: refusalOf(error) });
  }
}

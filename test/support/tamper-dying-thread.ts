import { parentPort, workerData } from 'node:worker_threads';

/** Stands in for the ledger thread where a test needs one that dies: at once, or at its third call. */
let calls = 0;
if (workerData === 'at once') process.exit(3);
parentPort?.on('message', () => {
  calls += 1;
  if (calls === 3) process.exit(4);
});
parentPort?.postMessage({ ready: true });

import { parentPort } from 'node:worker_threads';
import { registers } from './all.ts';
import { type RegisterRow, shapeRows } from './read-rows.ts';
import { readSheet } from './read-sheet.ts';
import { type SheetUnreadable, unreadable } from './sheet-fault.ts';
import type { FromSheetThread, ToSheetThread } from './sheet-reader.ts';

/** Reads tables of registers beside the main thread, which has recorders to look after. */
const port = parentPort;
if (port === null) throw new Error('this file is a worker thread, not a program');

/** So many rows a message: each is taken in with one short turn of the main thread. */
const atOnce = 1_000;
/** More faults than anybody mends by reading them; how many there are is told. */
const mostTold = 1_000;

function send(message: FromSheetThread): void {
  port?.postMessage(message);
}

async function read({ bytes, register: name, zone }: ToSheetThread): Promise<void> {
  const register = registers[name];
  const names = [name, register.title.en, register.title.zh].map((one) => one.toLowerCase());
  const { rows: sheet, epoch, ...found } = await readSheet(bytes, names);
  const { rows, errors, ...shaped } = shapeRows(sheet, register, zone, epoch);
  for (let from = 0; from < rows.length; from += atOnce) send({ rows: batch(rows, from) });
  send({ done: { ...found, ...shaped, errors: errors.slice(0, mostTold), faults: errors.length } });
}

function batch(rows: readonly RegisterRow[], from: number): readonly RegisterRow[] {
  return rows.slice(from, from + atOnce);
}

port.on('message', (message: ToSheetThread) => {
  read(message).catch((error: unknown) => {
    const { fault }: SheetUnreadable = unreadable(error);
    send({ fault });
  });
});

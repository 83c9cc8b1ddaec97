import { registers } from './all.ts';
import { shapeRows } from './read-rows.ts';
import { readSheet } from './read-sheet.ts';
import { unreadable } from './sheet-fault.ts';
import type { FromSheetProgram, ToSheetProgram } from './sheet-reader.ts';

/**
 * Reads tables of registers in a process of its own: a workbook made to eat memory ends this one. In a thread it would end
 * the daemon, since V8 aborts the whole process where a heap has reached its limit.
 */

/** So many rows a message: each is taken in with one short turn of the daemon's main thread. */
const atOnce = 1_000;
/** More faults than anybody mends by reading them; how many there are is told. */
const mostTold = 1_000;

function send(message: FromSheetProgram): void {
  process.send?.(message);
}

async function read({ bytes, register: name, zone }: ToSheetProgram): Promise<void> {
  const register = registers[name];
  const names = [name, register.title.en, register.title.zh].map((one) => one.toLowerCase());
  const { rows: sheet, epoch, ...found } = await readSheet(bytes, names);
  const { rows, errors, ...shaped } = shapeRows(sheet, register, zone, epoch);
  for (let from = 0; from < rows.length; from += atOnce) send({ rows: rows.slice(from, from + atOnce) });
  send({ done: { ...found, ...shaped, errors: errors.slice(0, mostTold), faults: errors.length } });
}

process.on('message', (message: ToSheetProgram) => {
  read(message).catch((error: unknown) => send({ fault: unreadable(error).fault }));
});
// Whoever asked has gone.
process.on('disconnect', () => process.exit());

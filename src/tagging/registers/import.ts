import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '../../custody/entry.ts';
import { tagAnew } from '../tag-anew.ts';
import { registers } from './all.ts';
import { enteredDraft, type RegisterRoom, same } from './enter.ts';
import { type FilePlan, planFile } from './plan-import.ts';
import type { RowError } from './read-rows.ts';
import type { RegisterName } from './register.ts';
import { SheetReader } from './sheet-reader.ts';

/** Entries of one transaction: the ledger's thread must stay free for intake between them. */
const atOnce = 1_000;
/** More faults than anybody mends by reading them. */
const mostTold = 1_000;

/** A file of rows for one register. */
export interface RegisterFile {
  readonly register: RegisterName;
  /** For messages and for the ledger. */
  readonly file: string;
  readonly bytes: () => Promise<Buffer>;
}

/** What a file would do, or has done, to a register. */
export interface ImportReport {
  readonly register: RegisterName;
  readonly file: string;
  /** The sheet that was read, and those beside it that were not. */
  readonly sheet: string | null;
  readonly others: readonly string[];
  readonly import: string | null;
  /** Good ones. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly errors: readonly RowError[];
  /** All of them; `errors` tells the first. */
  readonly faults: number;
}

export interface ImportWish {
  readonly dryRun: boolean;
  readonly goodRows: boolean;
}

/**
 * Reads files of rows and enters them, in the order in which they refer to each other. With `dryRun` it only tells what
 * it would do. Rows with faults are never entered; where there are any in any file, nothing of any file is, unless
 * `goodRows` asks for the others. Errors: those of `SheetReader`.
 */
export async function importRegisters(
  room: RegisterRoom,
  files: readonly RegisterFile[],
  { dryRun, goodRows }: ImportWish,
  actor: Actor,
): Promise<readonly ImportReport[]> {
  const order = Object.keys(registers);
  const sorted = files.toSorted((a, b) => order.indexOf(a.register) - order.indexOf(b.register));
  const plans = await planAll(room, sorted);
  const faulty = plans.some(({ plan }) => plan.faults > 0);
  const enter = !dryRun && (!faulty || goodRows);
  const reports: ImportReport[] = [];
  for (const planned of plans)
    reports.push(reportOf(planned, enter ? await enterAll(room, planned, actor) : null));
  return reports;
}

interface PlannedFile {
  readonly file: RegisterFile;
  readonly sha256: string;
  readonly plan: FilePlan;
}

async function planAll(room: RegisterRoom, files: readonly RegisterFile[]): Promise<readonly PlannedFile[]> {
  const reader = new SheetReader();
  try {
    const plans: PlannedFile[] = [];
    for (const file of files) {
      const bytes = await file.bytes();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { register } = file;
      const read = await reader.read(file.file, { bytes, register, zone: room.zone });
      const before = plans.map(({ file: one, plan }) => ({ register: one.register, rows: plan.rows }));
      plans.push({ file, sha256, plan: await planFile(room, register, read, before) });
    }
    return plans;
  } finally {
    reader.close();
  }
}

async function enterAll(
  { ledger }: RegisterRoom,
  { file: { register, file }, sha256, plan }: PlannedFile,
  actor: Actor,
): Promise<string> {
  const id = randomUUID();
  const subject = { kind: 'register', id: register } as const;
  const fresh = plan.rows.filter(({ row, before }) => before === null || !same(row.values, before));
  const rows = fresh.length;
  const begun = { import: id, register, sha256, rows, refused: plan.faults };
  await ledger.append([{ type: 'register.import_begun', actor, subject, data: begun, personal: { file } }]);
  for (let from = 0; from < rows; from += atOnce) {
    const some = fresh.slice(from, from + atOnce);
    await ledger.append(
      some.map(({ row }) => enteredDraft(register, row, id, actor)),
      [tagAnew],
    );
    await breathe();
  }
  await ledger.append([
    { type: 'register.imported', actor, subject, data: { import: id, register, rows }, personal: {} },
  ]);
  return id;
}

function reportOf({ file: { register, file }, plan }: PlannedFile, id: string | null): ImportReport {
  const { sheet, others, rows, errors, faults } = plan;
  const added = rows.filter(({ before }) => before === null).length;
  const changed = rows.filter(({ row, before }) => before !== null && !same(row.values, before)).length;
  return {
    ...{ register, file, sheet, others, import: id, rows: rows.length, added, changed, faults },
    unchanged: rows.length - added - changed,
    errors: errors.slice(0, mostTold),
  };
}

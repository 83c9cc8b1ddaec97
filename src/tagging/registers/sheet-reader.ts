import { Worker } from 'node:worker_threads';
import { TaggingError } from '../error.ts';
import type { ReadRows, RegisterRow } from './read-rows.ts';
import type { RegisterName } from './register.ts';
import type { SheetFault } from './sheet-fault.ts';

/** A register's rows as a file has them; what they refer to has not been looked for. */
export interface ReadFile extends ReadRows {
  /** The name of the workbook's sheet; null for a CSV file. */
  readonly sheet: string | null;
  /** Sheets beside it that were not read. */
  readonly others: readonly string[];
  /** How many faults there are; `errors` tells the first of them. */
  readonly faults: number;
}

export interface ToSheetThread {
  readonly bytes: Uint8Array;
  readonly register: RegisterName;
  readonly zone: string;
}

export type FromSheetThread =
  | { readonly rows: readonly RegisterRow[] }
  | { readonly done: Omit<ReadFile, 'rows'> }
  | { readonly fault: SheetFault };

/** The largest register takes a quarter of it; a table made to eat memory ends its thread, not the daemon. */
const usualBounds = { mebibytes: 1_024, ms: 300_000 };

/** Reads files of registers, one after the other, in a thread of its own. */
export class SheetReader {
  readonly #most: typeof usualBounds;
  #thread: Worker | null = null;

  constructor(most: typeof usualBounds = usualBounds) {
    this.#most = most;
  }

  /**
   * @param file for the messages. Errors: `tagging.sheet_unreadable`, `tagging.sheet_quotes`, `tagging.sheet_old`,
   * `tagging.sheet_too_large`.
   */
  async read(file: string, { bytes, register, zone }: ToSheetThread): Promise<ReadFile> {
    const thread = this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<ReadFile>();
    const rows: RegisterRow[] = [];
    const hear = (message: FromSheetThread): void => {
      if ('rows' in message) rows.push(...message.rows);
      else if ('done' in message) resolve({ ...message.done, rows });
      else {
        const { code, params } = message.fault;
        reject(new TaggingError(code, { file, ...params }, { field: 'FILE' }));
      }
    };
    const { mebibytes, ms } = this.#most;
    const exhausted = (most: string, cause?: unknown): void =>
      reject(
        new TaggingError(
          'tagging.sheet_too_large',
          { file, found: `> ${most}`, most },
          { cause, field: 'FILE' },
        ),
      );
    const lost = (cause: unknown): void => exhausted(`${mebibytes} MiB`, cause);
    const timer = setTimeout(() => {
      exhausted(`${ms / 1_000} s`);
      void this.close();
    }, ms);
    thread.on('message', hear).on('error', lost);
    try {
      thread.postMessage({ bytes, register, zone } satisfies ToSheetThread);
      return await promise;
    } finally {
      clearTimeout(timer);
      thread.off('message', hear).off('error', lost);
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #start(): Worker {
    this.#thread ??= new Worker(new URL('./sheet-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#most.mebibytes },
    }).once('error', () => {
      this.#thread = null;
    });
    return this.#thread;
  }
}

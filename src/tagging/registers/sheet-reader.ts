import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

export interface ToSheetProgram {
  readonly bytes: Uint8Array;
  readonly register: RegisterName;
  readonly zone: string;
}

export type FromSheetProgram =
  | { readonly rows: readonly RegisterRow[] }
  | { readonly done: Omit<ReadFile, 'rows'> }
  | { readonly fault: SheetFault };

/** The largest register takes a quarter of the memory, and a hundredth of the time. */
const usualBounds = { mebibytes: 1_024, ms: 300_000 };
const program = fileURLToPath(new URL('./sheet-program.ts', import.meta.url));

/** Reads files of registers, one after the other, in a process of its own, which `close` ends. */
export class SheetReader {
  readonly #most: typeof usualBounds;
  #child: ChildProcess | null = null;

  constructor(most: typeof usualBounds = usualBounds) {
    this.#most = most;
  }

  /**
   * @param file for the messages. Errors: `tagging.sheet_unreadable`, `tagging.sheet_quotes`, `tagging.sheet_old`,
   * `tagging.sheet_too_large`.
   */
  async read(file: string, wish: ToSheetProgram): Promise<ReadFile> {
    const child = this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<ReadFile>();
    const rows: RegisterRow[] = [];
    const hear = (message: FromSheetProgram): void => {
      if ('rows' in message) rows.push(...message.rows);
      else if ('done' in message) resolve({ ...message.done, rows });
      else {
        const { code, params } = message.fault;
        reject(new TaggingError(code, { file, ...params }, { field: 'FILE' }));
      }
    };
    const { mebibytes, ms } = this.#most;
    const exhausted = (most: string): void => {
      const params = { file, found: `> ${most}`, most };
      reject(new TaggingError('tagging.sheet_too_large', params, { field: 'FILE' }));
    };
    const lost = (code: number | null, signal: string | null): void => {
      // So V8 ends a process whose heap is full.
      if (signal === 'SIGABRT') exhausted(`${mebibytes} MiB`);
      else reject(new Error(`the reading of ${file} was ended: ${signal ?? code}`));
    };
    const timer = setTimeout(() => {
      exhausted(`${ms / 1_000} s`);
      this.close();
    }, ms);
    child.on('message', hear).on('exit', lost).on('error', reject);
    child.send(wish);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      child.off('message', hear).off('exit', lost).off('error', reject);
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #start(): ChildProcess {
    const standing = this.#child;
    if (standing !== null) return standing;
    const child = fork(program, {
      // What it says on a full heap is for nobody; faults come as messages.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.#most.mebibytes}`],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    this.#child = child;
    return child;
  }
}

import { Worker } from 'node:worker_threads';
import type { AnyDraft } from './entry.ts';
import { CustodyError } from './error.ts';
import type { Appended, Lane, Ledger, WorkChange } from './ledger.ts';
import type { FromLedger, Refusal, ToLedger } from './ledger-thread.ts';

type Ok = Extract<FromLedger, { ok: unknown }>['ok'];

interface Call {
  readonly resolve: (ok: Ok) => void;
  readonly reject: (error: unknown) => void;
}

/** The ledger as the rest of the program has it: calls that cross to the thread which owns the writing connection. */
export class ThreadedLedger implements Ledger {
  readonly #thread: Worker;
  readonly #revive: (refusal: Refusal) => unknown;
  readonly #calls = new Map<number, Call>();
  #next = 1;
  #gone: unknown = null;

  private constructor(thread: Worker, revive: (refusal: Refusal) => unknown) {
    this.#thread = thread;
    this.#revive = revive;
    thread.on('message', (message: FromLedger) => this.#hear(message));
    thread.on('error', (error) => this.#lost(error));
    thread.on('exit', (code) => this.#lost(new Error(`the ledger thread ended with ${code}`)));
  }

  /**
   * Starts the thread and waits until its database stands open.
   * @param program the thread's program, which knows the projectors
   * @param revive makes an error of this program again of what crossed the thread
   */
  static async start(
    program: URL,
    workerData: unknown,
    revive: (refusal: Refusal) => unknown,
  ): Promise<ThreadedLedger> {
    const thread = new Worker(program, { workerData });
    const first = await new Promise<FromLedger>((heard, failed) => {
      thread.once('message', heard);
      thread.once('error', failed);
      thread.once('exit', (code) => failed(new Error(`the ledger thread ended with ${code}`)));
    });
    if ('unready' in first) {
      await thread.terminate();
      throw revive(first.unready);
    }
    return new ThreadedLedger(thread, revive);
  }

  async append(
    drafts: readonly AnyDraft[],
    work: readonly WorkChange[] = [],
    lane: Lane = 'now',
  ): Promise<Appended> {
    const ok = await this.#call((call) => ({ do: 'append', call, drafts, work, lane }));
    if (ok === null || !('first' in ok)) throw new TypeError('an append was answered with something else');
    return ok;
  }

  async checkpoint(): Promise<{ size: number; note: string }> {
    const ok = await this.#call((call) => ({ do: 'checkpoint', call }));
    if (ok === null || !('note' in ok)) throw new TypeError('a checkpoint was answered with something else');
    return ok;
  }

  async close(): Promise<void> {
    if (this.#gone !== null) return;
    await this.#call((call) => ({ do: 'close', call }));
    this.#gone = new Error('the ledger is closed');
    await this.#thread.terminate();
  }

  #call(message: (call: number) => ToLedger): Promise<Ok> {
    if (this.#gone !== null) return Promise.reject(this.#unwritable(this.#gone));
    const call = this.#next++;
    const { promise, resolve, reject } = Promise.withResolvers<Ok>();
    // Throws where a draft holds what cannot be copied; then nothing was asked.
    this.#thread.postMessage(message(call));
    this.#calls.set(call, { resolve, reject });
    return promise;
  }

  #hear(message: FromLedger): void {
    if (!('call' in message)) return;
    const call = this.#calls.get(message.call);
    if (call === undefined) return;
    this.#calls.delete(message.call);
    if ('ok' in message) call.resolve(message.ok);
    else call.reject(this.#revive(message.refused));
  }

  #lost(error: unknown): void {
    this.#gone ??= error;
    for (const call of this.#calls.values()) call.reject(this.#unwritable(error));
    this.#calls.clear();
  }

  #unwritable(cause: unknown): CustodyError {
    const found = cause instanceof Error ? cause.message : String(cause);
    return new CustodyError('custody.ledger_unwritable', { path: 'station.db', found }, { cause });
  }
}

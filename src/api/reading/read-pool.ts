import { Worker } from 'node:worker_threads';
import { DocketError } from '../../errors.ts';
import { type ProblemCode, problems } from '../../texts/catalogue.ts';
import { ApiError } from '../error.ts';
import type { ReadReply, ReadRequest } from './read-program.ts';
import type { ReadSource } from './read-world.ts';
import type { Reader } from './reader.ts';
import type { ReadAnswer, ReadArgs, ReadName } from './reads.ts';

export interface ReadPoolOptions {
  readonly threads: number;
  /** Longer than any list takes; a question that takes longer is given up with its thread. */
  readonly longestMs: number;
  /** Questions that wait for a thread; whoever comes beyond them is asked to come again. */
  readonly mostWaiting: number;
}

export const usualReadPool: ReadPoolOptions = { threads: 2, longestMs: 20_000, mostWaiting: 200 };

/**
 * A page of the longest list takes some mebibytes, a workbook of the most lines some tens. Young objects are swept out early: left to
 * itself V8 lets each thread's youngest grow while pages come and go.
 */
const heapOfOne = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const;

interface Question {
  readonly name: ReadName;
  readonly args: unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that answer questions, each over a connection of its own: a long one holds up neither intake nor the doors. */
export class ReadPool implements Reader {
  readonly #source: ReadSource;
  readonly #options: ReadPoolOptions;
  readonly #waiting: Question[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, { readonly question: Question; readonly timer: NodeJS.Timeout }>();
  /** Given up, and not at their end yet: SQLite goes on with a query until it has an answer, with all the memory that it took. */
  readonly #ending = new Set<Worker>();
  #closed = false;

  constructor(source: ReadSource, options: ReadPoolOptions = usualReadPool) {
    this.#source = source;
    this.#options = options;
  }

  async read<N extends ReadName>(name: N, args: ReadArgs<N>): Promise<ReadAnswer<N>> {
    const { mostWaiting } = this.#options;
    if (this.#closed || this.#waiting.length >= mostWaiting) throw new ApiError('api.busy', {});
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ name, args, resolve, reject });
    this.#next();
    // The thread answers by the same table of questions.
    return (await promise) as ReadAnswer<N>;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new ApiError('api.busy', {}));
    await Promise.all([...this.#idle, ...this.#busy.keys(), ...this.#ending].map((one) => one.terminate()));
  }

  #next(): void {
    const question = this.#waiting[0];
    if (question === undefined) return;
    const thread = this.#idle.pop() ?? this.#started();
    if (thread === null) return;
    this.#waiting.shift();
    const timer = setTimeout(() => this.#giveUp(thread), this.#options.longestMs);
    this.#busy.set(thread, { question, timer });
    const request: ReadRequest = { name: question.name, args: question.args };
    thread.postMessage(request);
  }

  /** Threads are started when they are first needed: a station that nobody asks has none. */
  #started(): Worker | null {
    if (this.#busy.size + this.#idle.length + this.#ending.size >= this.#options.threads) return null;
    const thread = new Worker(new URL('./read-program.ts', import.meta.url), {
      workerData: this.#source,
      resourceLimits: heapOfOne,
    });
    thread.unref();
    thread.on('message', (reply: ReadReply) => this.#heard(thread, reply));
    thread.on('error', (error) => this.#lost(thread, error));
    thread.on('exit', (code) => {
      this.#ending.delete(thread);
      this.#lost(thread, new Error(`a reading thread ended with ${code}`));
      this.#next();
    });
    return thread;
  }

  #heard(thread: Worker, reply: ReadReply): void {
    const asked = this.#busy.get(thread);
    if (asked === undefined) return;
    clearTimeout(asked.timer);
    this.#busy.delete(thread);
    this.#idle.push(thread);
    if ('answer' in reply) asked.question.resolve(reply.answer);
    else asked.question.reject(revived(reply.refused));
    this.#next();
  }

  #giveUp(thread: Worker): void {
    const seconds = Math.round(this.#options.longestMs / 1_000);
    this.#ending.add(thread);
    this.#lost(thread, new ApiError('api.too_slow', { seconds }));
    thread.terminate().catch(() => undefined);
  }

  #lost(thread: Worker, error: unknown): void {
    const place = this.#idle.indexOf(thread);
    if (place !== -1) this.#idle.splice(place, 1);
    const asked = this.#busy.get(thread);
    if (asked === undefined) return;
    clearTimeout(asked.timer);
    this.#busy.delete(thread);
    asked.question.reject(error);
    this.#next();
  }
}

type Refused = Extract<ReadReply, { refused: unknown }>['refused'];

function revived({ code, params, field, message }: Refused): Error {
  if (code === null || !isProblemCode(code)) return new Error(message);
  return new DocketError(code, params as never, field === null ? {} : { field });
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FilledPart } from '../../vault/s3/read-part.ts';
import { type CopyEvent, CopyFailed, type CopyJob, type CopyResult, type SourceFacts } from './copy-job.ts';
import type { FromWorker, ToWorker, WorkerAnswer } from './worker-protocol.ts';

/** A copy under way. `done` rejects with `CopyFailed`. */
export interface RunningCopy {
  readonly done: Promise<CopyResult>;
  pause(): void;
  resume(): void;
  cancel(): void;
}

interface Task {
  readonly worker: HashingThread;
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: unknown) => void;
  readonly onEvent: (event: CopyEvent) => void;
}

interface HashingThread {
  readonly thread: Worker;
  busy: number;
}

/**
 * The hashing workers, and which task runs on which. A worker starts when a task finds all others busy (a command that
 * hashes nothing pays for no thread); with all of them running, a task goes to the one with the fewest.
 */
export class HashingPool {
  readonly #most: number;
  readonly #workers: HashingThread[] = [];
  readonly #data: { readonly DOCKET_FAULT: string | undefined };
  readonly #tasks = new Map<number, Task>();
  #next = 1;

  /** @param workers how many at most; 0 for as many as there are cores. */
  constructor(workers: number, env: Readonly<Record<string, string | undefined>> = process.env) {
    this.#most = workers === 0 ? availableParallelism() : workers;
    this.#data = { DOCKET_FAULT: env['DOCKET_FAULT'] };
  }

  #start(): HashingThread {
    const thread = new Worker(new URL('./hashing-worker.ts', import.meta.url), { workerData: this.#data });
    const worker = { thread, busy: 0 };
    thread.on('message', (message: FromWorker) => this.#hear(message));
    thread.on('error', (error) => this.#lost(worker, error));
    thread.unref();
    this.#workers.push(worker);
    return worker;
  }

  #leastBusy(): HashingThread {
    const [first, ...others] = this.#workers;
    if (first === undefined) return this.#start();
    const least = others.reduce((least, one) => (one.busy < least.busy ? one : least), first);
    return least.busy > 0 && this.#workers.length < this.#most ? this.#start() : least;
  }

  copy(job: CopyJob, onEvent: (event: CopyEvent) => void): RunningCopy {
    const { task, answer, worker } = this.#send((task) => ({ do: 'copy', task, job }), onEvent);
    const tell = (deed: 'pause' | 'resume' | 'cancel'): void => worker.thread.postMessage({ do: deed, task });
    return {
      done: answer.then((got) => {
        if (got.of !== 'copy') throw new TypeError(`a copy was answered with ${got.of}`);
        return got.result;
      }),
      pause: () => tell('pause'),
      resume: () => tell('resume'),
      cancel: () => tell('cancel'),
    };
  }

  /** BLAKE3 of both ends of a file on a card. Rejects with `CopyFailed`. */
  async ends(source: Uint8Array, expected: SourceFacts): Promise<{ headBlake3: string; tailBlake3: string }> {
    const got = await this.#send((task) => ({ do: 'ends', task, source, expected })).answer;
    if (got.of !== 'ends') throw new TypeError(`ends were answered with ${got.of}`);
    return { headBlake3: got.headBlake3, tailBlake3: got.tailBlake3 };
  }

  /** BLAKE3 of a whole file on a card, which must be as expected before and after. Rejects with `CopyFailed`. */
  async whole(source: Uint8Array, expected: SourceFacts): Promise<string> {
    const got = await this.#send((task) => ({ do: 'whole', task, source, expected })).answer;
    if (got.of !== 'whole') throw new TypeError(`a whole file was answered with ${got.of}`);
    return got.blake3;
  }

  /** Reads a file of the vault past every cache. Rejects as the system does, with an errno in `code`. */
  async reread(path: string, bytes: number): Promise<{ bytes: number; blake3: string }> {
    const got = await this.#send((task) => ({ do: 'reread', task, path, bytes })).answer.catch(systemError);
    if (got.of !== 'reread') throw new TypeError(`a re-read was answered with ${got.of}`);
    return { bytes: got.bytes, blake3: got.blake3 };
  }

  /** Fills a buffer with a part of a staged file and hashes it (`ReadPart`); the buffer is handed over and comes back. */
  async part(
    path: string,
    { at, bytes }: { readonly at: number; readonly bytes: number },
    buffer: ArrayBuffer,
  ): Promise<FilledPart> {
    const none = (): void => undefined;
    const question = this.#send((task) => ({ do: 'part', task, path, at, bytes, buffer }), none, [buffer]);
    const got = await question.answer.catch(systemError);
    if (got.of !== 'part') throw new TypeError(`a part was answered with ${got.of}`);
    return { buffer: got.buffer, md5: got.md5, sha256: got.sha256 };
  }

  #send(
    message: (task: number) => ToWorker,
    onEvent: (event: CopyEvent) => void = () => undefined,
    handed: readonly ArrayBuffer[] = [],
  ): { task: number; answer: Promise<WorkerAnswer>; worker: HashingThread } {
    const worker = this.#leastBusy();
    const task = this.#next++;
    const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer>();
    this.#tasks.set(task, { worker, resolve, reject, onEvent });
    worker.busy += 1;
    // An unreferenced thread must still hold the process while it works for someone.
    worker.thread.ref();
    worker.thread.postMessage(message(task), handed);
    return { task, answer: promise, worker };
  }

  #hear(message: FromWorker): void {
    const task = this.#tasks.get(message.task);
    if (task === undefined) return;
    if ('event' in message) {
      task.onEvent(message.event);
      return;
    }
    this.#tasks.delete(message.task);
    task.worker.busy -= 1;
    if (task.worker.busy === 0) task.worker.thread.unref();
    if ('answer' in message) task.resolve(message.answer);
    else task.reject(new CopyFailed(message.failure, new Error(message.detail)));
  }

  #lost(worker: HashingThread, error: unknown): void {
    for (const [number, task] of this.#tasks) {
      if (task.worker !== worker) continue;
      this.#tasks.delete(number);
      task.reject(error);
    }
    const place = this.#workers.indexOf(worker);
    if (place !== -1) this.#workers.splice(place, 1);
  }

  /** Tasks that have not answered, for instance because a card hangs. */
  get outstanding(): number {
    return this.#tasks.size;
  }

  /** Ends the threads. Must not be waited for while a read hangs: `terminate()` would wait for the card. */
  async close(): Promise<void> {
    if (this.#tasks.size > 0) return;
    await Promise.all(this.#workers.map((worker) => worker.thread.terminate()));
  }
}

/** No copy failed here: whoever re-reads the vault must see what the disk said. */
function systemError(error: unknown): never {
  if (!(error instanceof CopyFailed) || error.failure.kind !== 'write') throw error;
  const code = error.failure.errno;
  throw Object.assign(new Error(error.message, { cause: error }), { code });
}

import { parentPort, workerData } from 'node:worker_threads';
import { errnoOf } from '../../errors.ts';
import { faultPoints } from '../../fault-points.ts';
import { directReread } from '../../vault/local/direct-reread.ts';
import { readPart } from '../../vault/s3/read-part.ts';
import { AlignedSlots } from './aligned.ts';
import { copyRecording } from './copy.ts';
import { type CopyControl, CopyFailed } from './copy-job.ts';
import { readEnds, readWhole } from './source.ts';
import type { FromWorker, ToWorker, WorkerAnswer } from './worker-protocol.ts';

/**
 * A hashing worker: as many of these run as there are cores, whatever the number of recorders. Reads are asynchronous,
 * so a card that hangs holds two pool threads and two slots, never the worker.
 */
const port = parentPort;
if (port === null) throw new Error('this file is a worker thread, not a program');

const slots = new AlignedSlots(256, 16);
const step = faultPoints(workerData);
const controls = new Map<number, Control>();

class Control implements CopyControl {
  cancelled = false;
  #paused: PromiseWithResolvers<void> | null = null;

  pause(): void {
    this.#paused ??= Promise.withResolvers();
  }
  resume(): void {
    this.#paused?.resolve();
    this.#paused = null;
  }
  cancel(): void {
    this.cancelled = true;
    this.resume();
  }
  async gate(): Promise<void> {
    if (this.#paused !== null) await this.#paused.promise;
    if (this.cancelled) throw new CopyFailed({ kind: 'cancelled' });
  }
}

/** A part's bytes are handed over, not copied. */
function send(message: FromWorker): void {
  const handed = 'answer' in message && message.answer.of === 'part' ? [message.answer.buffer] : [];
  port?.postMessage(message, handed);
}

async function run(
  message: Extract<ToWorker, { do: 'copy' | 'ends' | 'whole' | 'reread' | 'part' }>,
): Promise<WorkerAnswer> {
  const { task } = message;
  switch (message.do) {
    case 'copy': {
      const control = new Control();
      controls.set(task, control);
      const emit = throttled(task);
      const result = await copyRecording(message.job, { slots, control, emit, step });
      return { of: 'copy', result };
    }
    case 'ends':
      return { of: 'ends', ...(await readEnds(message.source, message.expected, slots)) };
    case 'whole':
      return { of: 'whole', blake3: await readWhole(message.source, message.expected, slots) };
    case 'reread':
      return { of: 'reread', ...(await directReread(message.path, message.bytes)) };
    case 'part':
      return { of: 'part', ...(await readPart(message.path, message, message.buffer)) };
  }
}

/** Progress is for people and for the stall guard: ten messages a second and copy say as much as hundreds. */
function throttled(task: number): (event: Extract<FromWorker, { event: unknown }>['event']) => void {
  let last = 0;
  return (event) => {
    const now = performance.now();
    if (event.on === 'progress' && now - last < 100) return;
    last = now;
    send({ task, event });
  };
}

port.on('message', (message: ToWorker) => {
  switch (message.do) {
    case 'pause':
      controls.get(message.task)?.pause();
      return;
    case 'resume':
      controls.get(message.task)?.resume();
      return;
    case 'cancel':
      controls.get(message.task)?.cancel();
      return;
    case 'copy':
    case 'ends':
    case 'whole':
    case 'reread':
    case 'part':
      run(message)
        .then(
          (answer) => send({ task: message.task, answer }),
          (error: unknown) => send({ task: message.task, ...failureOf(error) }),
        )
        .finally(() => controls.delete(message.task));
  }
});

function failureOf(error: unknown): Pick<Extract<FromWorker, { failure: unknown }>, 'failure' | 'detail'> {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof CopyFailed) return { failure: error.failure, detail };
  return { failure: { kind: 'write', errno: errnoOf(error) ?? 'EIO' }, detail };
}

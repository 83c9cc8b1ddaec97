import { parentPort, workerData } from 'node:worker_threads';
import { openReading } from '../../custody/database.ts';
import { DocketError } from '../../errors.ts';
import { answerRead } from './read-here.ts';
import type { ReadSource } from './read-world.ts';
import type { ReadName } from './reads.ts';

export interface ReadRequest {
  readonly name: ReadName;
  readonly args: unknown;
}

export type ReadReply =
  | { readonly answer: unknown }
  | {
      readonly refused: {
        readonly code: string | null;
        readonly params: DocketError['params'];
        readonly field: string | null;
        readonly message: string;
      };
    };

/** The program of a reading thread: one question after the other. */
const port = parentPort;
if (port !== null) {
  // The pool that starts the thread gives it this.
  const source = workerData as ReadSource;
  const world = { ...source, db: openReading(source.database) };
  port.on('message', ({ name, args }: ReadRequest) => {
    answerRead(world, name, args as never)
      .then((answer) => port.postMessage({ answer } satisfies ReadReply))
      .catch((error: unknown) => port.postMessage({ refused: refusalOf(error) } satisfies ReadReply));
  });
}

function refusalOf(error: unknown) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (!(error instanceof DocketError)) return { code: null, params: {}, field: null, message };
  return { code: error.code, params: error.params, field: error.field, message };
}

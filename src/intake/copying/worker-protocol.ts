import type { FilledPart } from '../../vault/s3/read-part.ts';
import type { CopyEvent, CopyFailure, CopyJob, CopyResult, SourceFacts } from './copy-job.ts';

/** What the main thread asks of a hashing worker. Every task carries a number that its answers repeat. */
export type ToWorker =
  | { readonly do: 'copy'; readonly task: number; readonly job: CopyJob }
  | {
      readonly do: 'ends';
      readonly task: number;
      readonly source: Uint8Array;
      readonly expected: SourceFacts;
    }
  /** BLAKE3 of a whole file on a card. */
  | {
      readonly do: 'whole';
      readonly task: number;
      readonly source: Uint8Array;
      readonly expected: SourceFacts;
    }
  | { readonly do: 'reread'; readonly task: number; readonly path: string; readonly bytes: number }
  /** Fills a buffer, which is handed over and comes back, with a part of a staged file. */
  | {
      readonly do: 'part';
      readonly task: number;
      readonly path: string;
      readonly at: number;
      readonly bytes: number;
      readonly buffer: ArrayBuffer;
    }
  | { readonly do: 'pause' | 'resume' | 'cancel'; readonly task: number };

export type WorkerAnswer =
  | { readonly of: 'copy'; readonly result: CopyResult }
  | { readonly of: 'ends'; readonly headBlake3: string; readonly tailBlake3: string }
  | { readonly of: 'whole'; readonly blake3: string }
  | { readonly of: 'reread'; readonly bytes: number; readonly blake3: string }
  | ({ readonly of: 'part' } & FilledPart);

export type FromWorker =
  | { readonly task: number; readonly event: CopyEvent }
  | { readonly task: number; readonly answer: WorkerAnswer }
  | { readonly task: number; readonly failure: CopyFailure; readonly detail: string };

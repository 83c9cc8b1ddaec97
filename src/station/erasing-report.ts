import { cardPath } from '../custody/card-path.ts';
import type { ErasingEnd } from '../custody/entry-kinds.ts';
import type { Erased } from '../erasing/erase.ts';
import { type ErasingList, listedText, type StayReason } from '../erasing/list.ts';

/** What may go from a docked recorder, as the command line tells it. */
export interface ErasableReport {
  readonly docking: string;
  readonly recorder: string;
  /** What confirms it. */
  readonly list: string;
  readonly bytes: number;
  readonly files: readonly ReturnType<typeof listedText>[];
  readonly staying: readonly {
    readonly path: string;
    readonly pathBase64?: string;
    readonly bytes: number;
    readonly reason: StayReason;
  }[];
}

export interface ErasedReport {
  readonly docking: string;
  readonly erasing: string;
  readonly because: ErasingEnd;
  readonly gone: number;
  readonly kept: number;
  /** Of these the next docking shows whether they went. */
  readonly unknown: number;
}

export function erasableReport(docking: string, list: ErasingList): ErasableReport {
  return {
    docking,
    recorder: list.recorder,
    list: list.digest,
    bytes: list.bytes,
    files: list.groups.flat().map(listedText),
    staying: list.staying.map(({ path, bytes, why }) => ({ ...cardPath(path), bytes, reason: why })),
  };
}

export function erasedReport(
  docking: string,
  { erasing, because, gone, kept, unknown }: Erased,
): ErasedReport {
  return { docking, erasing, because, gone, kept, unknown };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Confinement, confinementHere } from '../../src/confinement.ts';
import { probeFile } from '../../src/tagging/probe-file.ts';
import { findFont } from '../../src/viewing/find-font.ts';
import { makeCopy, type Outcome } from '../../src/viewing/make-copy.ts';
import type { Original } from '../../src/viewing/plan.ts';
import type { Running } from '../../src/viewing/run-ffmpeg.ts';
import type { ViewingSettings } from '../../src/viewing/settings.ts';

export interface MakeOptions {
  readonly settings?: Partial<ViewingSettings>;
  /** Null: as this machine has it. */
  readonly confinement?: Confinement;
  /** What the probe is made to say; left out: what it says. */
  readonly facts?: Original;
  readonly onRun?: (running: Running) => void;
}

/** Makes the copy of one file into a folder beside it, as the desk would. */
export async function copyOf(
  path: string,
  { settings = {}, confinement, facts, onRun = () => undefined }: MakeOptions = {},
): Promise<Outcome & { readonly folder: string }> {
  const probed = facts ?? (await probeFile(path))?.facts;
  if (probed === undefined) throw new Error('no ffprobe here');
  const folder = join(mkdtempSync(join(tmpdir(), 'docket-copy-')), 'copy');
  const shop = {
    settings: { height: 720, mark: 'burnt', encoder: 'software', ...settings } as const,
    confinement: confinement ?? (await confinementHere()).confinement,
    ffmpeg: 'test',
    font: await findFont(null),
    threads: 2,
  };
  const task = {
    evidence: 'ST01-2026-0000001',
    original: '0'.repeat(64),
    facts: probed,
    path,
    folder,
    onRun,
  };
  return { ...(await makeCopy(shop, task)), folder };
}

/** Takes away what `copyOf` has made. */
export function dropCopy({ folder }: { readonly folder: string }): void {
  rmSync(join(folder, '..'), { recursive: true, force: true });
}

import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { confinementHere } from '../confinement.ts';
import { findFont } from './find-font.ts';
import type { Workshop } from './make-copy.ts';
import type { ViewingRoom } from './room.ts';

/** More threads use more memory than they save time. */
const mostThreads = 4;

/** What this machine has to make copies with; null where it has no ffmpeg that works. */
export async function findWorkshop({
  settings,
  font,
}: Pick<ViewingRoom, 'settings' | 'font'>): Promise<Workshop | null> {
  const { confinement, runs } = await confinementHere();
  const ffmpeg = runs ? await ffmpegVersion() : null;
  if (ffmpeg === null) return null;
  const threads = Math.min(mostThreads, availableParallelism());
  return { settings, confinement, ffmpeg, font: await findFont(font), threads };
}

function ffmpegVersion(): Promise<string | null> {
  return new Promise((done) => {
    execFile('ffmpeg', ['-version'], { timeout: 10_000, encoding: 'utf8' }, (error, text) => {
      done(error === null ? (/^ffmpeg version (\S{1,64})/.exec(text)?.[1] ?? 'unknown') : null);
    });
  });
}

import { randomFillSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface CardPlan {
  readonly files: number;
  readonly fileBytes: number;
}

export const totalBytes = ({ files, fileBytes }: CardPlan): number => files * fileBytes;

const begin = Temporal.PlainDateTime.from('2026-09-02T08:00:00');
const blockBytes = 1_048_576;

/** The name of a recording as GA/T 947 recorders write it. */
export function recordingName(number: number, device = '2222222'): string {
  const start = begin
    .add({ seconds: number * 7 })
    .toString({ smallestUnit: 'second' })
    .replaceAll(/\D/g, '');
  return `DSJ_${device}_222222_${start}_${String(number % 10_000).padStart(4, '0')}.mp4`;
}

/** Makes a card of random bytes: what no file system, disk or tool can make smaller. One that stands is kept. */
export function makeCard(folder: string, plan: CardPlan, device = '2222222'): string {
  const root = join(folder, `card-${device}-${plan.files}x${plan.fileBytes}`);
  if (existsSync(root)) return root;
  const unfinished = `${root}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const video = join(unfinished, 'DCIM/VIDEO/20260902');
  mkdirSync(video, { recursive: true });
  const block = Buffer.alloc(Math.min(blockBytes, plan.fileBytes));
  for (let number = 0; number < plan.files; number++) {
    const path = join(video, recordingName(number, device));
    writeRandom(path, plan.fileBytes, block);
    // Long past: a file that was just written to would be waited for.
    const at = begin.add({ seconds: number * 7 }).toZonedDateTime('Asia/Shanghai').epochMilliseconds / 1_000;
    utimesSync(path, at, at);
  }
  renameSync(unfinished, root);
  return root;
}

function writeRandom(path: string, bytes: number, block: Buffer): void {
  const file = openSync(path, 'wx');
  for (let at = 0; at < bytes; at += block.length) {
    randomFillSync(block);
    writeSync(file, block, 0, Math.min(block.length, bytes - at));
  }
  fsyncSync(file);
  closeSync(file);
}

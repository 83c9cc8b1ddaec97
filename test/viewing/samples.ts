import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];

/** Runs ffmpeg as a recorder would have written its file; the last word is the output. */
export function ffmpeg(...args: readonly string[]): string {
  execFileSync('ffmpeg', [...quiet, ...args]);
  return args.at(-1) ?? '';
}

export function picture(size: string, rate: number | string): readonly string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${rate}`];
}

export const tone: readonly string[] = ['-f', 'lavfi', '-i', 'sine=440'];
export const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] as const;

/** A short H.264 recording with sound. */
export function recording(folder: string, name: string, seconds = 3): string {
  const length = ['-t', String(seconds), ...h264, '-c:a', 'aac'];
  return ffmpeg(...picture('320x240', 10), ...tone, ...length, join(folder, name));
}

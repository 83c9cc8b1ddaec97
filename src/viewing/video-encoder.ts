import type { EncoderName } from './settings.ts';

/** The usual setting, or the safer one for what the usual one could not do. */
export type Quality = 'usual' | 'safer';

/** How one kind of encoder is told to make H.264 that every browser plays. */
export interface VideoEncoder {
  /** Before the input: what decoding needs beside. */
  readonly input: readonly string[];
  /** The last filter, in whose pixel format the encoder takes its frames. */
  readonly filter: string;
  readonly output: (quality: Quality, threads: number) => readonly string[];
}

const software: VideoEncoder = {
  input: [],
  filter: 'format=yuv420p',
  output: (quality, threads) => [
    ...['-c:v', 'libx264', '-preset', quality === 'usual' ? 'veryfast' : 'ultrafast'],
    ...['-profile:v', quality === 'usual' ? 'high' : 'baseline', '-crf', '26'],
    ...['-maxrate', `${mostVideoKilobits}k`, '-bufsize', `${2 * mostVideoKilobits}k`],
    ...['-threads:v', String(threads)],
  ],
};

/** A second each; what a copy's size is bounded by. */
export const mostVideoKilobits = 3_000;

/** The seam for encoders in hardware: one entry each. */
const encoders: Readonly<Record<EncoderName, VideoEncoder>> = { software };

export function videoEncoder(name: EncoderName): VideoEncoder {
  return encoders[name];
}

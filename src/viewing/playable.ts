import type { ProbedStream } from '../custody/entry-kinds.ts';

/** What every browser decodes of H.264; the high-bit-depth and 4:2:2 profiles are left out. */
const profiles = ['Constrained Baseline', 'Baseline', 'Main', 'High'];
const pixelFormats = ['yuv420p', 'yuvj420p'];
/** In these every frame has its times; AVI and raw streams keep none, and would come out wrong without decoding. */
const timed = ['mov', 'matroska', 'flv', 'mpegts'];
const most = { side: 4_096, channels: 2, sampleRate: 48_000 };

/** Whether a browser plays this picture as it is. @param demuxer as ffmpeg calls it */
export function playsPicture(stream: ProbedStream, demuxer: string): boolean {
  const { codec, profile, pixelFormat, width, height } = stream;
  return (
    codec === 'h264' &&
    timed.includes(demuxer) &&
    profiles.includes(profile ?? '') &&
    pixelFormats.includes(pixelFormat ?? '') &&
    Math.max(width ?? most.side + 1, height ?? most.side + 1) <= most.side
  );
}

export function playsSound({ codec, profile, channels, sampleRate }: ProbedStream, demuxer: string): boolean {
  return (
    codec === 'aac' &&
    profile === 'LC' &&
    timed.includes(demuxer) &&
    (channels ?? 0) >= 1 &&
    (channels ?? 0) <= most.channels &&
    (sampleRate ?? 0) >= 8_000 &&
    (sampleRate ?? 0) <= most.sampleRate
  );
}

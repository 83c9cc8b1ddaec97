import type { FfmpegRun } from './copy-arguments.ts';
import { type Storyboard, tile } from './storyboard.ts';

export const pictureNames = {
  poster: 'poster.jpg',
  storyboard: 'storyboard.jpg',
  times: 'storyboard.vtt',
  waveform: 'waveform.svg',
} as const;
/** What ffmpeg says of the loudness; it does not stay. */
export const loudnessName = 'loudness.txt';

/** What the finished copy has. */
export interface CopyFacts {
  /** Null: no picture, or a still. */
  readonly storyboard: Storyboard | null;
  readonly hasSound: boolean;
  /** Whether the first fault in a stream ends it. */
  readonly strict: boolean;
  readonly threads: number;
}

/**
 * The arguments for the pictures beside a copy. They are made of the copy, which is ours and whose key frames are decoded
 * alone; the original is not opened a second time.
 */
export function pictureArguments({ storyboard, hasSound, threads, strict }: CopyFacts): FfmpegRun {
  return {
    input: [
      ...['-hide_banner', '-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-f', 'mov'],
      ...(strict ? ['-xerror', '-err_detect', 'explode'] : []),
      ...['-threads', String(threads), ...(storyboard?.keyed === true ? ['-skip_frame', 'nokey'] : [])],
    ],
    outputs: [...(storyboard === null ? [] : boards(storyboard)), ...(hasSound ? [loudness] : [])],
  };
}

function boards({ everySeconds, columns, rows, posterSeconds }: Storyboard): FfmpegRun['outputs'] {
  const fit = `scale=${tile.width}:${tile.height}:force_original_aspect_ratio=decrease`;
  const pad = `pad=${tile.width}:${tile.height}:(ow-iw)/2:(oh-ih)/2`;
  const tiles = `fps=1/${everySeconds}:eof_action=pass,${fit},${pad},tile=${columns}x${rows}`;
  const still = ['-frames:v', '1', '-map_metadata', '-1', '-f', 'mjpeg'];
  return [
    {
      options: ['-map', '0:v:0', '-vf', `select=gte(t\\,${posterSeconds})`, '-q:v', '4', ...still],
      file: pictureNames.poster,
    },
    { options: ['-map', '0:v:0', '-vf', tiles, '-q:v', '6', ...still], file: pictureNames.storyboard },
  ];
}

const loudness: FfmpegRun['outputs'][number] = {
  options: [
    ...['-map', '0:a:0', '-vn', '-af'],
    `ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M:file=${loudnessName}`,
    ...['-f', 'null'],
  ],
  file: '-',
};

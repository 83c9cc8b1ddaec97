import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ffmpeg, h264, picture, tone } from '../../viewing/samples.ts';

/** One recording as something may have written it. */
export interface LabSample {
  readonly name: string;
  readonly codecs: string;
  readonly container: string;
  /** What is wrong with it, or odd about it. */
  readonly oddity: string;
  /** Null: nobody can say, since it is damaged. A still has no length. */
  readonly seconds: number | null;
  readonly expected: 'film' | 'sound' | 'still' | 'cannot';
  readonly make: (path: string) => void;
}

const h265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=error'] as const;
const usual = picture('320x240', 15);
const length = 2;
const cut = ['-t', String(length)] as const;

function film(
  name: string,
  codecs: string,
  container: string,
  args: readonly string[],
  more: Partial<LabSample> & { readonly source?: readonly string[] } = {},
): LabSample {
  const { source = [...usual, ...tone], ...rest } = more;
  const make = (path: string): void => void ffmpeg(...source, ...cut, ...args, path);
  return { name, codecs, container, oddity: '', seconds: length, expected: 'film', make, ...rest };
}

function sound(name: string, codecs: string, container: string, args: readonly string[]): LabSample {
  return film(name, codecs, container, args, { source: tone, expected: 'sound' });
}

function still(name: string, codecs: string, container: string): LabSample {
  const make = (path: string): void => void ffmpeg(...picture('2400x1800', 1), '-frames:v', '1', path);
  return { name, codecs, container, oddity: '', seconds: null, expected: 'still', make };
}

const aac = ['-c:a', 'aac'] as const;

/** Written whole, and then something happens to it. */
function damaged(
  name: string,
  like: LabSample,
  oddity: string,
  strike: (path: string) => void,
  rest: Partial<LabSample> = {},
): LabSample {
  const make = (path: string): void => {
    like.make(path);
    strike(path);
  };
  return { ...like, name, oddity, seconds: null, make, ...rest };
}

function sizeOf(path: string): number {
  return readFileSync(path).length;
}

function zeroed(path: string, from: number, to: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0, Math.floor(bytes.length * from), Math.floor(bytes.length * to));
  writeFileSync(path, bytes);
}

/** The first track's matrix as a recorder writes it that was held upright: a quarter turn. */
function turned(path: string): void {
  const bytes = readFileSync(path);
  const matrix = bytes.indexOf('tkhd') + 44;
  for (const [i, value] of [0, 0x1_0000, 0, -0x1_0000, 0].entries())
    bytes.writeInt32BE(value, matrix + 4 * i);
  writeFileSync(path, bytes);
}

const fast = film('fast.mp4', 'H.264, AAC', 'MP4', [...h264, ...aac, '-movflags', '+faststart']);
const stream = film('plain.ts', 'H.264, AAC', 'MPEG-TS', [...h264, ...aac]);
const motion = film('motion.avi', 'MJPEG, PCM', 'AVI', ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le']);

/** Silence as AMR-NB: a frame of 12.2 kbit/s each 20 ms. */
function amr(path: string): void {
  const frame = Buffer.alloc(32);
  frame[0] = 0x3c;
  writeFileSync(
    path,
    Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 50 * length }, () => frame)]),
  );
}

export const labSamples: readonly LabSample[] = [
  film('plain.mp4', 'H.264, AAC', 'MP4', [...h264, ...aac]),
  film('mute.mp4', 'H.264 Baseline', 'MP4', [...h264, '-profile:v', 'baseline'], { source: usual }),
  film('hevc.mp4', 'H.265, AAC', 'MP4', [...h265, '-tag:v', 'hvc1', ...aac]),
  film('hevc10.mp4', 'H.265 10 bits, AAC', 'MP4', [...h265, '-pix_fmt', 'yuv420p10le', ...aac]),
  film('mpeg4.mp4', 'MPEG-4, AAC', 'MP4', ['-c:v', 'mpeg4', ...aac]),
  film('motion.mov', 'MJPEG, PCM', 'MOV', ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le']),
  film('alaw.mov', 'H.264, A-law', 'MOV', [...h264, '-c:a', 'pcm_alaw', '-ar', '8000']),
  motion,
  film('mpeg4.avi', 'MPEG-4, MP3', 'AVI', ['-c:v', 'mpeg4', '-c:a', 'libmp3lame']),
  film('h264.avi', 'H.264, mu-law', 'AVI', [...h264, '-c:a', 'pcm_mulaw', '-ar', '8000']),
  film('hevc.mkv', 'H.265, AAC', 'MKV', [...h265, ...aac]),
  film('vp9.mkv', 'VP9, Opus', 'MKV', ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-c:a', 'libopus']),
  film('vp8.mkv', 'VP8, Vorbis', 'MKV', ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis']),
  film('flac.mkv', 'H.264, FLAC', 'MKV', [...h264, '-c:a', 'flac']),
  stream,
  film('hevc.ts', 'H.265, MP2', 'MPEG-TS', [...h265, '-c:a', 'mp2']),
  film('mpeg2.ts', 'MPEG-2, AC-3', 'MPEG-TS', ['-c:v', 'mpeg2video', '-r', '25', '-c:a', 'ac3']),
  film('mpeg1.mpg', 'MPEG-1, MP2', 'MPEG-PS', ['-c:v', 'mpeg1video', '-r', '25', '-c:a', 'mp2']),
  film('h263.3gp', 'H.263, AAC', '3GP', ['-c:v', 'h263', '-s', '352x288', ...aac]),
  film('h264.flv', 'H.264, AAC', 'FLV', [...h264, ...aac]),
  film('sorenson.flv', 'FLV1, MP3', 'FLV', ['-c:v', 'flv', '-c:a', 'libmp3lame', '-ar', '44100']),
  film('wmv.asf', 'WMV2, WMA2', 'ASF', ['-c:v', 'wmv2', '-c:a', 'wmav2', '-f', 'asf']),
  film('raw.h264', 'H.264', 'none', [...h264], { source: picture('320x240', 25) }),
  film('raw.hevc', 'H.265', 'none', [...h265], { source: picture('320x240', 25) }),
  film('turned.mov', 'H.264, AAC', 'MOV', [], {
    oddity: 'turned by 90°',
    make(path) {
      ffmpeg(...usual, ...tone, ...cut, ...h264, ...aac, path);
      turned(path);
    },
  }),
  film(
    'vfr.mp4',
    'H.264, AAC',
    'MP4',
    ['-vf', "setpts='if(gt(N,15),N*1.3,N)/15/TB'", '-fps_mode', 'vfr', ...h264, ...aac],
    {
      oddity: 'variable frame rate',
    },
  ),
  film('odd.avi', 'MJPEG', 'AVI', ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj444p'], {
    ...{ source: picture('641x361', 15), oddity: 'odd number of pixels' },
  }),
  film('portrait.mp4', 'H.265', 'MP4', [...h265], { source: picture('1080x1920', 10), oddity: 'upright' }),
  film('anamorphic.ts', 'MPEG-2', 'MPEG-TS', ['-c:v', 'mpeg2video', '-aspect', '16:9'], {
    ...{ source: picture('720x576', 25), oddity: 'pixels not square' },
  }),
  film('late.mp4', 'H.264, AAC', 'MP4', ['-map', '0:v', '-map', '1:a', ...h264, ...aac], {
    ...{ source: [...usual, '-itsoffset', '0.7', ...tone], oddity: 'sound begins later' },
  }),
  film('two.mp4', 'H.265 + H.264 preview, AAC', 'MP4', [], {
    oddity: 'two pictures',
    make(path) {
      const large = picture('640x480', 15);
      const maps = ['-map', '0:v', '-map', '1:v', '-map', '2:a'];
      ffmpeg(
        ...usual,
        ...large,
        ...tone,
        ...cut,
        ...maps,
        '-c:v:0',
        'libx264',
        '-c:v:1',
        'mpeg4',
        ...aac,
        path,
      );
    },
  }),
  sound('alaw.wav', 'A-law 8 kHz', 'WAV', ['-c:a', 'pcm_alaw', '-ar', '8000']),
  sound('pcm.wav', 'PCM', 'WAV', ['-c:a', 'pcm_s16le']),
  sound('adpcm.wav', 'ADPCM', 'WAV', ['-c:a', 'adpcm_ima_wav']),
  sound('sound.mp3', 'MP3', 'MP3', ['-c:a', 'libmp3lame']),
  sound('sound.aac', 'AAC', 'ADTS', [...aac]),
  sound('sound.m4a', 'AAC', 'MP4', [...aac]),
  sound('sound.flac', 'FLAC', 'FLAC', ['-c:a', 'flac']),
  sound('sound.ogg', 'Vorbis', 'Ogg', ['-c:a', 'libvorbis']),
  { ...sound('sound.amr', 'AMR-NB', 'AMR', []), make: amr },
  still('still.jpg', 'JPEG', 'none'),
  still('still.png', 'PNG', 'none'),
  still('still.bmp', 'BMP', 'none'),
  damaged('cut.mp4', fast, 'breaks off at 60%', (path) => truncateSync(path, Math.floor(sizeOf(path) * 0.6))),
  damaged('hole.ts', stream, 'a tenth overwritten', (path) => zeroed(path, 0.4, 0.5)),
  damaged('cut.avi', motion, 'breaks off, no index', (path) =>
    truncateSync(path, Math.floor(sizeOf(path) * 0.7)),
  ),
  damaged('noise.mp4', fast, 'pictures damaged', (path) => zeroed(path, 0.5, 0.55)),
  {
    ...still('photo.mp4', 'JPEG', 'none'),
    oddity: 'wrong extension',
    make: (path) => void ffmpeg(...usual, '-frames:v', '1', '-f', 'mjpeg', path),
  },
  damaged(
    'headless.mp4',
    film('', 'H.264, AAC', 'MP4', [...h264, ...aac]),
    'no moov',
    (path) => truncateSync(path, 3_000),
    { expected: 'cannot' },
  ),
  damaged('empty.mp4', fast, 'no bytes', (path) => truncateSync(path, 0), { expected: 'cannot' }),
  damaged(
    'list.mp4',
    fast,
    'a playlist',
    (path) => writeFileSync(path, '#EXTM3U\n#EXTINF:4,\nfile:///etc/passwd\n'),
    { expected: 'cannot' },
  ),
];

export function madeSample(folder: string, sample: LabSample): string {
  const path = join(folder, sample.name);
  sample.make(path);
  return path;
}

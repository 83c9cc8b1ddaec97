import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PlannedFile, Settings } from './plan.ts';

const run = promisify(execFile);
const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
/** As recorders' firmware does it: nothing of FFmpeg's own name in the container. */
const nameless = ['-fflags', '+bitexact'];
/** Of every pixel and picture so few: the encoder is real, its work is not the point. */
const smaller = 16;
const fewer = 6;

/** Makes real recordings with ffmpeg: encoded once for each setting, cut and put into containers of their own. */
export class MediaMaker {
  readonly #folder: string;
  readonly #longestMs: number;
  readonly #bases = new Map<string, Promise<string>>();

  /** @param longestMs of all that it will be asked for. */
  constructor(folder: string, longestMs: number) {
    this.#folder = folder;
    this.#longestMs = longestMs;
  }

  /** Makes one file of a card; its time is as the plan says. */
  async make(file: PlannedFile, root: string): Promise<void> {
    const path = join(root, file.path);
    await mkdir(dirname(path), { recursive: true });
    if (file.kind === 'still') await this.#still(file.settings, path);
    else await this.#recording(file, path);
    const seconds = file.modifiedMs / 1_000;
    await utimes(path, seconds, seconds);
  }

  async #recording(file: PlannedFile, path: string): Promise<void> {
    const { lengthMs, streamsMs = lengthMs, containerMs, soundMs, startMs, broken } = file;
    const base = await this.#base(file.settings);
    const cut = ['-t', String(lengthMs / 1_000)];
    if (file.kind === 'sound') {
      await run('ffmpeg', [...quiet, ...cut, '-i', base, '-vn', '-c:a', 'pcm_s16le', ...nameless, path]);
      return;
    }
    const share = lengthMs / streamsMs;
    const sound = soundMs === undefined ? cut : ['-t', String((soundMs * share) / 1_000)];
    const whole = streamsMs === lengthMs ? path : `${path}.whole.mp4`;
    const created = Temporal.Instant.fromEpochMilliseconds(startMs).toString();
    const last = [
      ...['-c', 'copy', '-metadata', `creation_time=${created}`, ...marksOf(file)],
      ...(broken === 'cut' ? ['-movflags', '+faststart'] : []),
    ];
    const both = ['-map', '0:v', '-map', '1:a'];
    await run('ffmpeg', [...quiet, ...cut, '-i', base, ...sound, '-i', base, ...both, ...last, whole]);
    if (whole !== path) {
      // The same pictures and sound, each said to last longer.
      await run('ffmpeg', [
        ...quiet,
        '-itsscale',
        String(1 / share),
        '-i',
        whole,
        '-map',
        '0',
        ...last,
        path,
      ]);
      await rm(whole);
    }
    if (broken !== undefined) await truncate(path, Math.floor((await stat(path)).size * 0.6));
    else if (containerMs !== undefined && containerMs !== streamsMs) await lie(path, containerMs / streamsMs);
  }

  async #still({ width, height }: Settings, path: string): Promise<void> {
    const picture = `testsrc2=size=${Math.round(width / 4)}x${Math.round(height / 4)}`;
    await run('ffmpeg', [...quiet, '-f', 'lavfi', '-i', picture, '-frames:v', '1', path]);
  }

  #base(settings: Settings): Promise<string> {
    const key = JSON.stringify(settings);
    const standing = this.#bases.get(key);
    if (standing !== undefined) return standing;
    const made = this.#encode(settings, join(this.#folder, `base-${this.#bases.size}.mp4`));
    this.#bases.set(key, made);
    return made;
  }

  async #encode({ width, height, fps, profile, audioRate }: Settings, path: string): Promise<string> {
    const even = (pixels: number): number => 2 * Math.round(pixels / smaller / 2);
    const rate = Math.max(1, Math.round(fps / fewer));
    const codec = profile.toLowerCase().replace('constrained ', '');
    await mkdir(this.#folder, { recursive: true });
    await run('ffmpeg', [
      ...[...quiet, '-f', 'lavfi', '-i', `testsrc2=size=${even(width)}x${even(height)}:rate=${rate}`],
      ...[
        '-f',
        'lavfi',
        '-i',
        `sine=440:sample_rate=${audioRate}`,
        '-t',
        String(this.#longestMs / 1_000 + 1),
      ],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-profile:v', codec, '-g', '10'],
      ...['-c:a', 'aac', '-b:a', '16k', '-metadata:s:v', 'encoder=H.264', ...nameless],
      ...[
        '-metadata:s:v',
        'handler_name=Recorder video',
        '-metadata:s:a',
        'handler_name=Recorder sound',
        path,
      ],
    ]);
    return path;
  }
}

/** What stands in the file. ffmpeg writes its own name where it is not told to be silent, and no other program's. */
function marksOf({ tags, handlers }: PlannedFile): readonly string[] {
  const [video, sound] = handlers;
  const named = ['-metadata:s:v', `handler_name=${video}`, '-metadata:s:a', `handler_name=${sound}`];
  const { encoder, ...others } = tags;
  if (encoder?.startsWith('Lavf') === true && Object.keys(others).length === 0) return named;
  const texts = Object.entries({ ...others, ...(encoder === undefined ? {} : { software: encoder }) });
  const asked = texts.filter(([key]) => key !== 'major_brand');
  return [
    ...named,
    ...nameless,
    ...(asked.length === 0 ? [] : ['-movflags', '+use_metadata_tags']),
    ...asked.flatMap(([key, value]) => [
      '-metadata',
      `${key.replaceAll('com_apple_', 'com.apple.')}=${value}`,
    ]),
  ];
}

/** Makes the container claim so many times its length, as its header's one number does. */
async function lie(path: string, times: number): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.indexOf('mvhd', 0, 'latin1') + 4;
  // Version 0: flags, created, modified, scale, length.
  const length = at + 4 + 4 + 4 + 4;
  await using file = await open(path, 'r+');
  const patch = Buffer.alloc(4);
  patch.writeUInt32BE(Math.round(bytes.readUInt32BE(length) * times));
  await file.write(patch, 0, 4, length);
}

/** Puts a card's files where they are to be; what lay there and is not among them goes. */
export async function layCard(
  maker: MediaMaker,
  root: string,
  files: readonly PlannedFile[],
  before: readonly PlannedFile[],
): Promise<void> {
  const wanted = new Set(files.map(({ path }) => path));
  for (const { path } of before) if (!wanted.has(path)) await rm(join(root, path));
  for (const file of files) if (!existsSync(join(root, file.path))) await maker.make(file, root);
  // A folder that holds nothing but recordings is a card.
  await writeFile(join(root, 'README.TXT'), 'card\n');
}

import { unreachable } from '../errors.ts';
import { type MarkFont, markFilter, markText } from './mark.ts';
import type { Making, Plan, StreamPlan } from './plan.ts';
import type { ViewingSettings } from './settings.ts';
import { type Quality, videoEncoder } from './video-encoder.ts';

/** One run of ffmpeg: before its one input, and for each of its outputs. Outputs lie in its working folder. */
export interface FfmpegRun {
  readonly input: readonly string[];
  readonly outputs: readonly { readonly options: readonly string[]; readonly file: string }[];
}

/** Everything that decides how a copy is made. */
export interface CopyWish {
  readonly plan: Making;
  readonly settings: ViewingSettings;
  readonly quality: Quality;
  readonly evidence: string;
  /** Null: nothing is burnt in. */
  readonly font: (MarkFont & { readonly seenAs: string }) | null;
  readonly threads: number;
}

/** A key frame so often that a player can seek to any moment at once. */
const keySeconds = 2;
const soundKilobits = 96;
/** Pixels of a still's longer side. */
const stillSide = 1_920;
/** Decoders refuse a frame that claims more, whatever the container said. */
const mostPixels = 134_217_728;

export const copyName = { film: 'copy.mp4', sound: 'copy.m4a', still: 'copy.jpg' } as const;

/** The arguments for a viewing copy. */
export function copyArguments(wish: CopyWish): FfmpegRun {
  const { plan } = wish;
  switch (plan.does) {
    case 'film':
      return {
        input: inputOptions(wish),
        outputs: [{ options: filmOptions(wish, plan), file: copyName.film }],
      };
    case 'sound':
      return {
        input: inputOptions(wish),
        outputs: [{ options: [...sound(plan.sound), ...container(wish)], file: copyName.sound }],
      };
    case 'still':
      return { input: inputOptions(wish), outputs: [{ options: stillOptions(wish), file: copyName.still }] };
    default:
      return unreachable(plan);
  }
}

/**
 * `file` alone as protocol and one demuxer alone: a playlist or a script that names other files is not opened, whatever
 * it is called, nor does a container reach outside itself.
 */
function inputOptions({ plan, settings, quality, threads }: CopyWish): readonly string[] {
  const encodes = plan.does === 'film' && plan.picture.does === 'encode';
  return [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-progress', 'pipe:2', '-nostats', '-stats_period', '1'],
    ...['-protocol_whitelist', 'file', '-format_whitelist', plan.demuxer, '-f', plan.demuxer],
    // Its name is no pattern of names.
    ...(plan.demuxer === 'image2' ? ['-pattern_type', 'none'] : []),
    ...['-max_streams', '1000', '-max_pixels', String(mostPixels), '-threads', String(threads)],
    ...(quality === 'usual'
      ? ['-fflags', '+genpts']
      : ['-fflags', '+genpts+discardcorrupt+igndts', '-err_detect', 'ignore_err']),
    ...(quality === 'usual' && plan.does !== 'still' ? ['-copyts', '-start_at_zero'] : []),
    ...(encodes ? videoEncoder(settings.encoder).input : []),
  ];
}

function filmOptions(wish: CopyWish, plan: Extract<Plan, { does: 'film' }>): readonly string[] {
  return [
    ...['-map', `0:v:${plan.picture.at}`],
    ...(plan.picture.does === 'copy' ? ['-c:v', 'copy'] : encoded(wish)),
    ...(plan.sound === null ? ['-an'] : sound(plan.sound)),
    ...container(wish),
  ];
}

function encoded({ settings, quality, threads, evidence, font }: CopyWish): readonly string[] {
  const encoder = videoEncoder(settings.encoder);
  const filters = [
    scaled(settings.height, 4_096),
    'setsar=1',
    ...(font === null ? [] : [markFilter(evidence, font, font.seenAs)]),
    encoder.filter,
  ];
  return [
    ...['-vf', filters.join(',')],
    ...encoder.output(quality, threads),
    ...['-force_key_frames', `expr:gte(t,n_forced*${keySeconds})`],
    // Each frame keeps the time that it has in the original, at the original's own resolution of time.
    ...(quality === 'usual'
      ? ['-fps_mode', 'passthrough', '-enc_time_base:v', '-1']
      : ['-fps_mode', 'cfr', '-r', '25']),
    ...['-video_track_timescale', '90000'],
  ];
}

/** Silence where sound is missing, at the beginning too: a player starts both tracks at once. */
function sound({ at, does }: StreamPlan): readonly string[] {
  if (does === 'copy') return ['-map', `0:a:${at}`, '-c:a', 'copy'];
  return [
    ...['-map', `0:a:${at}`, '-c:a', 'aac', '-b:a', `${soundKilobits}k`],
    ...['-af', 'aresample=48000:async=1:first_pts=0,aformat=channel_layouts=mono|stereo'],
  ];
}

/** Nothing of the original's own texts goes along: a copy says that it is one, and whose. */
function container({ evidence }: CopyWish): readonly string[] {
  return [
    ...['-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-max_error_rate', '1'],
    ...['-metadata', `title=${markText(evidence, true)}`],
    ...['-max_muxing_queue_size', '4096', '-movflags', '+faststart', '-f', 'mp4'],
  ];
}

function stillOptions({ evidence, font }: CopyWish): readonly string[] {
  const filters = [
    scaled(stillSide, stillSide),
    'setsar=1',
    ...(font === null ? [] : [markFilter(evidence, font, font.seenAs)]),
    'format=yuvj420p',
  ];
  const text = ['-map_metadata', '-1'];
  return ['-map', '0:v:0', '-vf', filters.join(','), '-frames:v', '1', '-q:v', '4', ...text, '-f', 'mjpeg'];
}

/** Never larger, its sides even, with square pixels. @param longest pixels of the longer side */
function scaled(shorter: number, longest: number): string {
  const factor = `min(1\\,min(${shorter}/min(iw*sar\\,ih)\\,${longest}/max(iw*sar\\,ih)))`;
  const even = (side: string): string => `max(2\\,2*trunc(${side}*${factor}/2))`;
  return `scale=w=${even('iw*sar')}:h=${even('ih')}`;
}

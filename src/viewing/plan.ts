import type { CannotCode, ProbedRecording, ProbedStream } from '../custody/entry-kinds.ts';
import { recorderFormats } from '../tagging/probe-file.ts';
import { playsPicture, playsSound } from './playable.ts';
import type { ViewingSettings } from './settings.ts';

/** What is to be done with one stream; `at` counts those of its kind. */
export interface StreamPlan {
  readonly at: number;
  readonly does: 'copy' | 'encode';
}

/** What becomes of an original. `demuxer`: the only one that ffmpeg may open it with. */
export type Plan =
  | {
      readonly does: 'film';
      readonly demuxer: string;
      readonly picture: StreamPlan;
      /** Null: it has none. */
      readonly sound: StreamPlan | null;
      readonly durationMs: number | null;
    }
  | {
      readonly does: 'sound';
      readonly demuxer: string;
      readonly sound: StreamPlan;
      readonly durationMs: number | null;
    }
  | { readonly does: 'still'; readonly demuxer: string }
  | { readonly does: 'nothing'; readonly because: CannotCode };

/** A plan by which there is something to look at. */
export type Making = Exclude<Plan, { does: 'nothing' }>;

/** Whether any stream is taken over as it is. */
export function isCopied(plan: Making): boolean {
  switch (plan.does) {
    case 'film':
      return plan.picture.does === 'copy' || plan.sound?.does === 'copy';
    case 'sound':
      return plan.sound.does === 'copy';
    case 'still':
      return false;
  }
}

/** What could not be taken over as it is, decoded. */
export function encoding(plan: Making): Making {
  switch (plan.does) {
    case 'film':
      return {
        ...plan,
        picture: { ...plan.picture, does: 'encode' },
        sound: plan.sound === null ? null : { ...plan.sound, does: 'encode' },
      };
    case 'sound':
      return { ...plan, sound: { ...plan.sound, does: 'encode' } };
    case 'still':
      return plan;
  }
}

/** The facts of a probe that a plan is made of. */
export type Original = Pick<
  ProbedRecording,
  'fault' | 'container' | 'durationMs' | 'streamCount' | 'streams'
>;

/** 8K: what lies beyond is no recorder's, and one frame of it fills memory. */
const mostVideoPixels = 8_192 * 4_320;
/** Recorders interpolate stills to 64 megapixels and say so proudly. */
const mostStillPixels = 120_000_000;
const longestMs = 26 * 3_600_000;
const stills = ['image2', 'jpeg_pipe', 'png_pipe', 'bmp_pipe'];
/** A picture in one of these is the cover of a sound recording. */
const soundOnly = ['wav', 'mp3', 'aac', 'amr', 'flac', 'ogg'];
const coverCodecs = ['png', 'bmp', 'gif', 'webp'];

/** What can be looked at of an original, by what its probe has found and by nothing else. */
export function planOf(original: Original, settings: ViewingSettings): Plan {
  const { fault, container, streams, durationMs } = original;
  if (fault !== null) return nothing(fault);
  const demuxer = demuxerOf(container);
  if (demuxer === null) return nothing('unreadable');
  const picture = mainPicture(streams, demuxer);
  const sound = streams.find((one) => one.kind === 'audio' && one.codec !== null) ?? null;
  // A size that cannot be is not said by ffprobe.
  if (picture === null && hasUnsizedPicture(streams, demuxer)) return nothing('unreadable');
  const pixels = picture === null ? 0 : (picture.width ?? 0) * (picture.height ?? 0);
  if (stills.includes(demuxer)) {
    if (picture === null) return nothing('nothing_to_show');
    return pixels > mostStillPixels ? nothing('too_many_pixels') : { does: 'still', demuxer };
  }
  if (durationMs !== null && durationMs > longestMs) return nothing('too_long');
  if (pixels > mostVideoPixels) return nothing('too_many_pixels');
  const soundPlan = sound === null ? null : planned(streams, sound, playsSound(sound, demuxer));
  if (picture === null)
    return soundPlan === null
      ? nothing('nothing_to_show')
      : { does: 'sound', demuxer, sound: soundPlan, durationMs };
  const asItIs = settings.mark === 'laid_over' && playsPicture(picture, demuxer);
  return {
    does: 'film',
    demuxer,
    picture: planned(streams, picture, asItIs),
    // Beside a picture that is encoded the sound is too: one clock for both.
    sound: soundPlan === null ? null : { ...soundPlan, does: asItIs ? soundPlan.does : 'encode' },
    durationMs,
  };
}

function nothing(because: CannotCode): Plan {
  return { does: 'nothing', because };
}

function planned(streams: readonly ProbedStream[], stream: ProbedStream, asItIs: boolean): StreamPlan {
  const ofItsKind = streams.filter(({ kind }) => kind === stream.kind);
  return { at: ofItsKind.indexOf(stream), does: asItIs ? 'copy' : 'encode' };
}

/** ffmpeg names a family of containers by all its members: `mov,mp4,m4a,3gp,3g2,mj2`. */
function demuxerOf(container: string | null): string | null {
  const [name = ''] = (container ?? '').split(',');
  return recorderFormats.includes(name) ? name : null;
}

function hasUnsizedPicture(streams: readonly ProbedStream[], demuxer: string): boolean {
  return (
    !soundOnly.includes(demuxer) && streams.some(({ kind, width }) => kind === 'video' && (width ?? 0) === 0)
  );
}

/** The largest one: some recorders write a small one beside for previews. */
function mainPicture(streams: readonly ProbedStream[], demuxer: string): ProbedStream | null {
  if (soundOnly.includes(demuxer)) return null;
  const moving = stills.includes(demuxer) ? [] : coverCodecs;
  const pictures = streams.filter(
    ({ kind, codec, width, height }) =>
      kind === 'video' && codec !== null && !moving.includes(codec) && (width ?? 0) * (height ?? 0) > 0,
  );
  const area = (one: ProbedStream): number => (one.width ?? 0) * (one.height ?? 0);
  return pictures.toSorted((a, b) => area(b) - area(a))[0] ?? null;
}

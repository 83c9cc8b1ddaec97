import type { ProbedRecording } from '../../custody/entry-kinds.ts';
import { type Found, foundAt, type Recording } from './stretch.ts';
import { ratio } from './written-with.ts';

/** An index may count a little more than the file holds: rounded rates, a header. */
const slackShare = 0.02;
const slackBytes = 65_536;
const slackMs = 5_000;

/** A file that ends before its recording does, or cannot be read at all: the battery died, or its end is missing. */
export function truncated(recording: Recording): Found | null {
  const { kind, bytes, facts } = recording;
  if (kind === 'still') return null;
  if (bytes === 0) return foundAt('truncated', recording, 'empty', {});
  if (facts.fault !== null) return foundAt('truncated', recording, facts.fault, { bytes });
  const claimed = indexedBytes(facts);
  if (claimed !== null && claimed > bytes * (1 + slackShare) + slackBytes)
    return foundAt('truncated', recording, 'cut', { bytes, claimedBytes: claimed });
  const frames = framesMs(facts);
  const lengthMs = facts.durationMs;
  if (frames !== null && lengthMs !== null && frames > lengthMs * (1 + slackShare) + slackMs)
    return foundAt('truncated', recording, 'frames_missing', { claimedMs: frames, lengthMs });
  return null;
}

/** MP4 and its kin: the index lists every sample, and ffprobe gives their sum as each stream's rate. */
function indexedBytes({ container, streams, streamCount }: ProbedRecording): number | null {
  if (container?.startsWith('mov') !== true || streams.length < streamCount) return null;
  let bits = 0;
  for (const { bitRate, durationMs } of streams) {
    if (bitRate === null || durationMs === null) continue;
    bits += bitRate * (durationMs / 1_000);
  }
  return Math.round(bits / 8);
}

/** AVI: the header counts the frames, ffprobe measures what is there. */
function framesMs({ container, streams }: ProbedRecording): number | null {
  const video = streams.find(({ kind }) => kind === 'video');
  if (container !== 'avi' || video?.frames == null || video.frameRate === null) return null;
  return Math.round((video.frames * 1_000) / ratio(video.frameRate));
}

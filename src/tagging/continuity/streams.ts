import type { ProbedRecording, ProbedStream } from '../../custody/entry-kinds.ts';
import { type Found, foundAt, middle, near, type Recording, type Stretch } from './stretch.ts';

/** Sound and picture of an ordinary recording end within a second or two of each other. */
const apartMs = 5_000;
const apartShare = 0.02;
/** Recorders that habitually let one end earlier are allowed so many times what they do. */
const habitTimes = 3;

/** The sound ends long before the picture does, or the other way round. */
export function streamsApart(stretch: Stretch, at: number): Found | null {
  const recording = stretch[at];
  const ends = recording === undefined ? null : endsOf(recording.facts);
  if (recording === undefined || ends === null) return null;
  const { videoMs, audioMs } = ends;
  const apart = Math.abs(videoMs - audioMs);
  const usual = middle(
    near(stretch, at).flatMap((one) => {
      const theirs = endsOf(one.facts);
      return theirs === null ? [] : [Math.abs(theirs.videoMs - theirs.audioMs)];
    }),
  );
  const allowed = Math.max(apartMs, apartShare * Math.max(videoMs, audioMs), habitTimes * (usual ?? 0));
  if (apart <= allowed) return null;
  const wording = audioMs < videoMs ? 'sound_ends_early' : 'picture_ends_early';
  return foundAt('streams_apart', recording, wording, { videoMs, audioMs, apartMs: apart });
}

/** The container claims to be longer than everything in it. */
export function containerLonger(recording: Recording): Found | null {
  const { facts, kind } = recording;
  const streamsMs = streamsEnd(facts);
  if (kind === 'still' || facts.durationMs === null || streamsMs === null) return null;
  const lengthMs = facts.durationMs + (facts.startMs ?? 0);
  if (lengthMs - streamsMs <= Math.max(apartMs, apartShare * lengthMs)) return null;
  return foundAt('container_longer', recording, 'container_longer', { lengthMs, streamsMs });
}

/** When the last stream ends; null where not every one is listed and says it. */
export function streamsEnd({ streams, streamCount }: ProbedRecording): number | null {
  const ends = streams.map(endOf);
  if (ends.length === 0 || ends.length < streamCount || ends.includes(null)) return null;
  return Math.max(...ends.map((one) => one ?? 0));
}

function endsOf({ streams }: ProbedRecording): { videoMs: number; audioMs: number } | null {
  const [videoMs, audioMs] = ['video', 'audio'].map((kind) => {
    const first = streams.find((one) => one.kind === kind);
    return first === undefined ? null : endOf(first);
  });
  return videoMs == null || audioMs == null ? null : { videoMs, audioMs };
}

function endOf({ startMs, durationMs }: ProbedStream): number | null {
  return durationMs === null ? null : durationMs + Math.max(0, startMs ?? 0);
}

import type { ProbedRecording, ProbedStream } from '../../../../src/custody/entry-kinds.ts';
import type { Probe } from '../../../../src/tagging/read-probe.ts';
import type { PlannedFile } from './plan.ts';

const containers = { still: 'image2', sound: 'wav', video: 'mov,mp4,m4a,3gp,3g2,mj2' } as const;

/** What ffprobe says of such a file. */
export function probeOf(file: PlannedFile): Probe {
  const { kind, bytes, lengthMs, containerMs, broken, tags } = file;
  const whole = broken !== 'no_index';
  const durationMs = kind === 'still' || !whole ? null : (containerMs ?? lengthMs);
  const facts: Omit<ProbedRecording, 'evidence'> = {
    fault: whole ? null : 'no_index',
    container: whole ? containers[kind] : null,
    ...{ durationMs, startMs: 0, created: null, bitRate: null },
    streamCount: whole ? streamsOf(file, bytes).length : 0,
    streams: whole ? streamsOf(file, bytes) : [],
  };
  const handlers = whole ? file.handlers : [];
  return {
    ...{ durationMs, created: null, facts },
    tags: {
      file: whole ? { major_brand: 'isom', ...tags } : {},
      streams: handlers.map((name) => ({ handler_name: name })),
    },
  };
}

function streamsOf(file: PlannedFile, bytes: number): readonly ProbedStream[] {
  const { kind, lengthMs, streamsMs = lengthMs, soundMs = streamsMs, settings, broken } = file;
  const none = { rotation: null, startMs: 0, frames: null, sampleRate: null, channels: null };
  // The index counts what there was before the cut.
  const indexed = broken === 'cut' ? bytes / 0.5 : bytes * 0.98;
  const video: ProbedStream = {
    ...{ ...none, kind: 'video', codec: kind === 'still' ? 'mjpeg' : 'h264', profile: settings.profile },
    ...{ tag: 'avc1', pixelFormat: 'yuv420p', width: settings.width, height: settings.height },
    ...{ frameRate: `${settings.fps}/1`, baseFrameRate: `${settings.fps}/1` },
    bitRate: Math.round((indexed * 8_000) / Math.max(1, streamsMs)),
    durationMs: streamsMs,
  };
  if (kind === 'still') return [{ ...video, durationMs: null, bitRate: null }];
  const audio: ProbedStream = {
    ...{ ...none, kind: 'audio', codec: 'aac', profile: 'LC', tag: 'mp4a', pixelFormat: null, width: null },
    ...{ height: null, frameRate: null, baseFrameRate: null, sampleRate: settings.audioRate, channels: 1 },
    ...{ bitRate: 0, durationMs: soundMs },
  };
  return kind === 'sound' ? [{ ...audio, codec: 'pcm_s16le' }] : [video, audio];
}

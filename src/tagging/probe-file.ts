import { execFile } from 'node:child_process';
import { errnoOf } from '../errors.ts';
import { nothingProbed, type Probe, readProbe } from './read-probe.ts';

/** A file that keeps ffprobe busy for longer is made for that. */
const patienceMs = 30_000;
const mostOutput = 1_048_576;

/** Containers and streams that recorders write. No playlist, no concat script: those open other files. */
const formats = [
  ...['mov', 'avi', 'matroska', 'mpegts', 'mpeg', 'asf', 'h264', 'hevc'],
  ...['wav', 'mp3', 'aac', 'amr', 'ogg', 'flac', 'image2', 'jpeg_pipe', 'png_pipe', 'bmp_pipe'],
];

/**
 * Asks ffprobe how long a recording is and when its container says it was made. It only reads, from that one file, at
 * the lowest priority. What cannot be read, or takes too long, says nothing. Null: there is no ffprobe here.
 */
export function probeFile(path: string): Promise<Probe | null> {
  const args = [
    ...['-n', '19', 'ffprobe', '-v', 'error', '-hide_banner', '-print_format', 'json'],
    ...['-protocol_whitelist', 'file', '-format_whitelist', formats.join(',')],
    ...['-show_entries', 'format=duration:format_tags=creation_time', `file:${path}`],
  ];
  return new Promise((done) => {
    const options = { timeout: patienceMs, killSignal: 'SIGKILL', maxBuffer: mostOutput } as const;
    execFile('nice', args, options, (error, stdout) => {
      // `nice` answers 127 where it finds no such program.
      const missing = error !== null && (errnoOf(error) === 'ENOENT' || error.code === 127);
      if (missing) done(null);
      else done(error === null ? readProbe(stdout) : nothingProbed);
    });
  });
}

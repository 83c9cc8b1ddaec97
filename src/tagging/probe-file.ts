import { spawn } from 'node:child_process';
import { confined, confinementHere } from '../confinement.ts';
import type { ProbeFault } from '../custody/entry-kinds.ts';
import { errnoOf } from '../errors.ts';
import { BoundedLines } from './bounded-lines.ts';
import { type Probe, ProbeReader, probedEntries } from './read-probe.ts';

/** A file that keeps ffprobe busy for longer is made for that. */
const patienceMs = 30_000;
/** What ffprobe prints of a file with 1,000 streams and texts in each is a tenth of it. */
const mostOutput = 33_554_432;
const mostErrors = 8_192;
/** It writes no file. */
const bounds = { memoryBytes: 4_294_967_296, cpuSeconds: 60, fileBytes: 0, processes: 64 };

/** Containers and streams that recorders write. No playlist, no concat script: those open other files. */
export const recorderFormats: readonly string[] = [
  ...['mov', 'avi', 'matroska', 'mpegts', 'mpeg', 'asf', 'flv', 'h264', 'hevc'],
  ...['wav', 'mp3', 'aac', 'amr', 'ogg', 'flac', 'image2', 'jpeg_pipe', 'png_pipe', 'bmp_pipe'],
];

/**
 * Asks ffprobe, once, for everything that is wanted of a recording: how long it is, when its container says it was made,
 * what wrote it, its streams. It only reads, from that one file, at the lowest priority, confined as far as this machine
 * can. What cannot be read, or takes too long, says nothing but that. Null: there is no ffprobe here.
 */
export async function probeFile(path: string): Promise<Probe | null> {
  const { confinement } = await confinementHere();
  const wish = { program: 'ffprobe', input: path, output: null, beside: {}, bounds };
  const { words, input } = confined(confinement, wish);
  return await probed(words, [
    ...['-v', 'error', '-hide_banner', '-print_format', 'flat'],
    ...['-protocol_whitelist', 'file', '-format_whitelist', recorderFormats.join(',')],
    ...['-show_entries', probedEntries, `file:${input}`],
  ]);
}

/** @param words the layers of the confinement, and ffprobe */
function probed(
  [command = '', ...layers]: readonly string[],
  args: readonly string[],
): Promise<Probe | null> {
  return new Promise((done) => {
    const reader = new ProbeReader();
    const lines = new BoundedLines((line) => reader.line(line));
    const child = spawn(command, [...layers, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [bytes, errors, tooMuch] = [0, '', false];
    const kill = (): void => {
      tooMuch = true;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(kill, patienceMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      bytes += text.length;
      if (bytes > mostOutput) kill();
      else lines.feed(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < mostErrors) errors += text;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      done(errnoOf(error) === 'ENOENT' ? null : reader.probe('unreadable'));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      lines.end();
      // The layers answer 127 where they find no such program.
      done(code === 127 ? null : reader.probe(code === 0 ? null : faultOf(errors, tooMuch)));
    });
  });
}

/** ffprobe's own words for what recorders and attackers do most. */
function faultOf(errors: string, tooMuch: boolean): ProbeFault {
  if (tooMuch) return 'too_slow';
  if (errors.includes('max_streams')) return 'too_many_streams';
  return errors.includes('moov atom not found') ? 'no_index' : 'unreadable';
}

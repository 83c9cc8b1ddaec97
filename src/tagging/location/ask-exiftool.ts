import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { type ExifFixes, nothingInside, readExif } from './read-exif.ts';

/** A file that keeps ExifTool busy for longer is made for that; its samples are then left, its own position asked for. */
const patienceMs = { samples: 120_000, alone: 30_000 } as const;
/** Eighteen hours at one sample a second. */
const mostOutput = 16 * 1_048_576;
const mostMemory = 1_073_741_824;

const tags = [
  ...['Composite:GPSLatitude', 'Composite:GPSLongitude', 'GPSLatitude', 'GPSLongitude', 'GPSCoordinates'],
  ...['GPSDateTime', 'GPSStatus', 'GPSDOP', 'GPSHPositioningError', 'LocationAccuracyHorizontal'],
];

/**
 * Asks the system's ExifTool where a recording says it was taken: the container's own position, and positions along its
 * course (QuickTime samples, `freeGPS` blocks). It only reads, from that one file, at the lowest priority, with bounded time,
 * memory and output, and without a configuration file, which would be a program. Null: there is no ExifTool here. Errors:
 * the operating system's, where the file is there and cannot be read.
 */
export async function askExiftool(path: string, signal: AbortSignal): Promise<ExifFixes | null> {
  if (!(await holdsMedia(path))) return nothingInside;
  const whole = await run(path, ['-ee'], patienceMs.samples, signal);
  if (whole !== 'failed') return whole === 'missing' ? null : readExif(whole.said);
  const alone = signal.aborted ? 'failed' : await run(path, [], patienceMs.alone, signal);
  return typeof alone === 'string' ? nothingInside : readExif(alone.said);
}

/** Whether ExifTool can be asked. */
export async function hasExiftool(): Promise<boolean> {
  return await new Promise((done) => {
    execFile('exiftool', ['-config', '', '-ver'], { timeout: 10_000 }, (error) => done(error === null));
  });
}

function run(
  path: string,
  more: readonly string[],
  timeout: number,
  signal: AbortSignal,
): Promise<{ readonly said: string } | 'failed' | 'missing'> {
  const args = [
    ...['-n', '19', 'prlimit', `--as=${mostMemory}`, 'exiftool', '-config', '', ...more],
    ...['-j', '-n', '-G3:0', '-api', 'largefilesupport=1', ...tags.map((one) => `-${one}`)],
    // Absolute, so that no name is taken for an option.
    resolve(path),
  ];
  return new Promise((done) => {
    const options = { timeout, killSignal: 'SIGKILL', maxBuffer: mostOutput, signal } as const;
    execFile('nice', args, options, (error, said) => {
      const code = error?.code ?? 0;
      // `nice` and `prlimit` answer 127 where they find no such program.
      if (code === 127 || errnoOf(error) === 'ENOENT') done('missing');
      // A broken file is an error too, and what could be read of it is said; what was cut short is no JSON.
      else done(typeof code === 'number' && error?.killed !== true && said !== '' ? { said } : 'failed');
    });
  });
}

/**
 * Whether a file begins as the containers and pictures do that recorders write and that can hold positions. ExifTool reads
 * a hundred kinds more, by what the bytes are and not by the name: nothing from a card is to reach those.
 */
async function holdsMedia(path: string): Promise<boolean> {
  const head = Buffer.alloc(headBytes);
  try {
    await using file = await open(path);
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    return isMedia(head.subarray(0, bytesRead));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    // A disk that fails now says nothing of what is in the file.
    throw error;
  }
}

const headBytes = 200;

/** Atoms that QuickTime and MP4 begin with. */
const atoms = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

export function isMedia(head: Buffer): boolean {
  const text = head.toString('latin1');
  if (atoms.includes(text.slice(4, 8))) return true;
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'AVI ') return true;
  if (['\xff\xd8\xff', '\x89PNG\r\n', '\x1aE\xdf\xa3'].some((start) => text.startsWith(start))) return true;
  // An MPEG transport stream, of packets of 188 bytes or, with a time before each, 192.
  return (head[0] === 0x47 && head[188] === 0x47) || (head[4] === 0x47 && head[196] === 0x47);
}

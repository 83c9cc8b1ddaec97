import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=5'];

/** A second of real video with what it says of itself, `location=+28.9412+118.8735/` for instance. */
export function makeVideo(
  folder: string,
  name: string,
  metadata: readonly string[],
  flags: readonly string[] = [],
): string {
  const path = join(folder, name);
  const said = metadata.flatMap((one) => ['-metadata', one]);
  execFileSync('ffmpeg', [...quiet, ...picture, '-t', '1', ...said, ...flags, path]);
  return path;
}

/** A photograph with EXIF, whose hemisphere stands apart from its degrees. */
export function makePhoto(folder: string, name: string, exif: readonly string[]): string {
  const path = join(folder, name);
  execFileSync('ffmpeg', [...quiet, ...picture, '-frames:v', '1', path]);
  execFileSync('exiftool', ['-q', '-overwrite_original', ...exif, path]);
  return path;
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** One `freeGPS ` block as an Ambarella recorder writes it: UTC, degrees in 1e-7. */
function freeGps(at: Temporal.Instant, longitude: number, latitude: number): Buffer {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO('UTC');
  const block = Buffer.alloc(0x8000);
  block.writeUInt32BE(block.length, 0);
  block.write('freeGPS ', 4, 'latin1');
  block.writeUInt32LE(0x4c, 12);
  block.write('IQS_A7_20150417', 16, 'latin1');
  for (const [i, value] of [hour, minute, second, year - 2000, month, day].entries())
    block.writeUInt32LE(value, 0x30 + 4 * i);
  block.write('ANE', 0x48, 'latin1');
  block.writeInt32LE(Math.round(latitude * 1e7), 0x4c);
  block.writeInt32LE(Math.round(longitude * 1e7), 0x50);
  return block;
}

/** An MP4 without pictures whose media data hold such blocks, one a second from 118.8735 28.9412 to the east. */
export function freeGpsVideo(start: Temporal.Instant, seconds: number): Buffer {
  const type = box('ftyp', Buffer.from('qt  \0\0\0\0qt  ', 'latin1'));
  const blocks = Array.from({ length: seconds }, (_, i) =>
    freeGps(start.add({ seconds: i }), 118.8735 + i * 1e-5, 28.9412),
  );
  const lead = Buffer.alloc(0x8000 - type.length - 8);
  return Buffer.concat([
    type,
    box('mdat', lead, ...blocks, Buffer.alloc(0x8000)),
    box('moov', box('mvhd', Buffer.alloc(100))),
  ]);
}

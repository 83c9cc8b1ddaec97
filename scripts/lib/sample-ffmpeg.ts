import type { Position } from './sample-nmea.ts';
import type { SampleFile } from './sample-plan.ts';

const picture = 'testsrc2=size=640x360:rate=15';
const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
/** As a recorder's firmware does it: nothing of FFmpeg's own name in the container. */
const nameless = ['-fflags', '+bitexact'];

/** The ffmpeg arguments for a sample, or null where it is a text. `font` burns the clock into the picture. */
export function sampleArguments(file: SampleFile, output: string, font: string | null): string[] | null {
  const { content, seconds } = file;
  switch (content.is) {
    case 'text':
      return null;
    case 'photo':
      return [...quiet, '-f', 'lavfi', '-i', picture, ...clock(file, font), '-frames:v', '1', output];
    case 'sound':
      return [
        ...[...quiet, '-f', 'lavfi', '-i', 'sine=520:sample_rate=16000', '-t', `${seconds}`],
        ...[...nameless, output],
      ];
    case 'video':
      return [
        ...[...quiet, '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', 'sine=440', '-t', `${seconds}`],
        ...clock(file, font),
        ...(content.codec === 'h264'
          ? ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
          : ['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-tag:v', 'hvc1']),
        ...(content.codec === 'h265' ? ['-x265-params', 'log-level=error'] : []),
        ...['-c:a', 'aac', '-b:a', '32k', '-metadata', `creation_time=${file.start.toInstant().toString()}`],
        ...[...nameless, '-metadata:s:v', `encoder=${content.codec === 'h264' ? 'H.264' : 'H.265'}`],
        ...(content.position === null ? [] : ['-metadata', `location=${iso6709(content.position)}`]),
        output,
      ];
  }
}

/** The recorder's local time, running, as devices burn it in. */
function clock(file: SampleFile, font: string | null): string[] {
  if (font === null) return [];
  const localAsUtc = Math.floor(file.start.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds / 1000);
  const text = `%{pts\\:gmtime\\:${localAsUtc}}`;
  return [
    '-vf',
    `drawtext=fontfile=${font}:text='${text}':x=10:y=h-30:fontsize=20:fontcolor=white:box=1:boxcolor=black@0.5`,
  ];
}

/** ISO 6709 as QuickTime wants it: `+39.9042+116.4074/`. */
function iso6709({ latitude, longitude }: Position): string {
  return `${signed(latitude, 2)}${signed(longitude, 3)}/`;
}

function signed(degrees: number, digits: number): string {
  const [whole = '', rest = ''] = Math.abs(degrees).toFixed(4).split('.');
  return `${degrees < 0 ? '-' : '+'}${whole.padStart(digits, '0')}.${rest}`;
}

import { execFile } from 'node:child_process';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { type Check, failed, ok, warning } from './check.ts';

/** What the machine itself brings, whatever station stands on it. */
export async function machineChecks(language: Language): Promise<readonly Check[]> {
  return [
    nodeCheck(language, process.versions.node),
    ...(await Promise.all([
      toolCheck(language, 'ffmpeg'),
      toolCheck(language, 'ffprobe'),
      exiftoolCheck(language),
      clockCheck(language),
    ])),
  ];
}

/** Docket runs its TypeScript as it is and uses Temporal: both came with this version. */
const neededNode = 26;

export function nodeCheck(language: Language, version: string): Check {
  if (Number.parseInt(version, 10) >= neededNode)
    return ok('node', say(language, 'doctor.node', { version }));
  const says = say(language, 'doctor.node.old', { version, needed: neededNode });
  return failed('node', says, say(language, 'doctor.node.next'));
}

async function toolCheck(language: Language, tool: 'ffmpeg' | 'ffprobe'): Promise<Check> {
  const output = await outputOf(tool, ['-version']);
  if (output !== null) {
    const version = /^\S+ version (\S+)/.exec(output)?.[1] ?? '?';
    return ok(tool, say(language, 'doctor.tool', { tool, version }));
  }
  const next = say(language, 'doctor.tool.next', { package: 'ffmpeg' });
  return warning(tool, say(language, 'doctor.tool.missing', { tool }), next);
}

async function exiftoolCheck(language: Language): Promise<Check> {
  const tool = 'exiftool';
  const version = (await outputOf(tool, ['-config', '', '-ver']))?.trim();
  if (version !== undefined) return ok(tool, say(language, 'doctor.tool', { tool, version }));
  const next = say(language, 'doctor.tool.next', { package: 'libimage-exiftool-perl' });
  return warning(tool, say(language, 'doctor.tool.exiftool'), next);
}

async function clockCheck(language: Language): Promise<Check> {
  const answer = await outputOf('timedatectl', ['show', '-p', 'NTPSynchronized', '--value']);
  return clockFrom(language, answer, Temporal.Now.zonedDateTimeISO());
}

/** @param answer what `timedatectl` said of NTPSynchronized; null where it is not there or has no system to ask */
export function clockFrom(language: Language, answer: string | null, time: Temporal.ZonedDateTime): Check {
  const now = time.toString({ smallestUnit: 'second', timeZoneName: 'never' });
  switch (answer?.trim()) {
    case 'yes':
      return ok('clock', say(language, 'doctor.clock', { now }));
    case 'no':
      return warning(
        'clock',
        say(language, 'doctor.clock.adrift', { now }),
        say(language, 'doctor.clock.next'),
      );
    default: {
      const says = say(language, 'doctor.clock.unknown', { now });
      return { check: 'clock', state: 'unknown', says, next: say(language, 'doctor.clock.look') };
    }
  }
}

/** Standard output, or null where the command is not there, fails or takes too long. */
function outputOf(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    execFile(command, args, { timeout: 5_000, encoding: 'utf8' }, (error, stdout) => {
      done(error === null ? stdout : null);
    });
  });
}

import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { ConfigClaims } from '../access/configuration/adopt.ts';

/** Who started this program, and whose the configuration's file is: what the machine says. Nothing here may stop a start. */
export function configClaims(file: string | null): ConfigClaims {
  return { startedBy: startedBy(), file, ...claimedOf(file) };
}

function startedBy(): string | null {
  try {
    return `os:${userInfo().username}`;
  } catch {
    // A user id without a name.
    return null;
  }
}

function claimedOf(file: string | null): Pick<ConfigClaims, 'fileOwner' | 'fileWritten'> {
  if (file === null) return { fileOwner: null, fileWritten: null };
  try {
    const { uid, mtimeNs } = statSync(file, { bigint: true });
    const fileWritten = Temporal.Instant.fromEpochNanoseconds(mtimeNs).toString();
    return { fileOwner: `os:${nameOf(Number(uid)) ?? uid}`, fileWritten };
  } catch {
    return { fileOwner: null, fileWritten: null };
  }
}

/** As the machine's own list has it; users of a domain stay numbers. */
function nameOf(uid: number): string | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.split(':')[2] === String(uid));
  return line?.split(':')[0] ?? null;
}

import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { sizeWords } from '../../texts/units.ts';
import { chattr } from '../../vault/local/chattr.ts';
import { directReread } from '../../vault/local/direct-reread.ts';
import { type Immutability, tryImmutable } from '../../vault/local/immutable.ts';
import { type Check, failed, ok, warning } from './check.ts';

/** The folder itself, or where it would be made: the nearest one above it that is there. */
export function nearestStanding(folder: string): string {
  return existsSync(folder) ? folder : nearestStanding(dirname(folder));
}

export async function spaceCheck(language: Language, folder: string, reserveBytes: number): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  const facts = { folder, free: sizeWords(freeBytes), reserve: sizeWords(reserveBytes) };
  if (freeBytes > 2 * reserveBytes) return ok('space', say(language, 'doctor.space', facts));
  const [says, next] = [say(language, 'doctor.space.low', facts), say(language, 'doctor.space.next')];
  return freeBytes > reserveBytes ? warning('space', says, next) : failed('space', says, next);
}

/**
 * Writes a small file as intake does, reads it back past the cache and removes it. `marker` is the standing vault's
 * own, on which the immutable flag is tried as when the vault is opened; without a vault the small file serves.
 */
export async function diskChecks(
  language: Language,
  folder: string,
  immutable: 'auto' | 'off',
  marker: string | null,
): Promise<readonly Check[]> {
  let probe: string | null = null;
  try {
    probe = await mkdtemp(join(folder, '.docket-doctor-'));
    const file = join(probe, 'probe');
    await writeDurably(file);
    const { way } = await directReread(file, probeBytes);
    const direct =
      way === 'direct'
        ? ok('direct', say(language, 'doctor.direct'))
        : warning('direct', say(language, 'doctor.direct.second'), say(language, 'doctor.direct.next'));
    const flag = await immutableCheck(language, immutable, marker ?? file);
    return [ok('write', say(language, 'doctor.write', { folder })), direct, flag];
  } catch (error) {
    const says = say(language, 'doctor.write.refused', { folder, errno: errnoOf(error) ?? String(error) });
    return [failed('write', says, say(language, 'doctor.write.next'))];
  } finally {
    if (probe !== null) await remove(probe);
  }
}

const probeBytes = 8_192;

async function writeDurably(path: string): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(Buffer.alloc(probeBytes, 'docket'));
  await file.sync();
}

async function immutableCheck(language: Language, wish: 'auto' | 'off', file: string): Promise<Check> {
  if (wish === 'off') return warning('immutable', say(language, 'doctor.immutable.off'), null);
  const found: Immutability = await tryImmutable(file, chattr);
  if (found.set) return ok('immutable', say(language, 'doctor.immutable'));
  const { because } = found;
  const says = say(language, 'doctor.immutable.none', { because });
  return warning('immutable', says, say(language, 'doctor.immutable.next'));
}

/** The flag is taken off this program's own small file only; on originals nothing ever does. */
async function remove(probe: string): Promise<void> {
  const file = join(probe, 'probe');
  const there = await access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (there) await new Promise<void>((done) => execFile('chattr', ['-i', '--', file], () => done()));
  await rm(probe, { recursive: true, force: true });
}

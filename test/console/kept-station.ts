import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../', import.meta.url));
const kept = join(home, 'node_modules/.cache/docket-console-stations');
/** Sittings end when nobody works, and recordings become late: one that was made long ago is another station. */
const freshMs = 5 * 60_000;
/** Nobody copies from one that is so old. */
const oldMs = 6 * freshMs;
const told = 'told.json';

/**
 * Fills an empty folder with what `make` puts there, or with a copy of what it put into another one a short while ago. Test
 * files that run beside each other each make their own at worst: whoever is done first lays it down for those that come.
 */
export async function keptStation<T>(wish: object, folder: string, make: () => Promise<T>): Promise<T> {
  const place = join(kept, hash('sha256', JSON.stringify([wish, makers()])).slice(0, 16));
  if (isFresh(place)) {
    copy(place, folder);
    return JSON.parse(readFileSync(join(folder, told), 'utf8')) as T;
  }
  const made = await make();
  writeFileSync(join(folder, told), JSON.stringify(made));
  layDown(folder, place);
  return made;
}

const ageOf = (path: string): number =>
  Temporal.Now.instant().epochMilliseconds - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
const isFresh = (place: string): boolean => existsSync(place) && ageOf(join(place, told)) < freshMs;

function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', '--reflink=auto', `${from}/.`, to]);
}

function layDown(folder: string, place: string): void {
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(kept))
    if (ageOf(join(kept, name)) > oldMs) rmSync(join(kept, name), { recursive: true, force: true });
  const beside = `${place}-${process.pid}`;
  mkdirSync(beside);
  copy(folder, beside);
  try {
    if (existsSync(place) && !isFresh(place)) renameSync(place, `${beside}-old`);
    renameSync(beside, place);
  } catch {
    // Another test file was faster.
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Everything that a station is made by, as it stands now. */
function makers(): readonly string[] {
  return ['src', 'test/console', 'test/support', 'test/viewing', 'scripts/lib'].flatMap((name) =>
    readdirSync(join(home, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('src/console'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(path);
        return `${path} ${size} ${mtimeMs}`;
      })
      .sort(),
  );
}

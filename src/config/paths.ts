import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A path as written in a file or an option, made absolute: `~/` is the home folder, the rest is taken from `base`. */
export function absolutePath(written: string, base: string, env: Environment): string {
  if (written === '~' || written.startsWith('~/')) return resolve(homeFolder(env), written.slice(2));
  return resolve(base, written);
}

/**
 * The data folder: the option, then `DOCKET_DATA`, then the file's `dataFolder` (absolute already), then the place
 * that the XDG Base Directory Specification names, which says too that a relative `XDG_DATA_HOME` is to be ignored.
 * Empty variables count as unset. `base` is the working folder.
 */
export function chooseDataFolder(
  wishes: { readonly option: string | undefined; readonly file: string | null },
  base: string,
  env: Environment,
): string {
  const asked = wishes.option || env['DOCKET_DATA'];
  if (asked) return resolve(base, asked);
  if (wishes.file !== null) return wishes.file;
  const shared = env['XDG_DATA_HOME'];
  const data = shared && isAbsolute(shared) ? shared : join(homeFolder(env), '.local', 'share');
  return join(data, 'docket');
}

function homeFolder(env: Environment): string {
  return env['HOME'] || homedir();
}

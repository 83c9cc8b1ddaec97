import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from './config/check.ts';
import { ConfigError } from './config/error.ts';
import type { ConfigFinding } from './config/finding.ts';
import { absolutePath, chooseDataFolder } from './config/paths.ts';
import type { ConfigFile } from './config/schema.ts';
import { errnoOf } from './errors.ts';

export { checkConfig } from './config/check.ts';
export { ConfigError } from './config/error.ts';
export type { ConfigErrorCode, ConfigFinding } from './config/finding.ts';

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;

/** The station's configuration: every default filled in, every path absolute. Units stand in the names. */
export type Config = Deep<Omit<ConfigFile, 'dataFolder'>> & { readonly dataFolder: string };

export interface ConfigSurroundings {
  /** The data folder from the command line; it comes before everything else. */
  readonly dataOverride?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder, where a relative option or variable is taken from. */
  readonly workingFolder?: string;
}

/**
 * Reads a configuration file, or takes the defaults alone where `path` is null. Relative paths in the file are
 * taken from the file's own folder. Nothing is created.
 *
 * Throws `ConfigError`: `config.missing_file`, `config.unreadable_file`, `config.not_utf8`, `config.newer_version`,
 * `config.invalid` (with all `findings`).
 */
export function loadConfig(path: string | null, surroundings: ConfigSurroundings): Config {
  const { dataOverride, env, workingFolder = process.cwd() } = surroundings;
  const file = path === null ? null : resolve(workingFolder, path);
  const written = readConfig(file === null ? '' : readText(file), file ?? '');
  if (written.value === null) throw unusable(file ?? '', written.findings);
  const base = file === null ? workingFolder : dirname(file);
  const at = (folder: string): string => absolutePath(folder, base, env);
  const orNull = (folder: string | null): string | null => (folder === null ? null : at(folder));
  const { dataFolder, dock, vault, deadlines, backup, http, viewing, access, ...rest } = written.value;
  return {
    ...rest,
    dataFolder: chooseDataFolder({ option: dataOverride, file: orNull(dataFolder) }, workingFolder, env),
    dock: {
      ...dock,
      folders: dock.folders.map((folder) => ({ ...folder, path: at(folder.path) })),
      usb: { ...dock.usb, mountFolder: at(dock.usb.mountFolder) },
      profileFolder: orNull(dock.profileFolder),
    },
    deadlines: { ...deadlines, policyFolder: orNull(deadlines.policyFolder) },
    vault: {
      ...vault,
      folder: orNull(vault.folder),
      s3: { ...vault.s3, keyFile: orNull(vault.s3.keyFile), caFile: orNull(vault.s3.caFile) },
      mirror: {
        ...vault.mirror,
        folder: orNull(vault.mirror.folder),
        s3: {
          ...vault.mirror.s3,
          keyFile: orNull(vault.mirror.s3.keyFile),
          caFile: orNull(vault.mirror.s3.caFile),
        },
      },
    },
    backup: { ...backup, folder: orNull(backup.folder) },
    http: {
      ...http,
      tls: {
        ...http.tls,
        certificateFile: orNull(http.tls.certificateFile),
        keyFile: orNull(http.tls.keyFile),
      },
    },
    access: { ...access, doorSocket: orNull(access.doorSocket) },
    viewing: { ...viewing, font: orNull(viewing.font) },
  };
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === 'ENOENT' || errno === 'ENOTDIR')
      throw new ConfigError('config.missing_file', { file }, { cause });
    throw new ConfigError('config.unreadable_file', { file, errno: errno ?? 'unknown' }, { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ConfigError('config.not_utf8', { file }, { cause });
  }
}

function unusable(file: string, findings: readonly ConfigFinding[]): ConfigError {
  const [first] = findings;
  const { key = '', line = 1 } = first ?? {};
  const options = { findings, ...(key === '' ? {} : { field: key }) };
  if (first?.code === 'config.newer_version') {
    const { found, known } = first.params;
    return new ConfigError(
      'config.newer_version',
      { file, line, found: found ?? '', known: known ?? '' },
      options,
    );
  }
  const params = { file, count: findings.length, key: key === '' ? 'YAML' : key, line };
  return new ConfigError('config.invalid', params, options);
}

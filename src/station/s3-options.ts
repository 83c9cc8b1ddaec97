import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { errnoOf } from '../errors.ts';
import { VaultError } from '../vault/errors.ts';
import { stagingFolder } from '../vault/local/layout.ts';
import { readKeys } from '../vault/s3/read-keys.ts';
import type { S3VaultOptions } from '../vault/s3/settings.ts';
import type { Places } from './data-folder.ts';
import { addressAt, mainPlace, type VaultPlace } from './vault-place.ts';

const retryMs = 250;

/** How the configuration has the store spoken to. Errors: `vault.bucket_unnamed`, `vault.keys_missing`, `vault.unreadable`. */
export function s3OptionsOf(
  config: Config,
  places: Places,
  env: Readonly<Record<string, string | undefined>>,
): Omit<S3VaultOptions, 'id'> {
  return s3OptionsAt(mainPlace(config, places), env);
}

/** The same for any vault. */
export function s3OptionsAt(
  { folder, s3, zone, sampling }: Omit<VaultPlace, 'kind' | 'immutable'>,
  env: Readonly<Record<string, string | undefined>>,
): Omit<S3VaultOptions, 'id'> {
  const { endpoint, region, bucket, prefix, mode, pathStyle, keyFile, caFile } = s3;
  if (bucket === '') throw new VaultError('vault.bucket_unnamed', {}, { field: 'vault.s3.bucket' });
  const answerMs = s3.answerSeconds * 1_000;
  const keys = readKeys(keyFile, env);
  const ca = caFile === null ? null : certificates(caFile);
  return {
    store: {
      bandwidth: { windows: s3.bandwidth, zone },
      ...{ endpoint, region, bucket, prefix, mode, pathStyle, keys, ca, answerMs, retryMs },
    },
    staging: join(folder, stagingFolder),
    logRetention: Temporal.Duration.from({ days: s3.logRetentionDays }),
    partBytes: s3.partMebibytes * 1_048_576,
    partsAtOnce: s3.partsAtOnce,
    sampling,
  };
}

/** Where the vault is: an absolute folder, or its address in a store. Originals lie below it, after a `/`. */
export function vaultAddress(config: Config, places: Places): string {
  return addressAt(mainPlace(config, places));
}

function certificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new VaultError('vault.unreadable', { path: file, errno: errnoOf(error) ?? '?' }, { cause: error });
  }
}

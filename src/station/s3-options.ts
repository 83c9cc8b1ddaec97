import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { errnoOf } from '../errors.ts';
import { VaultError } from '../vault/errors.ts';
import { stagingFolder } from '../vault/local/layout.ts';
import { readKeys } from '../vault/s3/read-keys.ts';
import type { S3VaultOptions } from '../vault/s3/settings.ts';
import type { Places } from './data-folder.ts';
import { proofFor } from './store-proof.ts';

const retryMs = 250;

/** How the configuration has the store spoken to. Errors: `vault.bucket_unnamed`, `vault.keys_missing`, `vault.unreadable`. */
export function s3OptionsOf(
  { vault, station }: Config,
  places: Places,
  env: Readonly<Record<string, string | undefined>>,
): Omit<S3VaultOptions, 'id'> {
  const { endpoint, region, bucket, prefix, mode, pathStyle, keyFile, caFile } = vault.s3;
  if (bucket === '') throw new VaultError('vault.bucket_unnamed', {}, { field: 'vault.s3.bucket' });
  const answerMs = vault.s3.answerSeconds * 1_000;
  const keys = readKeys(keyFile, env);
  const ca = caFile === null ? null : certificates(caFile);
  return {
    store: {
      bandwidth: { windows: vault.s3.bandwidth, zone: station.zone },
      endpoint,
      region,
      bucket,
      prefix,
      mode,
      pathStyle,
      keys,
      ca,
      answerMs,
      retryMs,
    },
    staging: join(places.vault, stagingFolder),
    logRetention: Temporal.Duration.from({ days: vault.s3.logRetentionDays }),
    partBytes: vault.s3.partMebibytes * 1_048_576,
    partsAtOnce: vault.s3.partsAtOnce,
    sampling: () => vault.s3.readBack === 'sample' && proofFor(vault.s3, places) !== null,
  };
}

/** Where the vault is: an absolute folder, or its address in a store. Originals lie below it, after a `/`. */
export function vaultAddress({ vault }: Config, places: Places): string {
  if (vault.kind === 'local') return places.vault;
  const { bucket, prefix } = vault.s3;
  return `s3://${bucket}${prefix === '' ? '' : `/${prefix.slice(0, -1)}`}`;
}

function certificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new VaultError('vault.unreadable', { path: file, errno: errnoOf(error) ?? '?' }, { cause: error });
  }
}

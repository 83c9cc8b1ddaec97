import { readFileSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';
import type { StoreKeys } from './settings.ts';

/**
 * The keys to the store: from a file in the form that AWS's own tools use, or from the environment. They are never
 * part of the configuration, which is copied and mailed. Error: `vault.keys_missing`.
 */
export function readKeys(file: string | null, env: Readonly<Record<string, string | undefined>>): StoreKeys {
  const { where, values } =
    file === null ? { where: 'environment', values: env } : { where: file, values: inFile(file) };
  const given = (name: string): string | undefined =>
    values[file === null ? name.toUpperCase() : name] || undefined;
  const [accessKeyId, secretAccessKey] = [given('aws_access_key_id'), given('aws_secret_access_key')];
  const sessionToken = given('aws_session_token');
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new VaultError('vault.keys_missing', { where, found: 'not both of them' });
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

const line = /^\s*([a-z_]+)\s*=\s*(\S+)\s*$/;

/** Headings and comments are passed over: there is one store, and so one pair of keys. */
function inFile(file: string): Readonly<Record<string, string>> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return Object.fromEntries(
      lines.flatMap((text) => {
        const [, name, value] = line.exec(text) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value]];
      }),
    );
  } catch (error) {
    throw new VaultError(
      'vault.keys_missing',
      { where: file, found: errnoOf(error) ?? '?' },
      { cause: error },
    );
  }
}

import { readFile, stat } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';
import { errnoOf } from '../errors.ts';
import { TlsError } from '../tls/error.ts';
import { type Examined, examine, type Identity } from '../tls/examine.ts';
import { OwnIdentity } from '../tls/own-identity.ts';
import { type Places, writeDurably } from './data-folder.ts';

/** Where the certificate comes from with which the station is reached. */
export type TlsSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'own'; readonly own: OwnIdentity; readonly names: Names }
  | {
      readonly kind: 'files';
      readonly certificateFile: string;
      readonly keyFile: string;
      readonly names: Names;
    };

/** By what the station must be reachable with it, at this moment: addresses come and go. */
type Names = () => readonly string[];

type HttpSettings = Config['http'];

/** What the configuration orders. Error: `tls.pair_incomplete`: half a pair must not mean "unencrypted". */
export function tlsSourceOf(http: HttpSettings, places: Pick<Places, 'tls'>, code: string): TlsSource {
  const { certificateFile, keyFile, own, names } = http.tls;
  if ((certificateFile === null) !== (keyFile === null))
    throw new TlsError('tls.pair_incomplete', {}, { field: 'http.tls' });
  if (certificateFile !== null && keyFile !== null)
    return { kind: 'files', certificateFile, keyFile, names: () => names };
  if (!own) return { kind: 'none' };
  return { kind: 'own', own: ownIdentity(places, code), names: () => ownNames(http) };
}

export function ownIdentity(places: Pick<Places, 'tls'>, code: string): OwnIdentity {
  return new OwnIdentity({ folder: places.tls, code, write: writeDurably });
}

/** The identity with what is told of it, sound at this moment. Errors: `tls.*`. */
export async function soundIdentity(
  source: Exclude<TlsSource, { kind: 'none' }>,
  now: Temporal.Instant,
): Promise<Identity & { readonly facts: Examined }> {
  const identity = source.kind === 'own' ? await source.own.identity() : await filesOf(source);
  const field = source.kind === 'own' ? 'http.tls' : 'http.tls.certificateFile';
  return { ...identity, facts: examine(identity, source.names(), now, field) };
}

async function filesOf({
  certificateFile,
  keyFile,
}: Extract<TlsSource, { kind: 'files' }>): Promise<Identity> {
  const cert = await textOf(certificateFile, 'http.tls.certificateFile');
  const key = await textOf(keyFile, 'http.tls.keyFile');
  const { mode } = await stat(keyFile);
  if ((mode & 0o007) !== 0)
    throw new TlsError(
      'tls.key_open',
      { path: keyFile, mode: (mode & 0o777).toString(8) },
      { field: 'http.tls.keyFile' },
    );
  return { cert, key };
}

async function textOf(path: string, field: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new TlsError(
      'tls.file_unreadable',
      { path, found: errnoOf(cause) ?? String(cause) },
      { cause, field },
    );
  }
}

/**
 * By what the station may be called: as configured, by the machine's name, from the machine itself, and by the addresses
 * it listens on. An address that comes later has the certificate made anew.
 */
export function ownNames({ address, tls }: HttpSettings): readonly string[] {
  const everywhere = address === '0.0.0.0' || address === '::';
  const addresses = Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ internal, scopeid }) => !internal && (scopeid ?? 0) === 0)
    .map((one) => one.address);
  const here = everywhere ? addresses : [address];
  const machine = /^[\w-]{1,63}(?:\.[\w-]{1,63})*$/.test(hostname()) ? [hostname()] : [];
  return [...new Set([...tls.names, ...machine, 'localhost', '127.0.0.1', '::1', ...here])];
}

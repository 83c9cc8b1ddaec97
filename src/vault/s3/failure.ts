import { DocketError, errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';

/** What the store was asked about, for the words of an error. */
export interface Asked {
  /** `s3://bucket/prefix` */
  readonly store: string;
  readonly endpoint: string;
  readonly object: string;
}

const certificate = /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_)/;
const clock = ['RequestTimeTooSkewed', 'RequestExpired'];
const wrongKeys = ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken', 'ExpiredToken'];

/** What went wrong between here and the store, as an error of the vault. One of its own is passed on. */
export function storeFailure(error: unknown, asked: Asked): unknown {
  if (error instanceof DocketError || !(error instanceof Error)) return error;
  const { store, endpoint, object } = asked;
  const status = statusOf(error);
  const cause = { cause: error };
  const errno = errnoOf(error);
  if (errno !== null && certificate.test(errno))
    return new VaultError(
      'vault.store_certificate',
      { endpoint, found: `${errno}: ${error.message}` },
      cause,
    );
  if (status === null)
    return new VaultError(
      'vault.store_unreachable',
      { endpoint, found: errno ?? `${error.name}: ${error.message}` },
      cause,
    );
  if (clock.includes(error.name))
    return new VaultError('vault.store_clock', { store, ahead: error.name, tolerance: 900 }, cause);
  if (error.name === 'NoSuchBucket')
    return new VaultError('vault.bucket_missing', { store, endpoint }, cause);
  if (status === 401 || status === 403 || wrongKeys.includes(error.name))
    return new VaultError('vault.store_refused', { store, object, found: `${status} ${error.name}` }, cause);
  return new VaultError('vault.store_failed', { store, object, found: `${status} ${error.name}` }, cause);
}

/** A 404 of an object or an upload, not of the bucket. */
export function saysNotThere(error: unknown): boolean {
  const cause = error instanceof VaultError ? error.cause : error;
  return statusOf(cause) === 404 && !(cause instanceof Error && cause.name === 'NoSuchBucket');
}

/** The HTTP status the store answered with; null where it did not answer, or not in words that are HTTP. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return null;
  const metadata: unknown = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return null;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null;
}

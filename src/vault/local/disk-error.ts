import { errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';

/** The system's refusal to write at `path`, as an error of the vault; what carries no errno is passed on as it is. */
export function writeFailure(error: unknown, path: string): unknown {
  const errno = errnoOf(error);
  if (errno === null) return error;
  if (errno === 'ENOSPC' || errno === 'EDQUOT') {
    return new VaultError('vault.full', { path, errno }, { cause: error });
  }
  return new VaultError('vault.unwritable', { path, errno }, { cause: error });
}

/** The system's refusal to read at `path`, likewise. */
export function readFailure(error: unknown, path: string): unknown {
  const errno = errnoOf(error);
  if (errno === null || error instanceof VaultError) return error;
  return new VaultError('vault.unreadable', { path, errno }, { cause: error });
}

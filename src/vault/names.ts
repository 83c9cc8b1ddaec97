import type { OriginalFacts } from './contract.ts';
import { VaultError } from './errors.ts';

const digest = /^[0-9a-f]{64}$/;
const logPart = /^[A-Za-z0-9._-]{1,200}$/;
const longestLogName = 900;

/** Refuses a digest that is not 64 lower-case hex digits: digests become paths. */
export function requireDigest(what: 'SHA-256' | 'BLAKE3', value: string): void {
  if (digest.test(value)) return;
  throw new VaultError('vault.facts_malformed', { what, expected: '64 lower-case hex digits', found: value });
}

export function requireFacts(facts: OriginalFacts): void {
  requireDigest('SHA-256', facts.sha256);
  requireDigest('BLAKE3', facts.blake3);
  if (Number.isSafeInteger(facts.bytes) && facts.bytes >= 0) return;
  throw new VaultError('vault.facts_malformed', {
    what: 'size',
    expected: 'a whole number of bytes',
    found: facts.bytes,
  });
}

export function isLogPart(part: string): boolean {
  return logPart.test(part) && part !== '.' && part !== '..';
}

/** The parts of a log object's name. Whatever could leave the log's folder is refused (`vault.log_name`). */
export function logNameParts(name: string): readonly string[] {
  const parts = name.split('/');
  if (name.length > longestLogName || !parts.every(isLogPart))
    throw new VaultError('vault.log_name', { name });
  return parts;
}

/** The whole parts of a prefix, that is the folder in which to look; the rest of the last part may be empty. */
export function logPrefixParts(prefix: string): readonly string[] {
  const parts = prefix.split('/');
  const rest = parts.pop() ?? '';
  const restIsFine = rest === '' || logPart.test(rest);
  if (!restIsFine || !parts.every(isLogPart)) throw new VaultError('vault.log_name', { name: prefix });
  return parts;
}

import { hash, randomFillSync } from 'node:crypto';
import { CustodyError } from './error.ts';

/** Long enough that nobody can try all names against a commitment. */
export const saltBytes = 32;

// Asking the system's generator for 32 bytes at a time costs ten times as much as taking them from a store.
const store = Buffer.alloc(256 * saltBytes);
let used = store.length;

/** A fresh salt from the system's generator. One salt serves one value only, so what is handed out is wiped here. */
export function newSalt(): Uint8Array {
  if (used === store.length) {
    randomFillSync(store);
    used = 0;
  }
  const salt = Buffer.from(store.subarray(used, used + saltBytes));
  store.fill(0, used, used + saltBytes);
  used += saltBytes;
  return salt;
}

/**
 * What the leaf holds in place of a personal value: SHA-256(salt || UTF-8 of the value) in lower-case hex. It can be
 * opened later by showing salt and value, and says nothing once the salt has been erased.
 *
 * Errors: `custody.salt_malformed`, `custody.text_not_unicode` (two different broken texts would share their UTF-8).
 */
export function commitTo(value: string, salt: Uint8Array): string {
  if (salt.length !== saltBytes)
    throw new CustodyError('custody.salt_malformed', { expected: saltBytes, found: salt.length });
  if (!value.isWellFormed()) throw new CustodyError('custody.text_not_unicode', { place: '/personal' });
  return hash('sha256', Buffer.concat([salt, Buffer.from(value, 'utf8')]), 'hex');
}

/** Whether this salt and value are what was committed to. */
export function opensCommitment(commitment: string, salt: Uint8Array, value: string): boolean {
  return salt.length === saltBytes && value.isWellFormed() && commitTo(value, salt) === commitment;
}

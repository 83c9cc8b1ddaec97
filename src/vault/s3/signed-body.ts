import type { Readable } from 'node:stream';
import { pacedBody } from './paced-body.ts';
import type { FilledPart } from './read-part.ts';
import type { Store } from './store.ts';

const known = new WeakMap<object, string>();

/**
 * The bytes of a filled part as a request's body, whose SHA-256 is remembered for the signature. Where the hour has a
 * limit it is a stream that keeps within it: each try needs a body of its own.
 */
export function bodyOfPart(
  { buffer, sha256 }: FilledPart,
  bytes: number,
  { upPace, limited }: Pick<Store, 'upPace' | 'limited'>,
): Uint8Array | Readable {
  const whole = new Uint8Array(buffer, 0, bytes);
  const body = limited && bytes > 0 ? pacedBody(whole, upPace) : whole;
  known.set(body, sha256);
  return body;
}

/** The SHA-256, in hex, that was computed when a body was read; null of any other. */
export function knownSha256(body: unknown): string | null {
  return typeof body === 'object' && body !== null ? (known.get(body) ?? null) : null;
}

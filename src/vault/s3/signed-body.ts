import type { FilledPart } from './read-part.ts';

const known = new WeakMap<Uint8Array, string>();

/** The bytes of a filled part as a request's body, whose SHA-256 is remembered for the signature. */
export function bodyOfPart({ buffer, sha256 }: FilledPart, bytes: number): Uint8Array {
  const body = new Uint8Array(buffer, 0, bytes);
  known.set(body, sha256);
  return body;
}

/** The SHA-256, in hex, that was computed when a body was read; null of any other. */
export function knownSha256(body: unknown): string | null {
  return body instanceof Uint8Array ? (known.get(body) ?? null) : null;
}

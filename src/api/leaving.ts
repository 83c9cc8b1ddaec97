import { createHash } from 'node:crypto';
import type { Caller } from './caller.ts';

/** A file that leaves, as its entry names it; where to is told apart from what. */
export function leaving(content: string | Uint8Array, { address }: Caller) {
  const body = Buffer.from(content);
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { body, facts: { bytes: body.length, sha256, destination: `http:${address}` } };
}

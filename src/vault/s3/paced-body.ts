import { Readable } from 'node:stream';
import type { Pace } from './pace.ts';

/** So much at once: a slow line shows a byte long before the store gives up on it. */
const pieceBytes = 65_536;

/** Bytes as a stream that gives them out no faster than the pace. They are not copied. */
export function pacedBody(bytes: Uint8Array, pace: Pace): Readable {
  return Readable.from(pieces(bytes, pace), { objectMode: false, highWaterMark: pieceBytes });
}

async function* pieces(bytes: Uint8Array, pace: Pace): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    await pace.take(piece.length);
    yield piece;
  }
}

import { createHash } from 'node:crypto';

/**
 * Passes bytes on and hashes them; the last piece goes out only if all of it is what it must be. What differs breaks off
 * where it would have ended, so that nobody takes it for the original. @param broken what is thrown then
 */
export async function* soundBytes(
  pieces: AsyncIterable<Uint8Array>,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  broken: (found: string) => Error,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let seen = 0;
  let held: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    hash.update(piece);
    seen += piece.length;
    if (held.length > 0) yield held;
    held = piece;
  }
  const found = hash.digest('hex');
  if (found !== sha256 || seen !== bytes) throw broken(`${found}, ${seen} bytes`);
  yield held;
}

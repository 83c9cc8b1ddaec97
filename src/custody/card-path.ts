import type { CardPath } from './entry-kinds.ts';

/** A card's path as an entry keeps it: text, and the bytes too where the text cannot give them back. */
export function cardPath(path: Buffer): CardPath {
  const text = path.toString('utf8');
  return Buffer.from(text, 'utf8').equals(path)
    ? { path: text }
    : { path: text, pathBase64: path.toString('base64') };
}

/** The bytes again. */
export function cardPathBytes({ path, pathBase64 }: CardPath): Buffer {
  return pathBase64 === undefined ? Buffer.from(path, 'utf8') : Buffer.from(pathBase64, 'base64');
}

import { open, stat } from 'node:fs/promises';

/** Bytes of footage that may be sent. */
export interface FootageFile {
  /** Plain ASCII of this station's making: nothing of a recorder's name stands in it. */
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Of the whole; a remade copy has another one. */
  readonly sha256: string;
  /** Null: it is only given away whole. @param to the last one that is sent */
  readonly part: ((from: number, to: number) => AsyncIterable<Uint8Array>) | null;
  whole(): AsyncIterable<Uint8Array>;
}

const pieceBytes = 262_144;

/** Whether a file stands with all its bytes. */
export async function standsWhole(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}

/**
 * A part of a file, first and last byte with it.
 * @param requireStill asked before each piece: whoever throws there ends it, since a film runs on for hours
 */
export async function* partOfFile(
  path: string,
  from: number,
  to: number,
  requireStill: () => void,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (let at = from; at <= to; ) {
      requireStill();
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, to - at + 1));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      // Cut since it was looked at: an answer that ends early is told from a whole one by its length.
      if (bytesRead === 0) throw new RangeError(`${path} ends at ${at}`);
      at += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

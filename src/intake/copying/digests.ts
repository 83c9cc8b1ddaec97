import { createHash } from 'node:crypto';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { ContentDigests } from '../../custody/entry-kinds.ts';

/** At each multiple of this the journal keeps the BLAKE3 of everything before it; a resumed copy is proved by them. */
export const pieceBytes = 16 * 1024 * 1024;

/** How much of each end of a recording is digested to know it again at the next docking. */
export const endBytes = 1024 * 1024;

/**
 * All digests of one recording in one pass: SHA-256 (its name), BLAKE3 (for re-reads), SM3 where the station asks
 * for it, and BLAKE3 of both ends. Bytes are fed in order, in buffers that never span a piece.
 */
export class RecordingDigests {
  readonly #sha256 = createHash('sha256');
  readonly #blake3 = new Blake3Hasher();
  readonly #sm3: ReturnType<typeof createHash> | null;
  readonly #head = new Blake3Hasher();
  readonly #tail = new Blake3Hasher();
  readonly #size: number;
  #fed = 0;

  constructor(size: number, sm3: boolean) {
    this.#size = size;
    this.#sm3 = sm3 ? createHash('sm3') : null;
  }

  get fed(): number {
    return this.#fed;
  }

  /** Returns the BLAKE3 of everything fed so far where these bytes completed a piece, else null. */
  feed(bytes: Buffer): string | null {
    this.#sha256.update(bytes);
    this.#blake3.update(bytes);
    this.#sm3?.update(bytes);
    this.#feedEnds(bytes);
    this.#fed += bytes.length;
    return this.#fed % pieceBytes === 0 && this.#fed > 0 ? this.#blake3.digest('hex') : null;
  }

  #feedEnds(bytes: Buffer): void {
    if (this.#fed < endBytes) this.#head.update(bytes.subarray(0, endBytes - this.#fed));
    const tailStart = Math.max(0, this.#size - endBytes);
    if (this.#fed + bytes.length > tailStart) {
      this.#tail.update(bytes.subarray(Math.max(0, tailStart - this.#fed)));
    }
  }

  finish(): ContentDigests {
    return {
      sha256: this.#sha256.digest('hex'),
      blake3: this.#blake3.digest('hex'),
      sm3: this.#sm3?.digest('hex') ?? null,
      headBlake3: this.#head.digest('hex'),
      tailBlake3: this.#tail.digest('hex'),
    };
  }
}

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { AccessError } from '../error.ts';

/** How much work a guess costs. */
export interface Strength {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP Password Storage Cheat Sheet: argon2id with at least 19 MiB, 2 passes, 1 lane. */
export const strength: Strength = { memoryKib: 19_456, passes: 2, lanes: 1 };

const saltBytes = 16;
const hashBytes = 32;
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** So many hashes wait at most: whoever sends sign-ins by the thousand must not fill memory through them. */
const mostWaiting = 64;

/**
 * Hashes passwords off the main thread, one at a time: each takes 19 MiB, and thousands of sign-ins at once would take
 * the station's memory and cores from intake.
 */
export class Hashing {
  readonly #strength: Strength;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #decoy: Promise<string> | null = null;

  constructor(wanted: Strength = strength) {
    this.#strength = wanted;
  }

  /** A PHC string of the text: algorithm, parameters, salt, hash. Error: `access.busy`. */
  async hash(text: string, salt: Uint8Array = randomBytes(saltBytes)): Promise<string> {
    const { memoryKib, passes, lanes } = this.#strength;
    const hash = await this.#derive(text, salt, this.#strength, hashBytes);
    return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`;
  }

  /**
   * Whether the text is what was hashed. Null for an account that is not there: it takes as long, and is never so.
   * Error: `access.busy`.
   */
  async matches(hashed: string | null, text: string): Promise<boolean> {
    this.#decoy ??= this.hash(randomBytes(saltBytes).toString('hex'));
    const parts = phc.exec(hashed ?? (await this.#decoy));
    if (parts === null) return false;
    const [, memory, passes, lanes, salt = '', expected = ''] = parts;
    const wanted = Buffer.from(expected, 'base64');
    const cost = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) };
    const found = await this.#derive(text, Buffer.from(salt, 'base64'), cost, wanted.length);
    return timingSafeEqual(found, wanted) && hashed !== null;
  }

  /** Whether a hash was made with less work than one is made with now: then it is made anew at the next sign-in. */
  isWeaker(hashed: string): boolean {
    const [, memory, passes] = phc.exec(hashed) ?? [];
    return Number(memory) < this.#strength.memoryKib || Number(passes) < this.#strength.passes;
  }

  #derive(text: string, nonce: Uint8Array, cost: Strength, tagLength: number): Promise<Buffer> {
    if (this.#waiting >= mostWaiting) return Promise.reject(new AccessError('access.busy', {}));
    this.#waiting += 1;
    // One text typed on two keyboards is one password.
    const message = text.normalize('NFKC');
    const { memoryKib: memory, passes, lanes: parallelism } = cost;
    const parameters = { message, nonce, memory, passes, parallelism, tagLength };
    const mine = this.#last.then(() => derived(parameters));
    this.#last = mine.catch(() => undefined);
    return mine.finally(() => {
      this.#waiting -= 1;
    });
  }
}

function derived(parameters: Parameters<typeof argon2>[1]): Promise<Buffer> {
  return new Promise((done, fail) => {
    argon2('argon2id', parameters, (error, hash) => (error === null ? done(hash) : fail(error)));
  });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}

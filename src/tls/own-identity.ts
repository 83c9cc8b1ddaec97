import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { TlsError } from './error.ts';
import { examine, examineAuthority, type Identity } from './examine.ts';
import { type Issued, issueAuthority, issueServer } from './issue.ts';

/** So long before its end a certificate is made anew. */
export const renewDays = 30;

export interface OwnPlace {
  /** The folder that holds nothing else. */
  readonly folder: string;
  /** The station's code, a part of the authority's name. */
  readonly code: string;
  /** Replaces a file as a whole. */
  readonly write: (path: string, text: string, mode: number) => void;
}

export type Renewal = 'nothing' | 'server' | 'authority';

/** The station's own authority and the certificate that it has given the station. */
export class OwnIdentity {
  readonly #place: OwnPlace;

  constructor(place: OwnPlace) {
    this.#place = place;
  }

  /** What the server shows. Error: `tls.own_missing`. */
  async identity(): Promise<Identity> {
    return { cert: await this.#read('server.pem'), key: await this.#read('server.key') };
  }

  /** The certificate that clients install. Error: `tls.own_missing`. */
  async authority(): Promise<string> {
    return await this.#read('ca.pem');
  }

  async authorityUntil(now: Temporal.Instant): Promise<Temporal.Instant> {
    const cert = await this.authority();
    return examineAuthority({ cert, key: await this.#read('ca.key') }, now).until;
  }

  /**
   * Makes what is missing, about to end, or not for these names. An authority that stands is kept, since people have
   * installed it: one that is unsound is replaced where somebody orders it, never by itself. Errors: `tls.own_missing`
   * where it cannot be read, `tls.key_foreign`, `tls.expired` and the like of the authority.
   * @param anew the server's certificate whatever it is, or the authority too
   */
  async renew(names: readonly string[], now: Temporal.Instant, anew: Renewal = 'nothing'): Promise<Renewal> {
    await mkdir(this.#place.folder, { recursive: true, mode: 0o700 });
    await chmod(this.#place.folder, 0o700);
    const standing = anew === 'authority' ? null : await this.#standingAuthority(now);
    const authority = standing ?? (await this.#newAuthority(now));
    if (standing !== null && anew === 'nothing' && (await this.#serves(standing, names, now)))
      return 'nothing';
    this.#keep('server', await issueServer(authority, names, now));
    return standing === null ? 'authority' : 'server';
  }

  async #standingAuthority(now: Temporal.Instant): Promise<Issued | null> {
    const pair = await this.#authorityPair();
    if (pair !== null) examineAuthority(pair, now);
    return pair;
  }

  /** Null where none was ever completed: the certificate is written after its key. */
  async #authorityPair(): Promise<Issued | null> {
    try {
      return { cert: await this.#read('ca.pem'), key: await this.#read('ca.key') };
    } catch (error) {
      if (error instanceof TlsError && errnoOf(error.cause) === 'ENOENT') return null;
      throw error;
    }
  }

  async #newAuthority(now: Temporal.Instant): Promise<Issued> {
    const made = await issueAuthority(this.#place.code, now);
    this.#keep('ca', made);
    return made;
  }

  async #serves(authority: Issued, names: readonly string[], now: Temporal.Instant): Promise<boolean> {
    try {
      const { cert, key } = await this.identity();
      // One that another authority gave is of no use. The authority's own end comes once in ten years, and is told.
      examine({ cert: `${cert}${authority.cert}`, key }, names, now);
      examine({ cert, key }, names, now.add({ hours: 24 * renewDays }));
      return true;
    } catch (error) {
      if (error instanceof TlsError) return false;
      throw error;
    }
  }

  /** The key first: a crash between the two leaves a pair that does not fit, which is made anew. */
  #keep(name: 'ca' | 'server', { cert, key }: Issued): void {
    const { folder, write } = this.#place;
    write(join(folder, `${name}.key`), key, 0o600);
    write(join(folder, `${name}.pem`), cert, 0o644);
  }

  async #read(name: string): Promise<string> {
    const path = join(this.#place.folder, name);
    try {
      return await readFile(path, 'utf8');
    } catch (cause) {
      throw new TlsError('tls.own_missing', { path, found: errnoOf(cause) ?? String(cause) }, { cause });
    }
  }
}

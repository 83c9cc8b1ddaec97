import type { Config } from '../../config.ts';
import type { Db } from '../../custody/database.ts';

/** What a question is answered from. */
export interface ReadWorld {
  readonly db: Db;
  readonly config: Config;
  /** Where the vault is: an absolute folder, or its address in a store. */
  readonly address: string;
  /** The station's public key, as `docket init` wrote it. */
  readonly vkey: string;
}

/** The same before a thread has opened the database: plain values. */
export interface ReadSource {
  readonly database: string;
  readonly config: Config;
  readonly address: string;
  readonly vkey: string;
}

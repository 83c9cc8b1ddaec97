import type { Rereader } from '../rereader.ts';
import type { Folders } from './durable.ts';
import type { Flags } from './immutable.ts';
import type { Presence } from './presence.ts';
import type { Act } from './steps.ts';

/** What the parts of one opened vault share. */
export interface VaultRoom {
  /** Absolute real path of the vault. */
  readonly root: string;
  readonly folders: Folders;
  readonly flags: Flags;
  readonly presence: Presence;
  readonly reread: Rereader;
  readonly act: Act;
  /** What dates are compared with. */
  readonly now: () => Temporal.Instant;
}

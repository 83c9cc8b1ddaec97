import type { AttachedTo } from './attachment.ts';

/** What leaves the station beside footage and lists. */
export interface LeavingKinds {
  /** A file that somebody has attached was given away; committed before its first byte. */
  'attachment.downloaded': {
    data: { sha256: string; bytes: number } & AttachedTo;
    personal: { address: string };
  };
}

import type { None } from './none.ts';

/** Who is who on the machine itself. */
export interface OsUserKinds {
  /** A user of the operating system, as the actor ids `os:…` have them, is this account; null: no account's any more. */
  'os_user.linked': { data: { osUser: string; account: string | null }; personal: None };
}

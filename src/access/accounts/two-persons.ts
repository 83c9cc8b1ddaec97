import type { Permission } from '../permissions.ts';
import type { Grants } from '../roles.ts';
import type { Acting } from '../room.ts';
import type { AccountBook } from './account-book.ts';
import type { AccountDeed } from './deeds.ts';
import type { RoleBook } from './role-book.ts';
import type { RoleDeed } from './role-deeds.ts';

/** What a custom role that grants one of these opens: footage, its approval, the supervision of all. */
const guarded: readonly Permission[] = [
  'evidence.watch',
  'evidence.copy',
  'evidence.give_out',
  'request.decide',
  'disposal.decide',
  'proposal.confirm',
  'ledger.export',
  'account.manage',
];

/** One who may take the ledger away supervises: an auditor, under whatever name. */
function supervises(grants: Grants): boolean {
  return grants['ledger.export'] !== undefined;
}

/** One person who could make, or enter as, one who may do these would approve what they asked for themselves. */
const approving: readonly Permission[] = ['proposal.confirm', 'request.decide', 'disposal.decide'];

/**
 * Whether two persons must do it: accounts of auditors always, also the resetting of their passwords, since whoever has
 * an auditor's password is the auditor. So are accounts that approve, unless the owner of the data folder does it: as
 * `docket init` made the first administrator for them, and a lost administrator's password would be the end of the
 * station otherwise.
 */
export function accountDeedNeedsTwo(
  books: { readonly accounts: AccountBook; readonly roles: RoleBook },
  deed: AccountDeed,
  { principal }: Acting,
): boolean {
  const before = deed.deed === 'add' ? [] : (books.accounts.meant(deed.account)?.roles ?? []);
  const after = deed.deed === 'reset' ? [] : (deed.roles ?? []);
  const grants = books.roles.those([...before, ...after]).map((role) => role.grants);
  if (grants.some(supervises)) return true;
  return principal !== null && grants.some((one) => approving.some((name) => one[name] !== undefined));
}

/** Whether two persons must define a role. Pure. */
export function roleDeedNeedsTwo({ grants }: RoleDeed): boolean {
  return guarded.some((permission) => Object.hasOwn(grants, permission));
}

import type { Doors, SignedIn } from '../access/doors.ts';
import { AccessError } from '../access/error.ts';
import type { Permission } from '../access/permissions.ts';
import { may, mayAnywhere, type Principal, reachOf } from '../access/principal.ts';
import { OwnershipBook } from '../access/requests/ownership.ts';
import type { Db } from '../custody/database.ts';
import type { Station } from '../station.ts';
import { carryOut, type Orderer } from './carry-out.ts';
import type { Dockings } from './dockings.ts';
import type { Order } from './orders.ts';

/** Whose order it is, proved as at any other door. */
export interface SignedBy {
  readonly account: string;
  readonly password: string;
  /** Six digits or a recovery code; null: none was asked for yet. */
  readonly totp: string | null;
}

/** What an account's order asks for. */
interface Needed {
  readonly permission: Permission;
  /** `whole`: only one whose permission reaches everything; `anywhere`: what is in reach the order itself asks. */
  readonly scope: 'anywhere' | 'whole' | 'session';
}

/** As the ledger's entries of the sign-in tell from where it came. */
const here = 'local';

/**
 * Carries an order out for an account that signs it: at one keyboard two persons are two accounts, not two names. Without
 * a signature the order is the data folder's owner's. Errors: `access.order_unsigned`, `access.signature_refused`,
 * `access.signature_locked`, `access.code_needed`, `access.signature_pending`, `access.not_allowed`; those of the order.
 */
export async function carryOutAs(
  station: Station,
  dockings: Dockings,
  order: Order,
  { as, ...by }: Orderer & { readonly as: SignedBy | null },
): Promise<unknown> {
  if (as === null) return await carryOut(station, dockings, order, by);
  const needed = neededBy(order);
  if (needed === null) throw new AccessError('access.order_unsigned', { order: order.order });
  const { doors } = station.access;
  const { principal } = await letIn(doors, as);
  try {
    requireAllowed(station.db, principal, needed, order);
    const actor = { kind: 'person', id: principal.account } as const;
    return await carryOut(station, dockings, order, { ...by, actor, principal });
  } finally {
    await doors.signOut(principal);
  }
}

/**
 * The orders that accounts sign, which name no file of this machine: it is the daemon that would read or write it. The
 * same permissions as over HTTP.
 */
function neededBy(order: Order): Needed | null {
  const anywhere = (permission: Permission): Needed => ({ permission, scope: 'anywhere' });
  switch (order.order) {
    case 'submitRequest':
      return anywhere('request.submit');
    case 'decideRequest':
      return anywhere(order.args.decision === 'withdrawn' ? 'request.submit' : 'request.decide');
    case 'decideProposal':
      return anywhere(order.args.decision === 'withdrawn' ? 'proposal.make' : 'proposal.confirm');
    case 'accountDeed':
    case 'linkOsUser':
      return anywhere('account.manage');
    case 'proposeConfig':
      return anywhere('config.change');
    case 'defineRole':
      return anywhere('role.manage');
    case 'proposeDisposal':
      return { permission: 'disposal.propose', scope: 'whole' };
    case 'decideDisposal': {
      const permission = order.args.decision === 'withdrawn' ? 'disposal.propose' : 'disposal.decide';
      return { permission, scope: 'whole' };
    }
    case 'decide': {
      const withdrawn = order.args.decision === 'withdrawn';
      return { permission: withdrawn ? 'justification.submit' : 'justification.decide', scope: 'session' };
    }
    default:
      return null;
  }
}

async function letIn(doors: Doors, { account, password, totp }: SignedBy): Promise<SignedIn> {
  const answer = await doors.signIn(account, password, totp, here);
  if (answer.let === 'in') {
    const { pending } = answer.principal;
    if (pending === null) return answer;
    await doors.signOut(answer.principal);
    throw new AccessError('access.signature_pending', { account, pending });
  }
  switch (answer.because) {
    case 'totp_needed':
      throw new AccessError('access.code_needed', { account }, { field: 'totp' });
    case 'refused':
      throw new AccessError('access.signature_refused', { account });
    case 'locked':
      throw new AccessError('access.signature_locked', { account, seconds: answer.retryAfterSeconds });
  }
}

function requireAllowed(db: Db, principal: Principal, { permission, scope }: Needed, order: Order): void {
  const all = reachOf(principal, permission)?.all === true;
  const allowed = mayAnywhere(principal, permission) && (scope !== 'whole' || all);
  const seen = scope !== 'session' || all || ofSession(db, principal, permission, order);
  if (!allowed || !seen)
    throw new AccessError('access.not_allowed', { account: principal.account, permission });
}

/** Whoever may do it to something of the course of enforcement. One that is not there is told by the order. */
function ofSession(db: Db, principal: Principal, permission: Permission, order: Order): boolean {
  if (order.order !== 'decide') return false;
  const owners = new OwnershipBook(db);
  return db
    .prepare<[string], string>(
      `SELECT evidence FROM view_session_item JOIN view_justification USING (session) WHERE justification = ?`,
    )
    .pluck()
    .all(order.args.justification)
    .some((evidence) => may(principal, permission, owners.facts(evidence)));
}

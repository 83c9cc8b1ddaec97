import type { AccessDesk } from '../access/access-desk.ts';
import type { Done } from '../access/accounts/accounts.ts';
import { linkOsUser } from '../access/accounts/os-users.ts';
import { makeToken, revokeToken } from '../access/accounts/tokens.ts';
import { ConfigBook, type ConfigProposal } from '../access/configuration/config-book.ts';
import { AccessError } from '../access/error.ts';
import { forgetQuestion, keepQuestion } from '../access/questions/questions.ts';
import type { Acting } from '../access/room.ts';
import { unreachable } from '../errors.ts';
import type { Station } from '../station.ts';
import { accessOrderShapes } from './access-orders.ts';
import type { Order } from './orders.ts';

export type AccessOrder = Extract<Order, { order: keyof typeof accessOrderShapes }>;

export function isAccessOrder(order: Order): order is AccessOrder {
  return order.order in accessOrderShapes;
}

/** @param acting without a principal the owner of the data folder, of whom no permission is asked */
export async function accessDeed(station: Station, deed: AccessOrder, acting: Acting): Promise<unknown> {
  const { access, room } = station;
  const { actor } = acting;
  switch (deed.order) {
    case 'accountDeed':
      return shown(await access.accounts.deed(deed.args, acting));
    case 'defineRole':
      return shown(await access.accounts.defineRole(deed.args, acting));
    case 'linkOsUser':
      return await linkOsUser(access.room, deed.args, acting);
    case 'proposeConfig':
      return await proposeConfig(station, deed.args.step, acting);
    case 'unlockAccount':
      return { account: await access.accounts.unlock(deed.args.account, acting) };
    case 'setPin':
      return { pin: await access.accounts.pin(deed.args.account, deed.args.deed, acting) };
    case 'setBadge':
      await access.accounts.badge(deed.args.account, deed.args.badge, acting);
      return { account: deed.args.account };
    case 'makeToken':
      return await makeToken(access.room, deed.args, acting);
    case 'revokeToken':
      await revokeToken(access.room, deed.args.token, acting);
      return deed.args;
    case 'keepQuestion':
      await keepQuestion(access.room, deed.args, acting);
      return { name: deed.args.name };
    case 'forgetQuestion':
      await forgetQuestion(access.room, deed.args.name, acting);
      return { name: deed.args.name };
    case 'decideProposal': {
      const outcome = await access.accounts.proposals.decide(deed.args, acting);
      return { proposal: deed.args.proposal, state: deed.args.decision, outcome };
    }
    case 'submitRequest':
    case 'decideRequest':
    case 'drawReview':
    case 'enterReview':
      return await requestOrReview(access, deed, acting);
    case 'exportReview': {
      const { destination, ...data } = deed.args;
      const subject = { kind: 'review', id: data.review } as const;
      await room.ledger.append([
        { type: 'review.exported', actor, subject, data, personal: { destination } },
      ]);
      return { destination };
    }
    default:
      return unreachable(deed);
  }
}

/** Error: `access.config_unchanged`; those of `prepareConfigDeed`. */
async function proposeConfig(
  { access, db, wished }: Station,
  given: ConfigProposal | null,
  acting: Acting,
): Promise<unknown> {
  const step = given ?? new ConfigBook(db).stepTo(wished);
  if (step === null) throw new AccessError('access.config_unchanged', {});
  const { from, to, changes } = step;
  const content = { from, to, changes: changes.map((one) => ({ ...one })) };
  return { state: 'proposed', proposal: await access.accounts.proposals.propose('config', content, acting) };
}

type RequestOrReview = Extract<
  AccessOrder,
  { order: 'submitRequest' | 'decideRequest' | 'drawReview' | 'enterReview' }
>;

async function requestOrReview(access: AccessDesk, deed: RequestOrReview, acting: Acting): Promise<unknown> {
  switch (deed.order) {
    case 'submitRequest': {
      const until = Temporal.Instant.from(deed.args.until);
      return { request: await access.requests.submit({ ...deed.args, until }, acting), state: 'submitted' };
    }
    case 'decideRequest':
      await access.requests.decide(deed.args, acting);
      return { request: deed.args.request, state: deed.args.decision };
    case 'drawReview': {
      const [from, to] = [Temporal.PlainDate.from(deed.args.from), Temporal.PlainDate.from(deed.args.to)];
      return await access.reviews.draw({ ...deed.args, from, to }, acting);
    }
    case 'enterReview':
      await access.reviews.enter(deed.args, acting);
      return deed.args;
    default:
      return unreachable(deed);
  }
}

function shown<T extends object>(done: Done<T>): unknown {
  return done.state === 'done' ? { state: done.state, ...done.outcome } : done;
}

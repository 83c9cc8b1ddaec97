import { type Acting, requireInPerson } from '../access/room.ts';
import { unreachable } from '../errors.ts';
import type { Station } from '../station.ts';
import type { Order } from './orders.ts';

type Deed = Extract<
  Order,
  {
    order:
      | 'extendRetention'
      | 'placeHold'
      | 'liftHold'
      | 'proposeDisposal'
      | 'decideDisposal'
      | 'carryOutDisposals';
  }
>;

/** Holds and disposals by persons. `done`: the vaults are as they should be; else it is tried again by itself. */
export async function retentionDeed({ retention }: Station, deed: Deed, acting: Acting): Promise<unknown> {
  const { actor } = acting;
  switch (deed.order) {
    case 'extendRetention': {
      const { evidence, until, reason } = deed.args;
      const wish = { evidence, reason, until: Temporal.Instant.from(until) };
      return { evidence, until, ...(await retention.extend(wish, actor)) };
    }
    case 'placeHold':
      return { ...(await retention.place(deed.args, actor)), ...deed.args };
    case 'liftHold': {
      const { hold, reason } = deed.args;
      return { hold, ...(await retention.lift(hold, reason, actor)) };
    }
    case 'proposeDisposal':
      return { ...(await retention.propose(deed.args, actor)), state: 'proposed' };
    case 'decideDisposal': {
      const { disposal, decision } = deed.args;
      if (decision !== 'withdrawn') requireInPerson(acting);
      return { disposal, state: decision, ...(await retention.decide(deed.args, actor)) };
    }
    case 'carryOutDisposals':
      return { done: await retention.catchUp({ eager: true }) };
    default:
      return unreachable(deed);
  }
}

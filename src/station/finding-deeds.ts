import type { Actor } from '../custody/entry.ts';
import { unreachable } from '../errors.ts';
import type { Station } from '../station.ts';
import { dismissFinding, explainFinding, requireExplainable } from '../tagging/continuity/deeds.ts';
import { attaching } from './attachments.ts';
import type { Order, OrderArgs } from './orders.ts';

type Deed = Extract<Order, { order: 'explainFinding' | 'dismissFinding' }>;

/** What a person says to a finding; in turns with the looking for them. */
export async function findingDeed(station: Station, deed: Deed, actor: Actor): Promise<unknown> {
  const { db, room } = station;
  return await room.turns.take('findings', async () => {
    switch (deed.order) {
      case 'explainFinding':
        return await explain(station, deed.args, actor);
      case 'dismissFinding': {
        const { finding, reason } = deed.args;
        await dismissFinding({ db, ledger: room.ledger }, finding, reason, actor);
        return { finding, state: 'dismissed' };
      }
      default:
        return unreachable(deed);
    }
  });
}

async function explain(
  station: Station,
  { finding, when: at, attach, ...words }: OrderArgs<'explainFinding'>,
  actor: Actor,
): Promise<unknown> {
  const { db, room } = station;
  const when = Temporal.Instant.from(at);
  // What is refused must leave nothing write-once in the vault.
  requireExplainable(db, finding, when, room.clock.now());
  const rooms = { db, ledger: room.ledger };
  const { attachments } = await attaching(station, attach, (attached) =>
    explainFinding(rooms, finding, { ...words, when }, attached, actor),
  );
  return {
    finding,
    state: 'explained',
    attachments,
  };
}

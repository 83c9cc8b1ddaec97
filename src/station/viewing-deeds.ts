import type { Actor } from '../custody/entry.ts';
import { unreachable } from '../errors.ts';
import type { Station } from '../station.ts';
import type { Order } from './orders.ts';

type Deed = Extract<Order, { order: 'makeViewing' | 'removeViewing' }>;

/** What a person wants of viewing copies. */
export async function viewingDeed({ viewing }: Station, deed: Deed, actor: Actor): Promise<unknown> {
  const { evidence } = deed.args;
  switch (deed.order) {
    case 'makeViewing': {
      const { state, said } = await viewing.ask(evidence);
      const file = state === 'made' ? viewing.store.fileOf(said, said.name) : null;
      return { evidence, state, file, because: state === 'made' ? null : said.because };
    }
    case 'removeViewing':
      await viewing.remove(evidence, actor);
      return { evidence };
    default:
      return unreachable(deed);
  }
}

import Type from 'typebox';
import { disposalStates } from '../../station/catalogue/disposals.ts';
import { closed, digest, moment, orNull, size } from './common.ts';

/** A person's hold on an item, or on whatever is filed under a case. */
export const Hold = Type.Object(
  {
    hold: Type.String(),
    of: Type.Enum(['evidence', 'case']),
    about: Type.String({ description: 'An evidence id, or a case number' }),
    reason: orNull(Type.String()),
    placer: Type.String(),
    placed: moment,
    lifter: orNull(Type.String()),
    lifted: orNull(moment),
    liftReason: orNull(Type.String()),
    items: Type.Integer({ description: 'How many items it holds, or has held' }),
    outside: Type.Integer({ description: 'How many of them are not in the case any more' }),
  },
  closed,
);

const disposal = {
  disposal: Type.String(),
  state: Type.Enum([...disposalStates]),
  reason: orNull(Type.String()),
  proposer: Type.String(),
  proposed: moment,
  decider: orNull(Type.String()),
  decided: orNull(moment),
  note: orNull(Type.String()),
  finished: orNull(moment),
  items: Type.Integer(),
  disposed: Type.Integer({ description: 'Items that are gone' }),
  refused: Type.Integer({ description: 'Items that were approved, and kept all the same' }),
  because: Type.Array(Type.String(), { description: 'Why those were kept' }),
};
export const ListedDisposal = Type.Object(disposal, closed);
export const Disposal = Type.Object(
  {
    ...disposal,
    evidence: Type.Array(
      Type.Object(
        {
          evidence: Type.String(),
          state: Type.Enum(['listed', 'begun', 'disposed', 'refused']),
          because: orNull(Type.String()),
          at: moment,
          sha256: digest,
          bytes: size,
        },
        closed,
      ),
    ),
  },
  closed,
);

/** An item whose original is gone. */
export const DisposedItem = Type.Object(
  {
    evidence: Type.String(),
    disposal: Type.String(),
    at: moment,
    reason: orNull(Type.String()),
    proposer: Type.String(),
    decider: orNull(Type.String()),
    sha256: digest,
    bytes: size,
  },
  closed,
);

/** `done`: the vaults are as they should be; else that is tried again by itself. */
export const KeptDone = Type.Object({ done: Type.Boolean() }, { additionalProperties: true });

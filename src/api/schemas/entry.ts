import Type from 'typebox';
import { closed, moment } from './common.ts';

const who = Type.Object({ kind: Type.String(), id: Type.String() }, closed);

/** An entry of the ledger; `data` as its kind has it. */
export const Entry = Type.Object(
  {
    v: Type.Optional(Type.Integer()),
    seq: Type.Integer(),
    at: moment,
    type: Type.String(),
    actor: who,
    subject: who,
    data: Type.Record(Type.String(), Type.Unknown()),
    commit: Type.Record(Type.String(), Type.String(), {
      description: 'Salted digests of the personal values',
    }),
    personal: Type.Record(Type.String(), Type.String()),
    words: Type.Optional(Type.String()),
  },
  closed,
);

import Type from 'typebox';
import { closed, moment, orNull } from './common.ts';

const values = Type.Record(Type.String(), Type.String());

export const Row = Type.Object({ key: Type.String(), values, entered: moment, changed: moment }, closed);

const change = Type.Object(
  { field: Type.String(), from: orNull(Type.String()), to: orNull(Type.String()) },
  closed,
);

export const RowDetail = Type.Object(
  {
    register: Type.String(),
    key: Type.String(),
    values,
    entered: moment,
    changed: moment,
    history: Type.Array(
      Type.Object(
        {
          seq: Type.Integer(),
          at: moment,
          actor: Type.Object({ kind: Type.String(), id: Type.String() }, closed),
          event: Type.Enum(['entered', 'changed', 'removed', 'registered']),
          import: orNull(Type.String()),
          values,
          changes: Type.Array(change),
          cause: orNull(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);

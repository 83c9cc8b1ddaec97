import Type from 'typebox';
import { closed, moment, orNull, size } from './common.ts';

/** What may go from a docked recorder. */
export const Erasable = Type.Object(
  {
    docking: Type.String(),
    recorder: Type.String(),
    list: Type.String({ description: 'The digest of this very list, which confirms it' }),
    bytes: size,
    files: Type.Array(Type.Unknown()),
    staying: Type.Array(Type.Unknown({ description: 'What stays, with the reason' })),
  },
  closed,
);

export const Erased = Type.Object(
  {
    docking: Type.String(),
    erasing: Type.String(),
    because: Type.String({ description: 'How it ended' }),
    gone: Type.Integer(),
    kept: Type.Integer(),
    unknown: Type.Integer({ description: 'Of these the next docking shows whether they went' }),
  },
  closed,
);

export const Erasing = Type.Object(
  {
    erasing: Type.String(),
    recorder: Type.String(),
    source: Type.Enum(['confirmed', 'policy']),
    confirmer: orNull(Type.String()),
    begun: moment,
    finished: orNull(moment),
    because: orNull(Type.String()),
    files: Type.Integer(),
    gone: Type.Integer(),
    goneBytes: size,
    goneSince: Type.Integer({ description: 'Of which only a later docking has shown it' }),
  },
  closed,
);

/** What confirms a list: its digest. */
export const Confirmed = Type.Object({ list: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed);

import Type from 'typebox';
import { closed, orNull } from './common.ts';

/** A rule as it was in force: what it says, and where that stands. */
export const RuleInWords = Type.Object(
  {
    rule: Type.Integer({ description: 'As in the verdict' }),
    clause: Type.String(),
    regulation: orNull(Type.String()),
    document: orNull(Type.String()),
    what: orNull(Type.String({ description: 'The clause, in the language asked for' })),
    limit: orNull(Type.String({ description: 'hours, calendarDays or workingDays and how many' })),
    clock: orNull(Type.String({ description: 'What starts it' })),
    extension: orNull(
      Type.Object({ clause: Type.String(), needs: Type.String(), limit: Type.String() }, closed),
    ),
    assumptions: Type.Array(Type.String()),
  },
  closed,
);

export const EvidenceLimits = Type.Object(
  {
    rules: Type.Array(RuleInWords),
    restDays: Type.Array(Type.String({ description: 'ISO date, from the first moment to the last limit' })),
  },
  closed,
);

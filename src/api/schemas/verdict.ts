import Type from 'typebox';
import { closed, moment, orNull } from './common.ts';

const days = Type.Array(Type.String({ description: 'ISO date' }));

/** What one rule says of a course of enforcement. */
export const Verdict = Type.Object(
  {
    session: Type.String(),
    rule: Type.Integer({ description: 'Its place in the regulation, from 0' }),
    policy: Type.String(),
    digest: Type.String(),
    clause: Type.String(),
    verdict: Type.String({
      description: 'undetermined, pending, due_soon, on_time, excused, late or overdue',
    }),
    justification: Type.String(),
    doubtful: Type.Boolean(),
    provisional: Type.Boolean(),
    bySystem: Type.Boolean(),
    assumptions: Type.Array(Type.String()),
    start: orNull(moment),
    due: orNull(moment),
    countedDays: days,
    lastDue: orNull(moment),
    lastCountedDays: days,
    ended: orNull(moment),
    returned: orNull(moment),
    docked: orNull(moment),
    secured: orNull(moment),
    stored: orNull(moment),
    next: orNull(moment),
  },
  closed,
);

import Type from 'typebox';
import { closed, moment, orNull } from './common.ts';

export const alarmStates = ['raised', 'acknowledged', 'handled', 'closed'] as const;
export const severities = ['notice', 'warning', 'critical'] as const;

export const Alarm = Type.Object(
  {
    alarm: Type.String(),
    code: Type.String(),
    severity: Type.Enum([...severities]),
    state: Type.Enum([...alarmStates]),
    words: Type.String({ description: 'What it says, in the language asked for' }),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    raised: moment,
    acknowledged: orNull(moment),
    acknowledger: orNull(Type.String()),
    note: orNull(Type.String()),
    handled: orNull(moment),
    handler: orNull(Type.String()),
    deed: orNull(Type.String()),
    closed: orNull(moment),
    closer: orNull(Type.String()),
    because: orNull(Type.String()),
    closing: orNull(Type.String()),
  },
  closed,
);

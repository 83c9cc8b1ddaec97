import Type from 'typebox';
import { moment, orNull } from './common.ts';

/** Something that does not fit; beside these fields those of its code. */
export const Finding = Type.Object({
  finding: Type.String(),
  code: Type.String(),
  state: Type.Enum(['open', 'explained', 'dismissed', 'withdrawn']),
  said: orNull(Type.String()),
  madeAt: moment,
  settledAt: orNull(moment),
  settler: orNull(Type.String()),
  because: orNull(Type.String()),
  statement: orNull(
    Type.Object({
      who: orNull(Type.String()),
      when: moment,
      why: orNull(Type.String()),
      signedBy: orNull(Type.String()),
      text: orNull(Type.String()),
      attachments: Type.Array(Type.Unknown()),
    }),
  ),
  reason: orNull(Type.String()),
  words: Type.Optional(Type.String({ description: 'What was compared, in the language asked for' })),
});

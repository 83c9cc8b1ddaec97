import Type from 'typebox';
import { closed, digest, moment, orNull, people, size } from './common.ts';
import { Entry } from './entry.ts';
import { Verdict } from './verdict.ts';

const listed = {
  session: Type.String(),
  recorder: Type.String(),
  officers: Type.Array(Type.String()),
  items: Type.Integer(),
  start: orNull(moment),
  ended: orNull(moment),
  returned: orNull(moment),
  docked: orNull(moment),
  secured: moment,
  stored: orNull(moment),
  doubtful: Type.Boolean(),
  fixed: Type.Boolean({ description: 'Somebody has split or joined it' }),
  verdicts: Type.Array(Verdict),
};

export const ListedSession = Type.Object(listed, closed);

const recording = Type.Object(
  {
    evidenceId: Type.String(),
    start: orNull(moment),
    startSource: orNull(Type.String()),
    durationMs: orNull(Type.Integer()),
    ended: orNull(moment),
    endSource: orNull(Type.String()),
    offsetSeconds: orNull(Type.Integer()),
    doubtful: Type.Boolean(),
    claims: Type.Unknown(),
    docked: orNull(moment),
    secured: moment,
    stored: orNull(moment),
  },
  closed,
);

export const Session = Type.Object(
  { ...listed, recordings: Type.Array(recording), history: Type.Array(Entry) },
  closed,
);

export const Justification = Type.Object(
  {
    justification: Type.String(),
    session: Type.String(),
    category: Type.String(),
    text: orNull(Type.String()),
    state: Type.String(),
    submitter: Type.String(),
    submitted: moment,
    decider: orNull(Type.String()),
    decided: orNull(moment),
    note: orNull(Type.String()),
    people,
    attachments: Type.Array(
      Type.Object(
        { name: orNull(Type.String()), sha256: digest, bytes: size, object: Type.String() },
        closed,
      ),
    ),
  },
  closed,
);

import Type from 'typebox';
import { moment, orNull } from './common.ts';
import { Verdict } from './verdict.ts';

const named = orNull(Type.Object({ number: Type.String(), name: orNull(Type.String()) }));

const limit = Type.Object({
  clause: Type.String(),
  deed: Type.String(),
  what: Type.Object({ zh: Type.String(), en: Type.String() }),
  policy: Type.String(),
  met: orNull(Type.String()),
  verdict: Type.String(),
  start: orNull(moment),
  due: orNull(moment),
  countedDays: Type.Array(Type.String()),
  nearlyDue: Type.Boolean(),
  provisional: Type.Boolean(),
});

const listed = {
  number: Type.String(),
  title: orNull(Type.String()),
  kind: orNull(Type.String()),
  party: named,
  handler: named,
  unit: named,
  matter: orNull(Type.Object({ number: Type.String(), name: orNull(Type.String()), whole: Type.Boolean() })),
  moments: Type.Record(Type.String(), orNull(Type.String())),
  state: Type.Enum(['open', 'closed', 'archived']),
  recordings: Type.Integer(),
  candidates: Type.Integer(),
  sessions: Type.Integer(),
  bytes: Type.Integer(),
  first: orNull(moment),
  last: orNull(moment),
  missing: Type.Boolean(),
  limits: Type.Array(limit),
};

export const ListedCase = Type.Object(listed);

const filed = Type.Object({ evidenceId: Type.String(), candidate: Type.Boolean(), path: Type.String() });

export const Case = Type.Object({
  ...listed,
  courses: Type.Array(
    Type.Object({
      session: orNull(Type.String()),
      returned: orNull(moment),
      verdicts: Type.Array(Verdict),
      recordings: Type.Array(Type.Array(filed)),
    }),
  ),
});

export const Party = Type.Object({
  code: Type.String(),
  name: orNull(Type.String()),
  kind: orNull(Type.String()),
  cases: Type.Array(ListedCase),
  recordings: Type.Array(filed),
});

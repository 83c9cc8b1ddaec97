import Type from 'typebox';
import { closed, moment, orNull, size } from './common.ts';

const doneOf = Type.Object({ total: Type.Integer(), done: Type.Integer() }, closed);
const count = Type.Integer();

/** A recorder that is docked, as everybody who stands there may know of it. */
const docked = Type.Object(
  {
    docking: Type.String(),
    recorder: orNull(Type.String()),
    officer: orNull(Type.String({ description: 'A number, never a name' })),
    phase: Type.String(),
    files: doneOf,
    bytes: doneOf,
    bytesPerSecond: count,
    secondsLeft: orNull(count),
    failed: count,
    deferred: count,
    safeToTake: Type.Boolean({ description: 'All that was on the recorder is at least secured' }),
    erased: orNull(Type.Object({ gone: count, kept: count }, closed)),
    erasing: orNull(doneOf),
    refused: orNull(Type.String({ description: 'Why it was not taken in, as a code' })),
    heldBy: orNull(
      Type.String({ description: 'The port whose recorder goes first, for which this one waits' }),
    ),
    left: Type.Array(Type.Object({ reason: Type.String(), count }, closed), {
      description: 'Why recordings stay on it, the most frequent first',
    }),
    verdict: orNull(Type.String({ description: 'The worst of what it has brought' })),
    due: orNull(moment),
    space: orNull(Type.Object({ bytes: size, free: size }, closed)),
  },
  closed,
);

const last = Type.Object(
  {
    docking: Type.String(),
    recorder: orNull(Type.String()),
    ended: moment,
    early: Type.Boolean({ description: 'Taken out before everything on it had its outcome' }),
  },
  closed,
);

export const DockView = Type.Object(
  {
    ports: Type.Array(
      Type.Object({ port: Type.String(), docked: orNull(docked), last: orNull(last) }, closed),
    ),
    columns: orNull(Type.Integer({ description: 'Ports in a row; null: nobody has said' })),
    alarms: Type.Object(
      {
        critical: count,
        warning: count,
        gravest: Type.Array(
          Type.Object(
            {
              alarm: Type.String(),
              code: Type.String(),
              severity: Type.String(),
              port: orNull(Type.String()),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  closed,
);

/** What somebody who has signed in at the dock has brought, by courses of enforcement: numbers and codes. */
export const OwnSession = Type.Object(
  {
    session: Type.String(),
    recorder: Type.String(),
    items: count,
    bytes: size,
    start: orNull(moment),
    ended: orNull(moment),
    returned: orNull(moment),
    docked: orNull(moment),
    stored: orNull(moment),
    verdict: orNull(Type.String()),
    due: orNull(moment),
    clause: orNull(Type.String()),
    justification: orNull(Type.String({ description: 'How the newest one stands' })),
    case: orNull(Type.String({ description: 'Under which all of it is filed' })),
    confirmed: Type.Boolean({ description: 'A person has said so' }),
    suggested: Type.Array(Type.String(), { description: 'What machines say, and the case before it' }),
  },
  closed,
);

export const OwnCase = Type.Object({ number: Type.String(), title: orNull(Type.String()) }, closed);

import Type from 'typebox';
import { closed, moment, orNull, size } from './common.ts';

const count = Type.Integer();

const docking = {
  docking: Type.String(),
  port: Type.String(),
  root: Type.String(),
  recorder: orNull(Type.String()),
  profile: orNull(Type.String()),
  assigned: Type.Boolean(),
  started: moment,
  completed: orNull(moment),
  ended: orNull(moment),
  because: orNull(Type.String()),
  refused: orNull(Type.String()),
  handedIn: orNull(Type.Record(Type.String(), Type.Unknown())),
  summary: Type.Object(
    {
      ...{
        stored: count,
        secured: count,
        alreadyStored: count,
        failed: count,
        deferred: count,
        ignored: count,
      },
      bytes: size,
    },
    closed,
  ),
};

export const Docking = Type.Object(docking, closed);

const left = Type.Object(
  {
    path: Type.String(),
    pathBase64: Type.Optional(Type.String()),
    recorder: Type.String(),
    bytes: size,
    state: Type.Enum(['failed', 'deferred']),
    reason: Type.String(),
    offset: orNull(Type.Integer()),
    errno: orNull(Type.String()),
    evidenceId: orNull(Type.String()),
  },
  closed,
);

export const DockingDetail = Type.Object({ ...docking, left: Type.Array(left) }, closed);

const doneOf = Type.Object({ total: Type.Integer(), done: Type.Integer() }, closed);

/** What is under way at a port. */
export const LiveDocking = Type.Object(
  {
    docking: Type.String(),
    port: Type.String(),
    root: Type.String(),
    recorder: orNull(Type.String()),
    profile: orNull(Type.String()),
    phase: Type.String(),
    files: doneOf,
    bytes: doneOf,
    bytesPerSecond: Type.Integer(),
    secondsLeft: orNull(Type.Integer()),
    current: orNull(Type.String()),
    failed: Type.Integer(),
    deferred: Type.Integer(),
    safeToTake: Type.Boolean({ description: 'All that was on the recorder is at least secured' }),
  },
  closed,
);

export const Recorder = Type.Object(
  {
    recorder: Type.String(),
    profile: orNull(Type.String()),
    holder: orNull(Type.String()),
    state: orNull(Type.String()),
    registered: orNull(moment),
    firstSeen: orNull(moment),
    lastSeen: orNull(moment),
  },
  closed,
);

import Type from 'typebox';
import { orNull } from './common.ts';
import { Docking, LiveDocking } from './docking.ts';

const counts = Type.Record(Type.String(), Type.Integer());

/** How the station stands. */
export const StationStatus = Type.Object({
  station: Type.Object({ code: Type.String(), name: Type.String(), unit: Type.String() }),
  data: Type.String(),
  daemon: Type.Object({ running: Type.Boolean() }),
  dockings: Type.Array(LiveDocking),
  lastDockings: Type.Array(Docking),
  counts,
  verdicts: counts,
  alarms: counts,
  vault: Type.Object({
    address: Type.String(),
    folder: Type.String(),
    reserveBytes: Type.Integer(),
    freeBytes: orNull(Type.Integer()),
    totalBytes: orNull(Type.Integer()),
    problem: orNull(Type.String()),
  }),
  uploads: orNull(Type.Record(Type.String(), Type.Unknown())),
  viewing: Type.Record(Type.String(), Type.Unknown(), {
    description: 'How many viewing copies there are, and what is under way.',
  }),
  backup: orNull(Type.Record(Type.String(), Type.Unknown())),
  ledger: Type.Object({
    origin: Type.String(),
    size: Type.Integer(),
    checkpoint: orNull(Type.Integer()),
    ahead: orNull(
      Type.Object(
        { seconds: Type.Integer(), since: Type.Integer(), until: Type.String() },
        {
          description:
            'How far the newest entry lies ahead of a clock that was put back, and since which entry.',
        },
      ),
    ),
  }),
});

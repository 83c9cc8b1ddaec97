import Type from 'typebox';
import { closed, digest, moment, orNull, size } from './common.ts';

const day = Type.String({ description: 'ISO date' });

/** A year's days that differ from the plain week. */
export const CalendarYear = Type.Object(
  {
    year: Type.Integer(),
    announced: Type.Boolean({ description: 'Whether the arrangement of every day of it is known' }),
    restDays: Type.Array(day),
    workDays: Type.Array(day),
    workingDays: Type.Integer(),
  },
  closed,
);

/** What the doctor says of the station and its machine. */
export const Doctor = Type.Object(
  {
    ok: Type.Boolean(),
    checks: Type.Array(
      Type.Object(
        {
          check: Type.String(),
          state: Type.Enum(['ok', 'warning', 'failed', 'unknown']),
          says: Type.String(),
          next: orNull(Type.String({ description: 'What to do' })),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const Backup = Type.Object(
  {
    file: Type.String(),
    made: moment,
    size: Type.Integer({ description: 'Entries in it' }),
    bytes: size,
    folder: orNull(Type.String()),
    removed: orNull(Type.String()),
  },
  closed,
);

export const MadeBackup = Type.Object({ path: Type.String(), made: moment, bytes: size, sha256: digest });

export const Policies = Type.Object(
  {
    policy: Type.String({ description: 'The one by which this station judges' }),
    policies: Type.Array(Type.Unknown({ description: 'Its limits, clause by clause' })),
  },
  closed,
);

import Type from 'typebox';
import { closed, digest, moment, orNull, size } from './common.ts';

/** A copy that is not, or was not, what it must be. */
export const Damage = Type.Object(
  {
    vault: Type.String(),
    role: Type.Enum(['main', 'mirror']),
    sha256: digest,
    object: Type.String(),
    kind: Type.String(),
    since: moment,
    ended: orNull(moment),
    because: orNull(Type.Enum(['repaired', 'sound'])),
    kept: orNull(Type.String({ description: 'Where what was damaged is kept' })),
    evidence: orNull(Type.String()),
  },
  closed,
);

/** How far the checks of one vault are. */
const standing = Type.Object(
  {
    vault: Type.String(),
    role: Type.Enum(['main', 'mirror']),
    held: Type.Integer({ description: 'Copies' }),
    heldBytes: size,
    allSince: orNull(Type.String({ description: 'Everything in it was read back since then' })),
    overdue: Type.Integer({ description: 'Copies read back longer ago than the days that are set' }),
    today: orNull(
      Type.Object({ from: moment, checked: Type.Integer(), bytes: size, damaged: Type.Integer() }, closed),
    ),
    damaged: Type.Integer({ description: 'Copies that are damaged now' }),
  },
  closed,
);

export const FixityState = Type.Object(
  {
    days: Type.Integer({ description: 'Everything is read back once in so many days; 0: by hand alone' }),
    mebibytesPerSecond: Type.Number(),
    vaults: Type.Array(standing),
  },
  closed,
);

export const MirrorState = Type.Object(
  {
    mirror: orNull(
      Type.Object(
        { vault: Type.String(), kind: Type.Enum(['local', 's3']), place: orNull(Type.String()) },
        closed,
      ),
    ),
    awaySince: orNull(moment),
    copies: Type.Integer(),
    bytes: size,
    single: Type.Object(
      { count: Type.Integer(), bytes: size, oldest: orNull(moment) },
      { ...closed, description: 'Originals that lie in one place alone' },
    ),
  },
  closed,
);

/** What a check by hand came to. */
export const FixityAnswer = Type.Object({
  checked: Type.Integer({ description: 'Copies' }),
  bytes: size,
  sound: Type.Integer(),
  damaged: Type.Array(Type.Unknown()),
  unreached: Type.Integer({ description: 'Copies whose vault is not there' }),
  copies: Type.Array(
    Type.Object(
      {
        vault: Type.String(),
        sha256: digest,
        blake3: Type.String({ description: 'What the copy was compared by' }),
        bytes: size,
        outcome: Type.Enum(['sound', 'repaired', 'damaged']),
        found: orNull(
          Type.String({ description: 'What was read back in its place; null where it was the same' }),
        ),
      },
      closed,
    ),
    { description: 'Each copy, where items were named' },
  ),
});

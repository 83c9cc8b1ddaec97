import Type from 'typebox';
import { closed, digest, moment, orNull } from './common.ts';

const value = orNull(Type.String({ description: 'JSON' }));

/** A configuration by which the station began to act. */
export const AdoptedConfig = Type.Object(
  {
    seq: Type.Integer({ description: 'Its entry in the ledger' }),
    adopted: moment,
    digest,
    before: orNull(digest),
    because: Type.Enum(['first', 'alone', 'confirmed', 'plain']),
    proposal: orNull(Type.String({ description: 'By which two persons agreed to what is sensitive' })),
    startedBy: orNull(Type.String({ description: 'As the machine says' })),
    fileOwner: orNull(Type.String({ description: 'As the machine says' })),
    fileWritten: orNull(moment),
    file: orNull(Type.String()),
    sensitive: Type.Array(Type.String({ description: 'Changed keys that need two persons' })),
    waiting: Type.Array(Type.String({ description: 'Keys of the file that are not acted by' })),
    changes: orNull(Type.Array(Type.Object({ key: Type.String(), before: value, after: value }, closed))),
  },
  closed,
);

import Type from 'typebox';
import { route } from '../route.ts';
import { closed, orNull } from '../schemas/common.ts';
import { entryParams } from './entry.ts';

export const entryProofRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/entries/:seq/proof',
  name: 'entryProof',
  tag: 'ledger',
  says: 'An entry with all that it takes to prove it to an outsider (RFC 6962, c2sp.org/tlog-proof)',
  shapes: { params: entryParams },
  impersonal: true,
  answer: Type.Object(
    {
      leaf: Type.Record(Type.String(), Type.Unknown()),
      text: Type.String({ description: 'The leaf word for word, as UTF-8: what the hash is of' }),
      hash: Type.String({ description: 'SHA-256(0x00 || leaf), hex' }),
      personal: Type.Array(
        Type.Object(
          { field: Type.String(), value: Type.String(), salt: Type.String(), opens: Type.Boolean() },
          closed,
        ),
      ),
      inclusion: orNull(
        Type.Object(
          { index: Type.Integer(), size: Type.Integer(), holds: Type.Boolean(), proof: Type.String() },
          closed,
        ),
      ),
    },
    closed,
  ),
  handle: async ({ reader }, { params, caller }) =>
    await reader.read('proof', { seq: params.seq, whole: caller.whole }),
});

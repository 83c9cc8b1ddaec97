import Type from 'typebox';
import { route } from '../route.ts';
import { closed, words } from '../schemas/common.ts';
import { rowParams } from './register-row.ts';

export const registerRemoveRoute = route({
  method: 'DELETE',
  path: '/api/v1/registers/:register/rows/:key',
  name: 'registerRemove',
  tag: 'registers',
  says: 'Takes a row away; what it held stays in the ledger',
  shapes: { params: rowParams, query: Type.Object({ cause: words }, closed) },
  answer: Type.Object({ register: Type.String(), key: Type.String(), removed: Type.Boolean() }, closed),
  handle: async ({ order }, { params, query, caller }) =>
    await order({ order: 'removeRow', args: { ...params, cause: query.cause } }, caller),
});

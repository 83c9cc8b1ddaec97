import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { registerParams } from './register-rows.ts';

export const registerEnterRoute = route({
  method: 'PUT',
  path: '/api/v1/registers/:register/rows',
  name: 'registerEnter',
  tag: 'registers',
  says: 'Enters a row, or changes the fields that are given; an empty value takes a field away',
  shapes: {
    params: registerParams,
    body: Type.Object(
      {
        values: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 1_000 }), {
          maxProperties: 50,
        }),
        version: Type.Optional(
          Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
            description:
              'That of the row when you looked; null: there was none. Where it is another one, nothing is entered (409). Left out, it is not asked',
          }),
        ),
      },
      closed,
    ),
  },
  answer: Type.Object({ key: Type.String(), values: Type.Record(Type.String(), Type.String()) }, closed),
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'enterRow', args: { register: params.register, ...body } }, caller),
});

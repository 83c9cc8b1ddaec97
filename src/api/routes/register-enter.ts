import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { registerParams } from './register-rows.ts';

const fields = Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 1_000 }), {
  maxProperties: 50,
});

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
        values: fields,
        /** What stood there when the caller looked; another value by now, and nothing is changed (409). */
        standing: Type.Optional(fields),
      },
      closed,
    ),
  },
  answer: Type.Object({ key: Type.String(), values: Type.Record(Type.String(), Type.String()) }, closed),
  async handle({ order }, { params: { register }, body: { values, standing }, caller }) {
    // Whoever sees values masked cannot say what stands.
    const seen = caller.whole && standing !== undefined ? { standing } : {};
    return await order({ order: 'enterRow', args: { register, values, ...seen } }, caller);
  },
});

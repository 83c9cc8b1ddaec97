import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, orNull } from '../schemas/common.ts';

export const recorderRegisterRoute = route({
  method: 'PUT',
  path: '/api/v1/recorders/:recorder',
  name: 'recorderRegister',
  tag: 'recorders',
  says: 'Registers a recorder: its model and who holds it',
  shapes: {
    params: idOf('recorder'),
    body: Type.Object(
      {
        profile: orNull(Type.String({ minLength: 1, maxLength: 64 })),
        holder: orNull(Type.String({ minLength: 1, maxLength: 200, description: 'A number or a name' })),
      },
      closed,
    ),
  },
  answer: Type.Object(
    { recorder: Type.String(), profile: orNull(Type.String()), registered: Type.Boolean() },
    closed,
  ),
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'register', args: { recorder: params.recorder, ...body } }, caller),
});

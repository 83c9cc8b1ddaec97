import Type from 'typebox';
import { registers } from '../../tagging/registers/all.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

const Field = Type.Object(
  { name: Type.String(), title: Type.String(), kind: Type.String(), required: Type.Boolean() },
  closed,
);

export const registerNamesRoute = route({
  method: 'GET',
  path: '/api/v1/registers',
  name: 'registerNames',
  tag: 'registers',
  says: 'The registers with their fields, in the language asked for',
  shapes: {},
  impersonal: true,
  answer: Type.Object(
    {
      registers: Type.Array(
        Type.Object(
          {
            register: Type.String(),
            title: Type.String(),
            key: Type.Array(Type.String()),
            fields: Type.Array(Field),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
  handle: async (_room, { caller }) => ({
    registers: Object.values(registers).map(({ name, title, key, fields }) => ({
      register: name,
      title: title[caller.language],
      key,
      fields: fields.map((field) => ({
        ...{ name: field.name, title: field.title[caller.language], kind: field.kind.is },
        required: field.required === true,
      })),
    })),
  }),
});

import Type from 'typebox';
import { pageWithin } from '../../station/catalogue/list-page.ts';
import { registers } from '../../tagging/registers/all.ts';
import { type FieldKind, registerNames } from '../../tagging/registers/register.ts';
import type { Language } from '../../texts/text.ts';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { closed, orNull } from '../schemas/common.ts';

const Field = Type.Object(
  {
    ...{ name: Type.String(), title: Type.String(), kind: Type.String(), required: Type.Boolean() },
    refers: orNull(Type.Enum([...registerNames], { description: 'The register whose rows it names' })),
    values: orNull(
      Type.Array(Type.Object({ value: Type.String(), title: Type.String() }, closed), {
        description: 'All that it may be, where it is one of some',
      }),
    ),
  },
  closed,
);
const Register = Type.Object(
  {
    register: Type.String(),
    title: Type.String(),
    key: Type.Array(Type.String()),
    fields: Type.Array(Field),
  },
  closed,
);

export const registerNamesRoute = route({
  method: 'GET',
  path: '/api/v1/registers',
  name: 'registerNames',
  tag: 'registers',
  says: 'The registers with their fields, in the language asked for',
  shapes: { query: listQuery(['register'], { register: Type.Optional(Type.Enum([...registerNames])) }) },
  impersonal: true,
  answer: pageSchema(Register),
  async handle(_room, { query, caller }) {
    const asked = paging('registers', query, 'register');
    const all = Object.values(registers)
      .filter(({ name }) => query.register === undefined || name === query.register)
      .map(({ name, title, key, fields }) => ({
        register: name,
        title: title[caller.language],
        key: [...key],
        fields: fields.map((field) => ({
          ...{ name: field.name, title: field.title[caller.language], kind: field.kind.is },
          required: field.required === true,
          refers: field.kind.is === 'refers' ? field.kind.to : null,
          values: valuesOf(field.kind, caller.language),
        })),
      }));
    const { rows, next } = pageWithin(all, ({ register }) => register, asked);
    return asked.page(rows, next);
  },
});

function valuesOf(kind: FieldKind, language: Language) {
  if (kind.is !== 'one_of') return null;
  return Object.entries(kind.values).map(([value, title]) => ({ value, title: title[language] }));
}

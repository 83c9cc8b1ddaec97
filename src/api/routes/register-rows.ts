import Type from 'typebox';
import { registerNames } from '../../tagging/registers/register.ts';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { maskedRow } from '../masking/masked-row.ts';
import { route } from '../route.ts';
import { closed, text } from '../schemas/common.ts';
import { Row } from '../schemas/register.ts';

export const registerParams = Type.Object({ register: Type.Enum([...registerNames]) }, closed);

export const registerRowsRoute = route({
  method: 'GET',
  path: '/api/v1/registers/:register',
  name: 'registerRows',
  tag: 'registers',
  says: 'Rows of a register by their keys: units, officers, recorders, parties, cases, places, matters, rosters',
  shapes: {
    params: registerParams,
    query: listQuery(['key'], {
      begins: Type.Optional(text(200)),
    }),
  },
  answer: pageSchema(Row),
  impersonal: true,
  async handle({ reader }, { params, query, caller }) {
    const { register } = params;
    const { after, limit, descending, page } = paging(`register ${register}`, query, 'key');
    const where = { register, begins: query.begins ?? null, visible: caller.visible };
    const { rows, next } = await reader.read('rows', { ...where, after, limit, newestFirst: descending });
    return page(caller.whole ? rows : rows.map((row) => maskedRow(register, row)), next);
  },
});

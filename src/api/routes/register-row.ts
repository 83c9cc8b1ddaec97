import Type from 'typebox';
import { registerNames } from '../../tagging/registers/register.ts';
import { maskedAnswer } from '../masking/masked-answer.ts';
import { maskedRow } from '../masking/masked-row.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { RowDetail } from '../schemas/register.ts';

export const rowParams = Type.Object(
  { register: Type.Enum([...registerNames]), key: Type.String({ minLength: 1, maxLength: 1_000 }) },
  closed,
);

export const registerRowRoute = route({
  method: 'GET',
  path: '/api/v1/registers/:register/rows/:key',
  name: 'registerRow',
  tag: 'registers',
  says: 'One row of a register with every value that it ever had',
  shapes: { params: rowParams },
  answer: RowDetail,
  impersonal: true,
  async handle({ reader }, { params, caller }) {
    const { register, key } = params;
    const row = await reader.read('row', { register, key, visible: caller.visible });
    return caller.whole ? row : { ...maskedRow(register, row), register, history: maskedAnswer(row.history) };
  },
});

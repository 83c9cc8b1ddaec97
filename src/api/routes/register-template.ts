import Type from 'typebox';
import { csvText } from '../../station/sheets/sheet.ts';
import { templateWorkbook } from '../../station/sheets/template-workbook.ts';
import { registers } from '../../tagging/registers/all.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { registerParams } from './register-rows.ts';
import { tableTypes } from './table-types.ts';

export const registerTemplateRoute = route({
  method: 'GET',
  path: '/api/v1/registers/:register/template',
  name: 'registerTemplate',
  tag: 'registers',
  says: 'An empty list for a register, to be filled in and imported, in the language asked for',
  shapes: {
    params: registerParams,
    query: Type.Object({ format: Type.Optional(Type.Enum(['csv', 'xlsx'])) }, closed),
  },
  answer: null,
  files: [tableTypes.csv, tableTypes.xlsx],
  impersonal: true,
  async handle(_room, { params, query, caller }) {
    const register = registers[params.register];
    const { language } = caller;
    const { format = 'xlsx' } = query;
    const titles = register.fields.map(({ title }) => title[language]);
    const content =
      format === 'csv'
        ? await csvText({ name: register.title[language], titles, rows: [] })
        : await templateWorkbook(register, language);
    return new FileAnswer(`${register.name}.${format}`, tableTypes[format], content);
  },
});

import type { Register } from './register.ts';

export const parties: Register = {
  name: 'parties',
  title: { en: 'parties', zh: '当事人' },
  key: ['code'],
  fields: [
    { name: 'code', title: { en: 'code', zh: '当事人编号' }, kind: { is: 'code' }, required: true },
    {
      name: 'name',
      title: { en: 'name', zh: '姓名或名称' },
      kind: { is: 'text', most: 100 },
      required: true,
    },
    {
      name: 'kind',
      title: { en: 'kind', zh: '类别' },
      kind: {
        is: 'one_of',
        values: { person: { en: 'person', zh: '个人' }, organisation: { en: 'organisation', zh: '单位' } },
      },
    },
    { name: 'note', title: { en: 'note', zh: '备注' }, kind: { is: 'text', most: 500 } },
  ],
};

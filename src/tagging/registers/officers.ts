import type { Register } from './register.ts';

export const officers: Register = {
  name: 'officers',
  title: { en: 'officers', zh: '执法人员' },
  key: ['number'],
  fields: [
    {
      name: 'number',
      title: { en: 'officer number', zh: '执法人员编号' },
      kind: { is: 'code' },
      required: true,
    },
    { name: 'name', title: { en: 'name', zh: '姓名' }, kind: { is: 'text', most: 50 }, required: true },
    { name: 'licence', title: { en: 'licence number', zh: '执法证号' }, kind: { is: 'code' } },
    { name: 'unit', title: { en: 'unit', zh: '单位代码' }, kind: { is: 'refers', to: 'units' } },
    // QZ-20: in principle each front-line officer has a recorder.
    { name: 'front', title: { en: 'front line', zh: '一线人员' }, kind: { is: 'yes_no' } },
    { name: 'active', title: { en: 'active', zh: '在职' }, kind: { is: 'yes_no' } },
  ],
};

import type { Register } from './register.ts';

/** 音像记录事项清单: what must be recorded, and whether throughout (BX-AV, QZ-19). */
export const matters: Register = {
  name: 'matters',
  title: { en: 'matters that must be recorded', zh: '音像记录事项清单' },
  key: ['code'],
  fields: [
    { name: 'code', title: { en: 'code', zh: '事项代码' }, kind: { is: 'code' }, required: true },
    { name: 'matter', title: { en: 'matter', zh: '事项' }, kind: { is: 'text', most: 200 }, required: true },
    { name: 'procedure', title: { en: 'procedure', zh: '执法环节' }, kind: { is: 'text', most: 200 } },
    {
      name: 'whole',
      title: { en: 'recorded throughout', zh: '全程记录' },
      kind: { is: 'yes_no' },
      required: true,
    },
  ],
};

import type { Register } from './register.ts';

/** The units of a bureau, a tree. */
export const units: Register = {
  name: 'units',
  title: { en: 'units', zh: '单位' },
  key: ['code'],
  fields: [
    { name: 'code', title: { en: 'code', zh: '单位代码' }, kind: { is: 'code' }, required: true },
    { name: 'name', title: { en: 'name', zh: '单位名称' }, kind: { is: 'text', most: 100 }, required: true },
    { name: 'parent', title: { en: 'upper unit', zh: '上级单位代码' }, kind: { is: 'refers', to: 'units' } },
  ],
  rule: ({ code, parent }) =>
    code !== undefined && code === parent ? { field: 'parent', found: code, allowed: `≠ ${code}` } : null,
};

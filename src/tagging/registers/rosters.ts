import { inOrder, type Register } from './register.ts';

/** Who was on duty, from when to when, with which recorder, where, for which case. */
export const rosters: Register = {
  name: 'rosters',
  title: { en: 'duty rosters', zh: '勤务安排' },
  key: ['officer', 'from'],
  fields: [
    {
      name: 'officer',
      title: { en: 'officer number', zh: '执法人员编号' },
      kind: { is: 'refers', to: 'officers' },
      required: true,
    },
    { name: 'from', title: { en: 'from', zh: '开始时间' }, kind: { is: 'instant' }, required: true },
    { name: 'to', title: { en: 'to', zh: '结束时间' }, kind: { is: 'instant' }, required: true },
    { name: 'returned', title: { en: 'returned', zh: '返回单位时间' }, kind: { is: 'instant' } },
    { name: 'recorder', title: { en: 'recorder', zh: '设备编号' }, kind: { is: 'refers', to: 'recorders' } },
    { name: 'place', title: { en: 'place', zh: '地点' }, kind: { is: 'refers', to: 'places' } },
    { name: 'case', title: { en: 'case', zh: '案号' }, kind: { is: 'refers', to: 'cases' } },
  ],
  rule: (row, zone) => inOrder(row, 'from', 'to', zone) ?? inOrder(row, 'from', 'returned', zone),
};

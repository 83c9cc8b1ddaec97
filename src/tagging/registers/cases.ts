import { inOrder, type Register } from './register.ts';

/** What the limits of a case are counted from, and what meets them. */
export const caseMoments = [
  ['inspected', 'inspected', '检查时间'],
  ['inspectionPublished', 'inspection published', '检查结果公示时间'],
  ['actEnded', 'act ended', '执法行为终结时间'],
  ['decided', 'decided', '决定时间'],
  ['published', 'decision published', '决定公布时间'],
  ['executed', 'executed', '执行完毕时间'],
  ['closed', 'closed', '结案时间'],
  ['archived', 'archived', '归档时间'],
] as const;

export type CaseMoment = (typeof caseMoments)[number][0];

/** One of these cannot come before the other. */
const orders = [
  ['inspected', 'closed'],
  ['inspected', 'inspectionPublished'],
  ['decided', 'executed'],
  ['decided', 'published'],
  ['actEnded', 'archived'],
  ['executed', 'archived'],
  ['closed', 'archived'],
] as const;

export const cases: Register = {
  name: 'cases',
  title: { en: 'cases', zh: '案件' },
  key: ['number'],
  fields: [
    {
      name: 'number',
      title: { en: 'case number', zh: '案号' },
      kind: { is: 'text', most: 60, names: true },
      required: true,
    },
    { name: 'title', title: { en: 'title', zh: '案由' }, kind: { is: 'text', most: 200 }, required: true },
    { name: 'party', title: { en: 'party', zh: '当事人编号' }, kind: { is: 'refers', to: 'parties' } },
    { name: 'handler', title: { en: 'handler', zh: '承办人编号' }, kind: { is: 'refers', to: 'officers' } },
    { name: 'kind', title: { en: 'kind', zh: '类别' }, kind: { is: 'text', most: 60 } },
    { name: 'matter', title: { en: 'matter', zh: '音像记录事项' }, kind: { is: 'refers', to: 'matters' } },
    ...caseMoments.map(([name, en, zh]) => ({ name, title: { en, zh }, kind: { is: 'moment' } }) as const),
  ],
  rule(row, zone) {
    for (const [earlier, later] of orders) {
      const fault = inOrder(row, earlier, later, zone);
      if (fault !== null) return fault;
    }
    return null;
  },
};

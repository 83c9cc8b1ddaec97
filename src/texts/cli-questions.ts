import type { Text } from './text.ts';

export const questionScreenTexts = {
  'cli.question': {
    en: 'questions to the lists of evidence and entries that you have kept',
    zh: '已保存的证据与条目查询',
  },
  'cli.question.list': { en: 'list your kept questions', zh: '列出已保存的查询' },
  'cli.question.save': {
    en: 'keep a question under a name, in place of an earlier one of that name',
    zh: '以名称保存查询，同名的将被替换',
  },
  'cli.question.run': { en: 'ask a kept question', zh: '执行已保存的查询' },
  'cli.question.remove': { en: 'forget a kept question', zh: '删除已保存的查询' },
  'cli.question.name': { en: 'its name', zh: '名称' },
  'cli.question.about': {
    en: 'which list: evidence or entries',
    zh: '查询对象：evidence（证据）或 entries（条目）',
  },
  'cli.question.filters': {
    en: 'filters as the lists over HTTP have them: state=stored since=2026-09-01T00:00:00+08:00 sort=-id',
    zh: '与 HTTP 列表相同的条件：state=stored since=2026-09-01T00:00:00+08:00 sort=-id',
  },
  'cli.question.after': { en: 'go on after this one', zh: '从此项之后继续' },
  'cli.question.saved': {
    en: 'Kept as {name}: docket question run {name}',
    zh: '已保存为 {name}：docket question run {name}',
  },
  'cli.question.removed': { en: '{name} is forgotten.', zh: '已删除 {name}。' },
  'cli.question.none': { en: 'No question is kept.', zh: '没有已保存的查询。' },
  'cli.question.col.name': { en: 'name', zh: '名称' },
  'cli.question.col.about': { en: 'list', zh: '对象' },
  'cli.question.col.query': { en: 'filters', zh: '条件' },
  'cli.question.col.saved': { en: 'kept', zh: '保存时间' },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from '../text.ts';

/** What the parts say that all pages are made of. */
export const partTexts = {
  failed: { en: 'This could not be shown.', zh: '无法显示该内容。' },
  unreachable: { en: 'The station does not answer.', zh: '采集站无响应。' },
  again: { en: 'Try again', zh: '重试' },
  more: { en: 'Show more', zh: '显示更多' },
  shown: { en: '{count} shown', zh: '已显示 {count} 条' },
  shown_more: { en: '{count} shown, there are more', zh: '已显示 {count} 条，还有更多' },
  filters: { en: 'Filters', zh: '筛选条件' },
  clear: { en: 'Clear the filters', zh: '清除筛选' },
  search: { en: 'Apply', zh: '筛选' },
  any: { en: 'any', zh: '不限' },
  from_day: { en: 'from', zh: '起' },
  to_day: { en: 'to', zh: '止' },
  columns: { en: 'Columns', zh: '列' },
  views: { en: 'Saved views', zh: '已存视图' },
  view_save: { en: 'Save this view', zh: '保存当前视图' },
  view_name: { en: 'Name of the view', zh: '视图名称' },
  view_remove: { en: 'Remove the view {name}', zh: '删除视图 {name}' },
  view_none: { en: 'No view is saved yet.', zh: '尚未保存视图。' },
  newest: { en: 'Newest first', zh: '由新到旧' },
  oldest: { en: 'Oldest first', zh: '由旧到新' },
  sort: { en: 'Order', zh: '排序' },
  none_match: { en: 'Nothing matches these filters.', zh: '没有符合筛选条件的记录。' },
  cancel: { en: 'Cancel', zh: '取消' },
  unknown: { en: 'unknown', zh: '未知' },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from '../text.ts';

/** What the parts say that all pages are made of. */
export const partTexts = {
  failed: { en: 'This could not be shown.', zh: '无法显示该内容。' },
  unreachable: {
    en: 'The station does not answer. What you have typed is kept.',
    zh: '采集站无响应，已填写的内容不会丢失。',
  },
  back: {
    en: 'The station had not answered; it does again now. What you have typed is kept: press once more.',
    zh: '刚才采集站无响应，现已恢复。已填写的内容仍在，请再按一次。',
  },
  other_person: {
    en: 'Another person has signed in meanwhile: nothing was sent. Press once more to send it in your own name.',
    zh: '登录人已更换，内容尚未提交。再按一次将以您本人的名义提交。',
  },
  lose_asks: { en: 'Give up what you have typed?', zh: '放弃已填写的内容？' },
  lose_says: {
    en: 'What you have typed here has not been sent to the station and would be lost.',
    zh: '已填写的内容尚未提交，离开后将丢失。',
  },
  lose: { en: 'Give it up', zh: '放弃' },
  keep_typing: { en: 'Stay here', zh: '继续填写' },
  both_sides: {
    en: 'Somebody else was quicker. How it stands now, beside yours:',
    zh: '他人已先行处理。现状与您填写的内容对照如下：',
  },
  theirs: { en: 'At the station now', zh: '站内现状' },
  mine: { en: 'Yours', zh: '您填写的' },
  take_theirs: { en: 'Take this', zh: '采用' },
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

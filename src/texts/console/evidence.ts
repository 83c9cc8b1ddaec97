import type { Text } from '../text.ts';

/** The list of evidence items. */
export const evidencePageTexts = {
  help: {
    en: 'Every recording that this station has taken in, newest first: where it is kept, whether it came in time, and what does not fit. Filter above, then open an item to see its facts and its custody.',
    zh: '本站采集的全部音像记录，由新到旧排列：存放状态、是否按时上传、有无异常。先用上方条件筛选，再打开条目查看详情与保管经过。',
  },
  item: { en: 'Item', zh: '证据编号' },
  recorded: { en: 'Recorded', zh: '摄录时间' },
  officer: { en: 'Officer', zh: '执法人员' },
  recorder: { en: 'Recorder', zh: '执法记录仪' },
  case: { en: 'Case', zh: '案件' },
  verdict: { en: 'In time', zh: '时限判定' },
  findings: { en: 'Findings', zh: '异常' },
  class: { en: 'Kept as', zh: '保存类别' },
  secrecy: { en: 'Secrecy', zh: '涉密' },
  lock: { en: 'Lock', zh: '锁定' },
  state: { en: 'State', zh: '状态' },
  bytes: { en: 'Size', zh: '大小' },
  secured: { en: 'Taken in', zh: '采集时间' },
  path: { en: 'Name on the recorder', zh: '原文件名' },
  no_case: { en: 'no case', zh: '未关联' },
  held: { en: 'on hold', zh: '封存' },
  locked_until: { en: 'until {day}', zh: '至 {day}' },
  unlocked: { en: 'not locked yet', zh: '尚未锁定' },
  finding_count: { en: '{count} open', zh: '{count} 项' },
  no_findings: { en: 'none', zh: '无' },
  unjudged: { en: 'not judged yet', zh: '尚未判定' },
  not_registered: { en: 'not registered', zh: '未登记' },
  without_case: { en: 'Filed under no case', zh: '未关联案件' },
  unassigned: { en: 'Recorder not registered', zh: '记录仪未登记' },
  single_copy: { en: 'One copy alone', zh: '仅有单份' },
  taken_in: { en: 'Taken in', zh: '采集日期' },
  docking: { en: 'Docking', zh: '接入' },
  only: { en: 'Only', zh: '仅看' },
  empty: { en: 'No recording has been taken in yet.', zh: '尚未采集任何音像记录。' },
  empty_next: {
    en: 'Dock a recorder: what is on it appears here within minutes.',
    zh: '将执法记录仪接入采集仓位，数分钟内即可在此看到其中的记录。',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const evidenceStateTexts = {
  stored: { en: 'stored', zh: '已存证' },
  secured: { en: 'secured', zh: '已固定' },
  disposed: { en: 'disposed of', zh: '已处置' },
} as const satisfies Readonly<Record<string, Text>>;

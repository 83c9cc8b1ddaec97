import type { Text } from './text.ts';

/** Titles of the tables that the HTTP interface gives away. */
export const apiTexts = {
  'api.sheet.entries': { en: 'entries', zh: '条目' },
  'api.sheet.seq': { en: 'place', zh: '序号' },
  'api.sheet.at': { en: 'time', zh: '时间' },
  'api.sheet.type': { en: 'kind', zh: '类型' },
  'api.sheet.actor': { en: 'by', zh: '操作人' },
  'api.sheet.subject': { en: 'about', zh: '对象' },
  'api.sheet.words': { en: 'what happened', zh: '内容' },
  'api.sheet.personal': { en: 'personal values', zh: '个人信息' },
  'api.sheet.checkpoint': { en: 'signed checkpoint', zh: '签名检查点' },
  'api.report.sheet': { en: 'supervision', zh: '监督报表' },
  'api.report.group': { en: 'group', zh: '分组' },
  'api.report.due': { en: 'due', zh: '应上传' },
  'api.report.stored': { en: 'stored', zh: '已上传' },
  'api.report.onTime': { en: 'on time', zh: '按时' },
  'api.report.late': { en: 'late', zh: '迟传' },
  'api.report.excused': { en: 'justified', zh: '特殊情况' },
  'api.report.overdue': { en: 'overdue', zh: '超期' },
  'api.report.undetermined': { en: 'undetermined', zh: '待定' },
  'api.report.open': { en: 'not due yet', zh: '未到期' },
  'api.report.uncategorised': { en: 'uncategorised', zh: '未归类' },
  'api.report.requests': { en: 'requests', zh: '申请数' },
  'api.report.checked': { en: 'copies read back', zh: '固定性校验数' },
  'api.report.damaged': { en: 'copies found damaged', zh: '校验发现损坏数' },
} as const satisfies Readonly<Record<string, Text>>;

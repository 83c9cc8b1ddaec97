import type { Text } from '../text.ts';

/** What pages on which somebody decides say alike. */
export const deskTexts = {
  export: { en: 'Export', zh: '导出' },
  xlsx: { en: 'Excel workbook (XLSX)', zh: 'Excel 表格（XLSX）' },
  csv: { en: 'Plain table (CSV)', zh: '纯文本表格（CSV）' },
  json: { en: 'For programs (JSON)', zh: '数据文件（JSON）' },
  print: { en: 'Print', zh: '打印' },
  reason: { en: 'Reason', zh: '理由' },
  reason_if_any: { en: 'Reason (may be left out)', zh: '理由（可不填）' },
  reason_needed: { en: 'Write a reason first.', zh: '请先填写理由。' },
  decision: { en: 'Decision', zh: '处理结果' },
  by: { en: 'By', zh: '办理人' },
  approve: { en: 'Approve', zh: '批准' },
  reject: { en: 'Reject', zh: '驳回' },
  withdraw: { en: 'Withdraw', zh: '撤回' },
  own: {
    en: 'This is your own: somebody else must decide it.',
    zh: '这是您本人提交或使用的，须由他人审批。',
  },
  may_not: { en: 'Your role does not decide these.', zh: '您的角色没有审批权限。' },
  may_not_export: { en: 'Your role does not export the ledger.', zh: '您的角色没有导出台账的权限。' },
  back: { en: 'Back to the list', zh: '返回列表' },
} as const satisfies Readonly<Record<string, Text>>;

/** Days that are left of a limit, or over it. */
export const remainderTexts = {
  left: { en: '{days} days left', zh: '还剩 {days} 天' },
  one_left: { en: '1 day left', zh: '还剩 1 天' },
  today: { en: 'ends today', zh: '今日到期' },
  over: { en: '{days} days over', zh: '已超 {days} 天' },
  one_over: { en: '1 day over', zh: '已超 1 天' },
  until: { en: 'until {day}', zh: '至 {day}' },
  met: { en: 'met', zh: '已办结' },
  met_late: { en: 'met late', zh: '逾期办结' },
  none: { en: 'no limit runs', zh: '未起算' },
} as const satisfies Readonly<Record<string, Text>>;

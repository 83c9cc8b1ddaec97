import type { Text } from './text.ts';

/** Codes that the command line and the console say in the same words. */
export const verdictTexts = {
  undetermined: { en: 'undetermined', zh: '无法判定' },
  pending: { en: 'pending', zh: '待存储' },
  due_soon: { en: 'due soon', zh: '即将到期' },
  on_time: { en: 'on time', zh: '按时' },
  excused: { en: 'excused', zh: '已说明' },
  late: { en: 'late', zh: '迟传' },
  overdue: { en: 'overdue', zh: '超期' },
} as const satisfies Readonly<Record<string, Text>>;

export const classTexts = {
  evidence: { en: 'evidence in a case', zh: '案件证据' },
  important: { en: 'important', zh: '重要' },
  ordinary: { en: 'ordinary', zh: '普通' },
  unclassified: { en: 'unclassified', zh: '未归类' },
} as const satisfies Readonly<Record<string, Text>>;

export const secrecyTexts = {
  ordinary: { en: 'ordinary', zh: '普通' },
  personal_privacy: { en: 'personal privacy', zh: '个人隐私' },
  trade_secret: { en: 'trade secret', zh: '商业秘密' },
  state_secret: { en: 'state secret', zh: '国家秘密' },
} as const satisfies Readonly<Record<string, Text>>;

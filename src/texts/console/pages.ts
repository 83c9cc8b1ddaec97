import type { Text } from '../text.ts';

/** What the console's pages are called, in its menu and at their heads. */
export const pageNames = {
  dock: { en: 'Dock', zh: '采集仓位' },
  evidence: { en: 'Evidence', zh: '音像证据' },
  item: { en: 'Evidence item', zh: '证据条目' },
  cases: { en: 'Cases', zh: '执法电子台账' },
  late: { en: 'Deadlines', zh: '时限监督' },
  requests: { en: 'Requests', zh: '申请审批' },
  reviews: { en: 'Reviews', zh: '案卷评查' },
  ledger: { en: 'Ledger', zh: '保管链' },
  registers: { en: 'Registers', zh: '基础登记' },
  station: { en: 'Station', zh: '采集站' },
  accounts: { en: 'Accounts', zh: '账号权限' },
} as const satisfies Readonly<Record<string, Text>>;

export type PageName = keyof typeof pageNames;

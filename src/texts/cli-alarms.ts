import type { Text } from './text.ts';

export const alarmScreenTexts = {
  'cli.alarms': { en: 'see alarms and acknowledge them', zh: '查看并确认告警' },
  'cli.alarms.list': { en: 'list the alarms that nobody has acknowledged', zh: '列出未确认的告警' },
  'cli.alarms.open': { en: 'open ones only (the default)', zh: '仅未确认的（默认）' },
  'cli.alarms.all': { en: 'acknowledged ones too', zh: '包括已确认的' },
  'cli.alarms.ack': { en: 'acknowledge an alarm', zh: '确认一个告警' },
  'cli.alarms.operand': { en: 'alarm, such as ST01-A000001', zh: '告警编号，例如 ST01-A000001' },
  'cli.alarms.note': { en: 'what was done about it', zh: '处理情况说明' },
  'cli.alarms.none': { en: 'No open alarms.', zh: '没有未确认的告警。' },
  'cli.alarms.none_at_all': { en: 'There has been no alarm.', zh: '从未有过告警。' },
  'cli.alarms.acknowledged': { en: 'Alarm {alarm} is acknowledged.', zh: '告警 {alarm} 已确认。' },
  'cli.alarms.acknowledged_by': {
    en: 'acknowledged {at} by {who}: {note}',
    zh: '{at} 由 {who} 确认：{note}',
  },
  'cli.alarms.severity.notice': { en: 'notice', zh: '提示' },
  'cli.alarms.severity.warning': { en: 'warning', zh: '警告' },
  'cli.alarms.severity.critical': { en: 'CRITICAL', zh: '严重' },
} as const satisfies Readonly<Record<string, Text>>;

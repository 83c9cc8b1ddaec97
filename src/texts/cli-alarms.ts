import type { Text } from './text.ts';

export const alarmScreenTexts = {
  'cli.alarms': {
    en: 'see alarms, acknowledge, handle and close them',
    zh: '查看、确认、处置、关闭告警',
  },
  'cli.alarms.list': { en: 'list the alarms that are not closed', zh: '列出未关闭的告警' },
  'cli.alarms.open': { en: 'those that are not closed (the default)', zh: '仅未关闭的（默认）' },
  'cli.alarms.all': { en: 'closed ones too', zh: '包括已关闭的' },
  'cli.alarms.ack': { en: 'acknowledge an alarm: somebody has seen it', zh: '确认一个告警：已有人看到' },
  'cli.alarms.handle': { en: 'write what was done about an alarm', zh: '填写告警的处置情况' },
  'cli.alarms.close': {
    en: 'close an alarm; one that nobody has handled needs --note',
    zh: '关闭一个告警；尚未处置的须用 --note 说明理由',
  },
  'cli.alarms.operand': { en: 'alarm, such as ST01-A000001', zh: '告警编号，例如 ST01-A000001' },
  'cli.alarms.note': { en: 'a remark', zh: '备注' },
  'cli.alarms.text': { en: 'what was done', zh: '处置情况' },
  'cli.alarms.why': { en: 'why it is closed', zh: '关闭理由' },
  'cli.alarms.none': { en: 'No open alarms.', zh: '没有未关闭的告警。' },
  'cli.alarms.none_at_all': { en: 'There has been no alarm.', zh: '从未有过告警。' },
  'cli.alarms.acknowledged': { en: 'Alarm {alarm} is acknowledged.', zh: '告警 {alarm} 已确认。' },
  'cli.alarms.handled': {
    en: 'Alarm {alarm} is handled; docket alarms close {alarm} closes it.',
    zh: '告警 {alarm} 已处置；docket alarms close {alarm} 可关闭。',
  },
  'cli.alarms.closed': { en: 'Alarm {alarm} is closed.', zh: '告警 {alarm} 已关闭。' },
  'cli.alarms.acknowledged_by': {
    en: 'acknowledged {at} by {who}: {note}',
    zh: '{at} 由 {who} 确认：{note}',
  },
  'cli.alarms.handled_by': { en: 'handled {at} by {who}: {note}', zh: '{at} 由 {who} 处置：{note}' },
  'cli.alarms.closed_by.person': { en: 'closed {at} by {who}: {note}', zh: '{at} 由 {who} 关闭：{note}' },
  'cli.alarms.closed_by.cause_gone': {
    en: 'closed {at} by the station: its cause is gone',
    zh: '{at} 由采集站关闭：原因已消除',
  },
  'cli.alarms.severity.notice': { en: 'notice', zh: '提示' },
  'cli.alarms.severity.warning': { en: 'warning', zh: '警告' },
  'cli.alarms.severity.critical': { en: 'CRITICAL', zh: '严重' },
  'cli.alarms.state.raised': { en: 'new', zh: '未确认' },
  'cli.alarms.state.acknowledged': { en: 'acknowledged', zh: '已确认' },
  'cli.alarms.state.handled': { en: 'handled', zh: '已处置' },
  'cli.alarms.state.closed': { en: 'closed', zh: '已关闭' },
} as const satisfies Readonly<Record<string, Text>>;

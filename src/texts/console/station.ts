import type { Text } from '../text.ts';

/** The page of the station itself. */
export const stationTexts = {
  parts: { en: 'Parts of this page', zh: '本页分类' },
  health: { en: 'Health', zh: '运行状态' },
  alarms: { en: 'Alarms', zh: '告警' },
  calendar: { en: 'Calendar', zh: '工作日历' },
  backups: { en: 'Backups', zh: '备份' },
  disposals: { en: 'Disposals', zh: '到期处置' },
  holds: { en: 'Holds', zh: '封存' },
  config: { en: 'Configuration', zh: '配置' },
  changes: { en: 'Changes of it', zh: '配置变更' },
  policies: { en: 'Regulations', zh: '时限规则' },
  health_help: {
    en: 'Whether this station can take in, keep and prove recordings right now. What is wrong comes first, with what to do about it.',
    zh: '本站当前能否正常采集、存证和举证。有问题的项目排在最前，并注明处理办法。',
  },
  all_well: { en: 'The station works as it should.', zh: '采集站运行正常。' },
  works_but: {
    en: 'The station works; {count} points want attention.',
    zh: '采集站可以运行，有 {count} 项需要注意。',
  },
  broken: {
    en: 'The station cannot work like this: {count} checks have failed.',
    zh: '采集站无法正常工作：{count} 项检查未通过。',
  },
  alarms_open: { en: '{count} alarms are open', zh: '{count} 个告警未关闭' },
  alarms_critical: { en: '{count} of them critical', zh: '其中严重 {count} 个' },
  alarms_none: { en: 'No alarm is open', zh: '没有未关闭的告警' },
  check_again: { en: 'Check again', zh: '重新检查' },
  free_of: { en: '{free} free of {total}', zh: '可用 {free}，共 {total}' },
  free_share: { en: '{percent}% used', zh: '已用 {percent}%' },
  stored: { en: '{count} recordings stored', zh: '已存证 {count} 条记录' },
  queue_none: { en: 'Nothing waits', zh: '没有等待处理的记录' },
  queue_secured: { en: '{count} wait to be stored', zh: '{count} 条等待存证' },
  queue_docked: { en: '{count} recorders are being read', zh: '正在采集 {count} 台记录仪' },
  queue_viewing: { en: '{count} viewing copies to be made', zh: '{count} 个查看副本待生成' },
  fixity_sound: { en: 'Every copy was read back since {day}', zh: '{day} 以来全部副本均已读回核对' },
  fixity_none: { en: 'Nothing has been read back yet', zh: '尚未读回核对' },
  fixity_damaged: { en: '{count} copies are damaged', zh: '{count} 份副本已损坏' },
  fixity_overdue: { en: '{count} copies are overdue to be read', zh: '{count} 份副本逾期未读回' },
  every_check: { en: 'Every check', zh: '全部检查项' },
  check: { en: 'Check', zh: '检查项' },
  state: { en: 'State', zh: '状态' },
  found: { en: 'Found', zh: '结果' },
  next: { en: 'What to do', zh: '处理办法' },
  nothing_to_do: { en: 'nothing', zh: '无需处理' },
} as const satisfies Readonly<Record<string, Text>>;

/** Groups of checks, as tiles. */
export const healthTexts = {
  disk: { en: 'Disk', zh: '磁盘空间' },
  vault: { en: 'Vault', zh: '存证库' },
  queue: { en: 'Queue', zh: '处理队列' },
  mirror: { en: 'Second copy', zh: '异盘镜像' },
  fixity: { en: 'Fixity', zh: '定期核验' },
  backup: { en: 'Backup', zh: '备份' },
  clock: { en: 'Clock', zh: '时钟' },
  calendar: { en: 'Calendar', zh: '工作日历' },
  key: { en: 'Ledger and key', zh: '保管链与密钥' },
  tools: { en: 'Video tools', zh: '视频工具（ffmpeg）' },
  dock: { en: 'Dock', zh: '采集仓位' },
} as const satisfies Readonly<Record<string, Text>>;

export const checkStateTexts = {
  ok: { en: 'in order', zh: '正常' },
  warning: { en: 'look at it', zh: '需注意' },
  failed: { en: 'failed', zh: '未通过' },
  unknown: { en: 'not known', zh: '无法判断' },
} as const satisfies Readonly<Record<string, Text>>;

/** The doctor's checks by their stable names. */
export const checkTexts = {
  node: { en: 'Program environment', zh: '运行环境' },
  ffmpeg: { en: 'ffmpeg', zh: 'ffmpeg' },
  ffprobe: { en: 'ffprobe', zh: 'ffprobe' },
  exiftool: { en: 'exiftool', zh: 'exiftool' },
  clock: { en: 'Clock', zh: '时钟同步' },
  profiles: { en: 'Device profiles', zh: '设备型号档案' },
  dock: { en: 'Watched folders', zh: '监视文件夹' },
  usb: { en: 'USB bus', zh: 'USB 总线' },
  data: { en: 'Data folder', zh: '数据文件夹' },
  key: { en: 'Station key', zh: '站点密钥' },
  database: { en: 'Ledger', zh: '保管链' },
  ledger_time: { en: 'Times in the ledger', zh: '保管链时间' },
  calendar: { en: 'Working days', zh: '工作日安排' },
  vault: { en: 'Vault', zh: '存证库' },
  filesystem: { en: 'File system', zh: '文件系统' },
  space: { en: 'Free space', zh: '可用空间' },
  write: { en: 'Durable writing', zh: '可靠写入' },
  direct: { en: 'Reading back from disk', zh: '直接读盘' },
  immutable: { en: 'Immutable flag', zh: '不可变标记' },
  strays: { en: 'Files of nobody', zh: '无记载文件' },
  mirror: { en: 'Mirror', zh: '镜像' },
  backup: { en: 'Backup', zh: '备份' },
  confinement: { en: 'Confinement', zh: '隔离运行' },
  font: { en: 'Font of the mark', zh: '水印字体' },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from './text.ts';

export const evidenceTexts = {
  'cli.evidence': { en: 'look at evidence items and hand out copies', zh: '查看证据条目并导出副本' },
  'cli.evidence.list': {
    en: 'list evidence items in the order in which they came in',
    zh: '按采集顺序列出证据条目',
  },
  'cli.evidence.show': {
    en: 'everything about one item, with its custody history',
    zh: '一个条目的全部信息及保管经过',
  },
  'cli.evidence.export': {
    en: 'write the original, its sidecars and the proof into a new folder',
    zh: '将原始资料、附属文件及证明写入新文件夹',
  },
  'cli.evidence.operand': {
    en: 'evidence item, such as ST01-2026-0000001',
    zh: '证据条目编号，例如 ST01-2026-0000001',
  },
  'cli.evidence.destination': { en: 'new or empty folder', zh: '新的或空的文件夹' },
  'cli.evidence.docking': {
    en: 'of one docking; names also what was left on the recorder',
    zh: '某次接入的条目；同时列出留在执法记录仪中的记录',
  },
  'cli.evidence.recorder': { en: 'of one recorder', zh: '某台执法记录仪的条目' },
  'cli.evidence.officer': {
    en: 'of one officer number, as file names say it',
    zh: '某执法人员的条目（按文件名）',
  },
  'cli.evidence.state': {
    en: 'stored, secured or disposed',
    zh: 'stored（已存证）、secured（已暂存）或 disposed（已处置）',
  },
  'cli.evidence.since': {
    en: 'taken in at this time or later, with offset',
    zh: '此时间及以后采集的（须带时区偏移）',
  },
  'cli.evidence.until': {
    en: 'taken in before this time, with offset',
    zh: '此时间之前采集的（须带时区偏移）',
  },
  'cli.evidence.after': { en: 'go on after this item', zh: '从此条目之后继续' },
  'cli.evidence.none': { en: 'No evidence items.', zh: '没有证据条目。' },
  'cli.evidence.left': {
    en: 'Left on the recorder in this docking:',
    zh: '本次接入中留在执法记录仪内的记录：',
  },
  'cli.evidence.none_left': {
    en: 'No recording was left on the recorder.',
    zh: '没有记录留在执法记录仪中。',
  },
  'cli.evidence.ignored': {
    en: 'Files that are no recordings and stayed on the card: {count}',
    zh: '留在存储卡上的非记录文件：{count} 个',
  },
  'cli.evidence.not_assigned': { en: 'unassigned', zh: '未归属' },
  'cli.evidence.unassigned': {
    en: 'only items of recorders that are not registered',
    zh: '仅显示未登记执法记录仪的条目',
  },
  'cli.evidence.taken_since': { en: 'taken in since as {evidence}', zh: '此后已采集为 {evidence}' },
  'cli.evidence.exported': {
    en: '{evidence} was exported to {destination}: {files} file(s), {entries} ledger entries, each with its proof.',
    zh: '{evidence} 已导出至 {destination}：{files} 个文件，{entries} 条保管链记录，均附证明。',
  },
  'cli.evidence.col.id': { en: 'evidence', zh: '证据条目' },
  'cli.evidence.col.state': { en: 'state', zh: '状态' },
  'cli.evidence.col.recorder': { en: 'recorder', zh: '执法记录仪' },
  'cli.evidence.col.officer': { en: 'officer', zh: '执法人员' },
  'cli.evidence.col.start': { en: 'recorded (name)', zh: '录制时间（文件名）' },
  'cli.evidence.col.size': { en: 'size', zh: '大小' },
  'cli.evidence.col.sha256': { en: 'SHA-256', zh: 'SHA-256' },
  'cli.evidence.col.path': { en: 'path on the recorder', zh: '记录仪中的路径' },
  'cli.evidence.col.reason': { en: 'reason', zh: '原因' },
  'cli.evidence.fact.taken': { en: 'taken in', zh: '采集' },
  'cli.evidence.fact.taken_line': {
    en: 'secured {secured}, stored {stored}, docking {docking}',
    zh: '暂存 {secured}，存证 {stored}，接入 {docking}',
  },
  'cli.evidence.fact.handed_in': {
    en: '{way}, handed in by {by}; second person {second}; seal {seal}; because: {cause}',
    zh: '{way}，{by} 移交；在场第二人 {second}；封签 {seal}；事由：{cause}',
  },
  'cli.evidence.fact.by_word': {
    en: "of {recorder} by that person's word",
    zh: '归属 {recorder} 系移交人所述',
  },
  'cli.evidence.fact.modified': { en: 'file time', zh: '文件时间' },
  'cli.evidence.fact.segment': { en: 'segment', zh: '分段' },
  'cli.evidence.fact.important': { en: 'marked important', zh: '重要标记' },
  'cli.evidence.fact.resumed': { en: 'read in several goes', zh: '断点续采' },
  'cli.evidence.fact.object': { en: 'original', zh: '原始资料' },
  'cli.evidence.fact.locked': { en: 'locked until', zh: '锁定至' },
  'cli.evidence.fact.locked_line': {
    en: '{until}; immutable flag: {immutable}',
    zh: '{until}；不可修改标志：{immutable}',
  },
  'cli.attachment.waiting': { en: 'on the station, waits for its store', zh: '暂存于采集站，等待入库' },
  'cli.evidence.fact.read_back': { en: 'read back', zh: '读回核对' },
  'cli.evidence.fact.not_read_back': {
    en: 'not yet: the store took it with its digests, and a sample is read back',
    zh: '尚未：该存储已按摘要接收，读回核对为抽查',
  },
  'cli.evidence.fact.sidecar': { en: 'sidecar', zh: '附属文件' },
  'cli.evidence.history': { en: 'Custody history', zh: '保管经过' },
  'cli.state.stored': { en: 'stored', zh: '已存证' },
  'cli.state.disposed': { en: 'disposed of', zh: '已处置' },
  'cli.state.secured': { en: 'secured', zh: '已暂存' },
  'cli.state.alreadyStored': { en: 'known already', zh: '此前已存' },
  'cli.state.ignored': { en: 'ignored', zh: '忽略' },
  'cli.state.failed': { en: 'failed', zh: '失败' },
  'cli.state.deferred': { en: 'deferred', zh: '推迟' },
} as const satisfies Readonly<Record<string, Text>>;
